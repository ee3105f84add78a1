import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'puppeteer-core';
import { launchChromium } from '../tests/support/chromium.ts';
import { waitForText } from '../tests/support/wait-for-text.ts';
import { watchHeap } from './support/watch-heap.ts';

// `npm run bench:vault -- --articles 5000 --picture 41000` fills a library with invented texts and as many pictures of so many bytes,
// makes its vault in the real extension into a file of the browser's own, and prints the time and the most memory that it took:
// JavaScript heaps, and all that the largest of the browser's page processes held. It asserts nothing.

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '5000' }, picture: { type: 'string', default: '41000' } },
});
const ARTICLES = Number(values.articles);
const PICTURE = Number(values.picture);
/** In one transaction. */
const AT_ONCE = 200;
const WAIT_MS = 60 * 60_000;

const chromium = await launchChromium({ sitePort: 9, protocolTimeout: WAIT_MS });
try {
  const filling = await chromium.openExtensionPage('transfer.html');
  await waitForText(filling, '#app', /The vault/);
  for (let at = 0; at < ARTICLES; at += AT_ONCE) {
    await filling.evaluate(fill, at, Math.min(AT_ONCE, ARTICLES - at), PICTURE);
  }
  await filling.close();
  const page = await chromium.browser.newPage();
  await page.evaluateOnNewDocument(writeIntoOwnFile);
  await page.goto(`chrome-extension://${chromium.extensionId}/transfer.html`);
  const button = await page.waitForSelector('::-p-xpath(//button[starts-with(normalize-space(), "Make a vault")])');
  const heap = watchHeap(chromium.browser, page);
  const processes = watchProcesses(chromium.browser);
  const startedAt = performance.now();
  await button?.click();
  await page.waitForSelector('.vault progress');
  await page.waitForFunction(() => document.querySelector('.vault progress') === null, {
    timeout: WAIT_MS,
    polling: 1000,
  });
  await waitForText(page, '.vault', /The vault holds/);
  const seconds = (performance.now() - startedAt) / 1000;
  const [{ all }, most] = [await heap.stop(), await processes.stop()];
  const file = await sizeOfFile(page);
  console.log('| articles | vault | seconds | JavaScript heaps, most | largest page process, most |');
  console.log('|---|---|---|---|---|');
  const cells = [ARTICLES, `${inMb(file)} MB`, seconds.toFixed(0), `${inMb(all)} MB`, `${inMb(most)} MB`];
  console.log(`| ${cells.join(' | ')} |`);
} finally {
  await chromium.close();
}

function inMb(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

/** The most private memory of any page process, in bytes (`RssAnon` of proc(5)). */
function watchProcesses(browser: Browser) {
  let most = 0;
  let isStopped = false;
  const work = (async () => {
    const session = await browser.target().createCDPSession();
    while (!isStopped) {
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      for (const { id, type } of processInfo) {
        if (type !== 'renderer') continue;
        const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
        const kilobytes = /^RssAnon:\s+(\d+)/m.exec(status)?.[1];
        most = Math.max(most, Number(kilobytes ?? 0) * 1024);
      }
      await new Promise((go) => setTimeout(go, 500));
    }
  })();
  return {
    stop: async () => {
      isStopped = true;
      await work;
      return most;
    },
  };
}

function sizeOfFile(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    return (await (await folder.getFileHandle('vault.zip')).getFile()).size;
  });
}

// The functions below are serialised into a page: they may use nothing from this module.

/** The browser's question where to save can't be answered from outside; a file of its own is written in the same way. */
function writeIntoOwnFile(): void {
  const pick = async () => {
    const folder = await navigator.storage.getDirectory();
    return folder.getFileHandle('vault.zip', { create: true });
  };
  Object.assign(globalThis, { showSaveFilePicker: pick });
}

async function fill(from: number, count: number, pictureBytes: number): Promise<void> {
  const hashOf = async (bytes: Uint8Array<ArrayBuffer>) =>
    [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('');
  const rows: Record<string, object[]> = {};
  const add = (table: string, row: object) => {
    rows[table] ??= [];
    rows[table].push(row);
  };
  for (let n = from; n < from + count; n++) {
    const articleId = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
    const url = `https://daily.example/${n}`;
    const savedAt = Date.UTC(2024, 0, 1) + n * 60_000;
    const words = Array.from({ length: 120 }, (_, i) => `harbour lantern ${(n * 7 + i * 13) % 997} ferry orchard`);
    const html = `<p>${words.join('</p><p>')}</p><img data-picture="${url}.png" alt="A lamp">`;
    const text = new TextEncoder().encode(html);
    const bodyHash = await hashOf(text);
    const bytes = new Uint8Array(pictureBytes);
    for (let at = 0; at < pictureBytes; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
    // The first bytes of a PNG of 640 × 400.
    bytes.set([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 2, 128, 0, 0, 1, 144, 8, 6]);
    const fileHash = await hashOf(bytes);
    const common = { updatedAt: savedAt };
    add('articles', {
      id: articleId,
      url,
      urlKey: `daily.example/${n}`,
      title: `Story ${n} of the harbour`,
      authors: ['Ada Example'],
      siteName: 'Daily Example',
      excerpt: words.slice(0, 4).join(' '),
      direction: 'ltr',
      wordCount: 480,
      versionId: `v-${articleId}`,
      savedAt,
      ...common,
    });
    add('readings', { articleId, savedAt, progress: 0, shelves: { inbox: savedAt }, ...common });
    add('versions', {
      id: `v-${articleId}`,
      articleId,
      bodyHash,
      source: 'page',
      wordCount: 480,
      warnings: [],
      capturedAt: savedAt,
      ...common,
    });
    add('bodies', { hash: bodyHash, html, byteLength: text.length });
    add('pictures', {
      id: `p-${articleId}`,
      articleId,
      url: `${url}.png`,
      alt: 'A lamp',
      position: 0,
      state: 'kept',
      fileHash,
      byteLength: pictureBytes,
      attempts: 1,
      ...common,
    });
    add('pictureFiles', {
      hash: fileHash,
      blob: new Blob([bytes], { type: 'image/png' }),
      type: 'image/png',
      width: 640,
      height: 400,
    });
  }
  await new Promise<void>((go, fail) => {
    const opening = indexedDB.open('lectern');
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const transaction = db.transaction(Object.keys(rows), 'readwrite', { durability: 'relaxed' });
      for (const [table, all] of Object.entries(rows)) for (const row of all) transaction.objectStore(table).put(row);
      transaction.onerror = () => fail(transaction.error);
      transaction.oncomplete = () => {
        db.close();
        go();
      };
    };
  });
}
