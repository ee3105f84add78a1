import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { type Chromium, launchChromium } from '../tests/support/chromium.ts';
import { waitForText } from '../tests/support/wait-for-text.ts';
import { fill } from './support/fill-with-pictures.ts';
import { watchHeap } from './support/watch-heap.ts';
import { type MemoryLook, watchMemory } from './support/watch-memory.ts';

// `npm run bench:vault -- --articles 5000 --picture 41000 [--restore]` fills a library with invented texts and as many pictures of so
// many bytes, makes its vault in the real extension into a file of the browser's own, and with `--restore` restores it into an empty
// library. It prints the time and the most memory that each took. Each part is done by a browser of its own, so that
// none holds what another has used. It asserts nothing; `docs/performance.md` says how to read it.

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '5000' },
    picture: { type: 'string', default: '41000' },
    restore: { type: 'boolean', default: false },
  },
});
const ARTICLES = Number(values.articles);
const PICTURE = Number(values.picture);
/** In one transaction: with 400 MB of Blobs in one, Chromium never came to its end. */
const AT_ONCE = Math.max(1, Math.min(200, Math.floor(16_000_000 / PICTURE)));
const WAIT_MS = 60 * 60_000;

const work = await mkdtemp(join(tmpdir(), 'lectern-bench-vault-'));
const vault = join(work, 'vault.zip');
try {
  await withBrowser('full', fillLibrary);
  console.log(
    '| part | articles | vault | seconds | JavaScript heaps, most | largest page process, most (first look) | browser process, most (first look) |',
  );
  console.log('|---|---|---|---|---|---|---|');
  await withBrowser('full', makeVault);
  if (values.restore) await withBrowser('empty', restoreVault);
} finally {
  await rm(work, { recursive: true, force: true, maxRetries: 5 });
}

async function withBrowser(profile: string, part: (chromium: Chromium) => Promise<void>): Promise<void> {
  const userDataDir = join(work, profile);
  await mkdir(userDataDir, { recursive: true });
  const chromium = await launchChromium({ sitePort: 9, protocolTimeout: WAIT_MS, userDataDir });
  try {
    await part(chromium);
  } finally {
    await chromium.close();
  }
}

async function fillLibrary(chromium: Chromium): Promise<void> {
  const page = await chromium.openExtensionPage('transfer.html');
  await waitForText(page, '#app', /The vault/);
  for (let at = 0; at < ARTICLES; at += AT_ONCE) {
    await page.evaluate(fill, at, Math.min(AT_ONCE, ARTICLES - at), PICTURE);
  }
}

async function makeVault(chromium: Chromium): Promise<void> {
  const page = await chromium.browser.newPage();
  await page.evaluateOnNewDocument(writeIntoOwnFile);
  await page.goto(`chrome-extension://${chromium.extensionId}/transfer.html`);
  await measure(chromium, page, 'made', async () => {
    await press(page, 'Make a vault');
    await page.waitForSelector('.vault progress');
    await page.waitForFunction(() => document.querySelector('.vault progress') === null, {
      timeout: WAIT_MS,
      polling: 1000,
    });
    await waitForText(page, '.vault', /The vault holds/);
  });
  if (values.restore) await saveOwnFile(page);
}

async function restoreVault(chromium: Chromium): Promise<void> {
  const page = await chromium.openExtensionPage('transfer.html');
  await measure(chromium, page, 'restored', async () => {
    const input = await page.$('input[type=file][multiple]');
    await input?.uploadFile(vault);
    await press(page, 'Restore');
    await page.waitForFunction(() => /Restored:/.test(document.body.textContent ?? ''), {
      timeout: WAIT_MS,
      polling: 1000,
    });
  });
}

async function measure(chromium: Chromium, page: Page, part: string, run: () => Promise<void>): Promise<void> {
  const heap = watchHeap(chromium.browser, page);
  const memory = watchMemory(chromium.browser);
  const startedAt = performance.now();
  await run();
  const seconds = (performance.now() - startedAt) / 1000;
  const [{ all }, looks] = [await heap.stop(), await memory.stop()];
  const size = await stat(vault).then(
    ({ size: bytes }) => bytes,
    () => sizeOfOwnFile(page),
  );
  const most = (of: 'renderer' | 'browser') =>
    `${inMb(Math.max(...looks.map((look) => look[of])))} MB (${inMb(looks[0]?.[of] ?? 0)})`;
  const cells = [
    part,
    ARTICLES,
    `${inMb(size)} MB`,
    seconds.toFixed(0),
    `${inMb(all)} MB`,
    most('renderer'),
    most('browser'),
  ];
  console.log(`| ${cells.join(' | ')} |`);
  console.log(curveOf(looks));
}

/** Whether the memory grows with what is done or not: ten looks, evenly over the time. */
function curveOf(looks: readonly MemoryLook[]): string {
  const some = Array.from({ length: 10 }, (_, n) => looks[Math.floor(((n + 1) * looks.length) / 10) - 1]);
  return some.map((look) => `${look?.seconds.toFixed(0)} s: ${inMb(look?.renderer ?? 0)}`).join(' · ');
}

async function press(page: Page, words: string): Promise<void> {
  const button = await page.waitForSelector(`::-p-xpath(//button[starts-with(normalize-space(), "${words}")])`, {
    timeout: WAIT_MS,
  });
  await button?.click();
}

function inMb(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

function sizeOfOwnFile(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    return (await (await folder.getFileHandle('vault.zip')).getFile()).size;
  });
}

/** Downloads the browser's own file to where a restore can be given it. */
async function saveOwnFile(page: Page): Promise<void> {
  const client = await page.createCDPSession();
  await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: work, eventsEnabled: true });
  const done = new Promise<void>((go) => {
    client.on('Browser.downloadProgress', ({ state }) => state === 'completed' && go());
  });
  await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await (await folder.getFileHandle('vault.zip')).getFile());
    link.download = 'vault.zip';
    link.click();
  });
  await done;
}

// Serialised into a page: it may use nothing from this module.

/** The browser's question where to save can't be answered from outside; a file of its own is written in the same way. */
function writeIntoOwnFile(): void {
  const pick = async () => {
    const folder = await navigator.storage.getDirectory();
    return folder.getFileHandle('vault.zip', { create: true });
  };
  Object.assign(globalThis, { showSaveFilePicker: pick });
}
