import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { findChromium } from './find-browsers.mjs';

// The lectern of the design, on a square of paper so that it stands out on dark toolbars too.
const GLYPH = 'M3 6l9-2 9 2-9 3zM12 9v8M7 21h10M12 17l-3 4M12 17l3 4';
const ACCENT = '#0b5d57';
const PAPER = '#fbfaf7';
const SIZES = [16, 32, 48, 96, 128] as const;

/** One icon as SVG. Chrome's guide asks for a margin of an eighth around the 128 px icon; small ones need every pixel. */
function drawIcon(size: number): string {
  const margin = size === 128 ? 16 : 0;
  const side = size - 2 * margin;
  const glyph = side * (size <= 32 ? 0.94 : 0.78);
  const inset = margin + (side - glyph) / 2;
  const stroke = size <= 32 ? 2.4 : 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">
    <rect x="${margin}" y="${margin}" width="${side}" height="${side}" rx="${side * 0.22}" fill="${PAPER}"/>
    <g transform="translate(${inset} ${inset}) scale(${glyph / 24})" fill="none" stroke="${ACCENT}"
      stroke-width="${stroke}" stroke-linecap="round" stroke-linejoin="round"><path d="${GLYPH}"/></g></svg>`;
}

const executablePath = findChromium();
if (executablePath === undefined) throw new Error('Drawing the icons needs Chrome or Chromium: set CHROME_PATH.');
const folder = join(import.meta.dirname, '../public/icon');
await mkdir(folder, { recursive: true });
const browser = await launch({ executablePath, args: ['--no-sandbox', '--force-color-profile=srgb'] });
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewport({ width: size, height: size, deviceScaleFactor: 1 });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawIcon(size)}`);
  await writeFile(join(folder, `${size}.png`), await page.screenshot({ omitBackground: true }));
}
await browser.close();
