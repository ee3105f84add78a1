import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { contentHash } from '../lib/article/content-hash.ts';
import { launchChromium } from '../tests/support/chromium.ts';
import { keepTexts } from '../tests/support/keep-texts.ts';
import { waitForText } from '../tests/support/wait-for-text.ts';
import { writeRows } from '../tests/support/write-database.ts';
import { chanceFrom } from './support/chance.ts';
import { figureOf } from './support/figures.ts';
import { inventMarks, inventText } from './support/invent-text.ts';
import { measureReading, type Reading } from './support/measure-reader.ts';
import { printResults, type Result } from './support/print-figures.ts';
import { type TypingTrace, traceTyping } from './support/trace-typing.ts';

// `npm run bench:reader -- --rounds 15`: how soon a text can be read, against a page with the same content and no script, and
// what marks cost. It runs the Chromium build in `.output` and asserts nothing.

const WARM_UP_ROUNDS = 3;
const PICTURES = 12;
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '15' } } });
const rounds = Math.max(1, Number(values.rounds));
const ROOT = resolve(import.meta.dirname, '..');

const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
await cp(join(ROOT, '.output/chrome-mv3'), folder, { recursive: true });
const pictures = await copyPictures(folder);
const chromium = await launchChromium({
  sitePort: 9,
  extensionDir: folder,
  size: { width: 1400, height: 950 },
});
const address = (path: string) => `chrome-extension://${chromium.extensionId}/${path}`;
try {
  await fill(await chromium.openExtensionPage('library.html'));
  await addStaticPage();
  const pages = {
    lectern: { path: 'reader.html?article=common', last: 'notesShown' },
    static: { path: 'static-reader.html', last: 'textShown' },
    'long, marked': { path: 'reader.html?article=long-marked', last: 'notesShown' },
    'long, bare': { path: 'reader.html?article=long-bare', last: 'marksShown' },
  } as const;
  const names = Object.keys(pages) as (keyof typeof pages)[];
  const readings = new Map<string, Reading[]>(names.map((name) => [name, []]));
  for (let round = -WARM_UP_ROUNDS; round < rounds; round += 1) {
    // Another one goes first in each round, so that none gains by its place.
    for (let i = 0; i < names.length; i += 1) {
      const name = names[(i + round + WARM_UP_ROUNDS) % names.length] ?? 'lectern';
      const { path, last } = pages[name];
      const reading = await measureReading(chromium.browser, address(path), last);
      if (round >= 0) readings.get(name)?.push(reading);
    }
  }
  const figure = (name: keyof typeof pages, key: keyof Reading) =>
    figureOf((readings.get(name) ?? []).map((reading) => reading[key]));
  const against = (product: keyof typeof pages, floor: keyof typeof pages, key: keyof Reading) =>
    ({ product: figure(product, key), floor: figure(floor, key), unit: 'ms' }) as const;
  const typing: TypingTrace[] = [];
  for (let round = 0; round < 5; round += 1)
    typing.push(await traceTyping(chromium.browser, address('reader.html?article=long-marked')));
  const longest = (key: keyof TypingTrace) => figureOf(typing.map((trace) => Math.max(...trace[key])));
  const results: Result[] = [
    {
      name: '3,000 words, 12 pictures, 40 marks: first contentful paint (static page)',
      ...against('lectern', 'static', 'firstPaint'),
      target: 1.5,
    },
    { name: '… text on screen (static page)', ...against('lectern', 'static', 'textShown'), target: 1.5 },
    { name: '… marks on screen', product: figure('lectern', 'marksShown'), unit: 'ms' },
    {
      name: '20,000 words, 500 marks: text on screen (without marks)',
      ...against('long, marked', 'long, bare', 'textShown'),
      target: 1.3,
    },
    {
      name: '… marks on screen (painting of none)',
      ...against('long, marked', 'long, bare', 'marksShown'),
      target: 1.3,
    },
    { name: '… first notes on screen', product: figure('long, marked', 'notesShown'), unit: 'ms' },
    { name: 'Typing a note among 500 marks: longest task of the main thread', product: longest('tasks'), unit: 'ms' },
    { name: '… of it processor time', product: longest('work'), unit: 'ms' },
    { name: '… longest gap between frames', product: longest('gaps'), unit: 'ms' },
  ];
  console.log(`\n${rounds} rounds, ${await chromium.browser.version()}\n`);
  printResults(results);
  for (const key of ['tasks', 'work', 'gaps'] as const) {
    const over = typing.map((trace) => trace[key].filter((time) => time > 50).length);
    console.log(`${key} over 50 ms while typing 80 letters, in each of 5 runs: ${over.join(', ')}`);
  }
} finally {
  await chromium.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Pictures of the demo site as files of the extension, for the static page. */
async function copyPictures(to: string): Promise<readonly { readonly name: string; readonly bytes: Buffer }[]> {
  const from = join(ROOT, 'tests/site/pictures');
  const found = (await readdir(from)).filter((name) => /\.(?:png|jpe?g|webp)$/.test(name)).sort();
  return Promise.all(
    Array.from({ length: PICTURES }, async (_, i) => {
      const source = found[i % found.length] ?? '';
      const name = `bench-${i}-${source}`;
      await cp(join(from, source), join(to, name));
      return { name, bytes: await readFile(join(from, source)) };
    }),
  );
}

async function fill(page: Page): Promise<void> {
  await waitForText(page, 'main', /Nothing to read/);
  const chance = chanceFrom(4);
  // Under another hash each would count as damaged, and the worker would open the recovery page meanwhile.
  const hashes = await Promise.all(pictures.map(({ bytes }) => contentHash(new Uint8Array(bytes))));
  const urls = pictures.map(({ name }) => `https://pictures.example/${name}`);
  const common = inventText(3000, urls, chance);
  const long = inventText(20_000, [], chance);
  const texts = [
    { name: 'common', html: common.html, wordCount: 3000 },
    { name: 'long-marked', html: long.html, wordCount: 20_000 },
    { name: 'long-bare', html: `${long.html}<p>Without marks.</p>`, wordCount: 20_000 },
  ].map((text) => ({ ...text, language: 'en' }));
  await keepTexts(page, texts);
  await writeRows(page, {
    highlights: [
      ...inventMarks(40, common.paragraphs, 'common', 'another', chance),
      ...inventMarks(500, long.paragraphs, 'long-marked', 'another', chance),
    ],
    pictures: urls.map((url, position) => ({
      id: `picture-${position}`,
      articleId: 'common',
      url,
      alt: '',
      position,
      state: 'kept',
      fileHash: hashes[position],
      attempts: 1,
      updatedAt: 1,
    })),
  });
  for (const [i, { bytes }] of pictures.entries())
    await page.evaluate(putFile, hashes[i] ?? '', bytes.toString('base64'));
  await page.close();
}

/** Serialised into a page: it may use nothing from this module. A Blob can't come from outside. */
async function putFile(hash: string, base64: string): Promise<void> {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const blob = new Blob([bytes], { type: 'image/jpeg' });
  const { width, height } = await createImageBitmap(blob);
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('lectern');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('pictureFiles', 'readwrite');
      transaction.objectStore('pictureFiles').put({ hash, blob, type: 'jpeg', width, height });
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

/** The reader as it stands rendered, with its style sheets and pictures, and no script. */
async function addStaticPage(): Promise<void> {
  const reader = await chromium.openExtensionPage('reader.html?article=common');
  await reader.waitForFunction(
    (count) => document.querySelectorAll('.article-body img[src]').length === count,
    {},
    PICTURES,
  );
  await reader.waitForSelector('.margin-notes .mark-note');
  const body = await reader.$eval('#app', (app) => app.outerHTML);
  const styles = await reader.$$eval('link[rel="stylesheet"]', (links) =>
    links.map((link) => link.outerHTML).join('\n'),
  );
  await reader.close();
  let next = 0;
  const withFiles = body.replace(/src="blob:[^"]*"/g, () => `src="/${pictures[next++]?.name}"`);
  if (next !== PICTURES) throw new Error(`${next} pictures stood in the reader, not ${PICTURES}.`);
  const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/.exec(
    await readFile(join(folder, 'reader.html'), 'utf8'),
  )?.[0];
  await writeFile(
    join(folder, 'static-reader.html'),
    `<!doctype html><html lang="en"><head>${policy ?? ''}<meta charset="utf-8">${styles}<title>Static</title></head><body>${withFiles}</body></html>`,
  );
}
