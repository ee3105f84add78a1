/**
 * Draws every picture of the demo site, the same each time: `node tests/site/make-pictures.ts <path of a Chromium>`.
 * The files are committed; this runs only when a drawing changes.
 */
import { writeFile } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';
import { drawScene, type Scene } from './draw-scene.ts';

interface PictureFile {
  readonly name: string;
  readonly scene: Scene;
  readonly width: number;
  readonly height: number;
  readonly seed: number;
}

const LEAD = { width: 1200, height: 640 };
const INSET = { width: 960, height: 600 };

const FILES: readonly PictureFile[] = [
  { name: 'rack-row.jpg', scene: 'racks', ...LEAD, seed: 3 },
  { name: 'cooling-towers.jpg', scene: 'towers', ...INSET, seed: 5 },
  { name: 'fibre-map.jpg', scene: 'network', ...INSET, seed: 8 },
  { name: 'queue-chart.png', scene: 'chart', ...INSET, seed: 2 },
  { name: 'wafer.jpg', scene: 'wafer', ...LEAD, seed: 4 },
  { name: 'harbour-crane.jpg', scene: 'waves', ...LEAD, seed: 11 },
  { name: 'board-traces.jpg', scene: 'traces', ...LEAD, seed: 7 },
  { name: 'board-traces-close.webp', scene: 'traces', ...INSET, seed: 17 },
  { name: 'cell-stack.jpg', scene: 'cells', width: 1080, height: 576, seed: 6 },
  { name: 'tide-gauge.webp', scene: 'waves', ...INSET, seed: 23 },
  { name: 'dusk-plant.jpg', scene: 'towers', ...LEAD, seed: 31 },
  { name: 'relay-lines.webp', scene: 'network', ...INSET, seed: 19 },
  { name: 'uptime-chart.png', scene: 'chart', ...INSET, seed: 13 },
  { name: 'lens-array-480.jpg', scene: 'lenses', width: 480, height: 256, seed: 9 },
  { name: 'lens-array-960.jpg', scene: 'lenses', width: 960, height: 512, seed: 9 },
  { name: 'lens-array-1600.jpg', scene: 'lenses', width: 1600, height: 853, seed: 9 },
  { name: 'lens-array-2400.jpg', scene: 'lenses', width: 2400, height: 1280, seed: 9 },
  { name: 'avatar.png', scene: 'lenses', width: 96, height: 96, seed: 41 },
];

const MEDIA_TYPES: { readonly [ending: string]: string } = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

const [executablePath] = process.argv.slice(2);
if (executablePath === undefined) throw new Error('Give the path of a Chromium as the first argument.');
const browser = await puppeteer.launch({ executablePath, headless: true, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  for (const file of FILES) {
    const mediaType = MEDIA_TYPES[file.name.split('.').at(-1) ?? ''] ?? 'image/png';
    const dataUrl = await page.evaluate(drawScene, { ...file, mediaType });
    const bytes = Buffer.from(dataUrl.split(',')[1] ?? '', 'base64');
    await writeFile(new URL(`pictures/${file.name}`, import.meta.url), bytes);
    console.log(`${file.name} ${Math.round(bytes.length / 1024)} KB`);
  }
} finally {
  await browser.close();
}
