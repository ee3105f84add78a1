import { copyFile, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { MIGRATIONS } from '../lib/store/migrations.ts';
import { launchChromium } from '../tests/support/chromium.ts';
import { aPocketZip } from '../tests/support/pocket-export.ts';
import { readAll } from '../tests/support/read-database.ts';
import { waitFor } from '../tests/support/wait-for.ts';
import { waitForText } from '../tests/support/wait-for-text.ts';
import { type HeapWatch, watchHeap } from './support/watch-heap.ts';
import { watchTasks } from './support/watch-tasks.ts';

// `npm run bench:import -- --rows 20000 [FILE…]` imports files in the real extension, each into an empty library, while another
// page of Lectern is typed into, and sets it against a plain `bulkAdd` of the same rows. It asserts nothing;
// `docs/performance.md` says how each figure is taken.

const { values, positionals } = parseArgs({
  options: { rows: { type: 'string', default: '20000' } },
  allowPositionals: true,
});
const BUILD = resolve(import.meta.dirname, '../.output/chrome-mv3');
const WAIT_MS = 10 * 60_000;
/** Tables of what the reader gets; the journal of the import and the search index are Lectern's own. */
const TABLES = ['articles', 'readings', 'taggings', 'lists', 'listEntries', 'notes', 'highlights'] as const;
/** Until it is merged, the search index is written for some seconds after the last row. */
const FLOOR_ROUNDS = 3;

const work = await mkdtemp(join(tmpdir(), 'lectern-bench-import-'));
try {
  const build = await makeBuild();
  const invented = join(work, 'pocket.zip');
  await writeFile(invented, aPocketZip(Number(values.rows)));
  const files = positionals.length > 0 ? positionals.map((path) => resolve(path)) : [invented];
  console.log('| file | articles | ms per 1,000 | bulkAdd, ms per 1,000 | ratio | read | heap | longest task |');
  console.log('|---|---|---|---|---|---|---|---|');
  for (const file of files) console.log(await measure(build, file));
} finally {
  await rm(work, { recursive: true, force: true, maxRetries: 5 });
}

/** The build with an empty page in it that has Dexie. */
async function makeBuild(): Promise<string> {
  const folder = join(work, 'build');
  await cp(BUILD, folder, { recursive: true });
  await copyFile(createRequire(import.meta.url).resolve('dexie/dist/dexie.min.js'), join(folder, 'dexie.js'));
  await writeFile(join(folder, 'floor.html'), '<!doctype html><title>Floor</title><script src="/dexie.js"></script>');
  return folder;
}

async function measure(build: string, file: string): Promise<string> {
  const chromium = await launchChromium({ sitePort: 9, extensionDir: build });
  try {
    const page = await chromium.openExtensionPage('transfer.html');
    const other = await chromium.openExtensionPage('library.html');
    await page.bringToFront();
    const heap = watchHeap(chromium.browser, page);
    const readAt = performance.now();
    const input = await page.$('input[type=file][multiple]');
    await input?.uploadFile(file);
    await waitForText(page, '#app', /(?:article|articles) to add/);
    const reading = performance.now() - readAt;
    await other.bringToFront();
    const tasks = await watchTasks(other);
    const startedAt = performance.now();
    await page.evaluate(() => {
      const button = [...document.querySelectorAll('button')].find(({ textContent }) =>
        /^Add /.test(textContent ?? ''),
      );
      button?.click();
    });
    const typing = typeUntilStopped(other);
    // Seldom: each look opens the database once more.
    await waitFor('the end of the import', WAIT_MS, async () => (await isDone(page)) || pause(300));
    const milliseconds = performance.now() - startedAt;
    await typing.stop();
    const longest = await tasks.longest();
    const peak = await heap.stop();
    const count = await page.evaluate(countArticles);
    const floor = await measureFloor(await chromium.openExtensionPage('floor.html'));
    return rowOf(basename(file), count, milliseconds, floor, reading, peak, longest);
  } finally {
    await chromium.close();
  }
}

function rowOf(
  name: string,
  count: number,
  milliseconds: number,
  floor: number,
  reading: number,
  peak: HeapWatch['peak'],
  longest: number,
): string {
  const perThousand = (all: number) => ((all / count) * 1000).toFixed(0);
  const heap = `${(peak.all / 1e6).toFixed(0)} MB (${peak.parts.map(([part, bytes]) => `${part} ${(bytes / 1e6).toFixed(0)}`).join(', ')})`;
  const cells = [
    name,
    count,
    perThousand(milliseconds),
    perThousand(floor),
    `${(milliseconds / floor).toFixed(2)}×`,
    `${(reading / 1000).toFixed(1)} s`,
    heap,
    `${longest.toFixed(0)} ms`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function pause(milliseconds: number): Promise<undefined> {
  return new Promise((go) => setTimeout(() => go(undefined), milliseconds));
}

async function isDone(page: Page): Promise<boolean> {
  const [job] = (await readAll(page, 'imports')) as { status: string }[];
  return job?.status === 'done';
}

/** Types into the search field of a page, a letter every 120 ms, as a reader would. */
function typeUntilStopped(page: Page) {
  let isStopped = false;
  const work = (async () => {
    await page.focus('input[type=search], .find input');
    while (!isStopped) {
      for (const letter of 'lamp ') {
        await page.keyboard.press(letter === ' ' ? 'Space' : (letter as 'l'));
        await new Promise((go) => setTimeout(go, 120));
      }
      for (let n = 0; n < 5; n++) await page.keyboard.press('Backspace');
    }
  })();
  // Told by `stop`; a browser that was closed before is told by what closed it.
  work.catch(() => undefined);
  return {
    stop: async () => {
      isStopped = true;
      await work;
    },
  };
}

/** The same rows into a database of the same tables, each by one `bulkAdd`: the best of some rounds. */
async function measureFloor(page: Page): Promise<number> {
  const stores = Object.assign({}, ...MIGRATIONS.map(({ stores: some }) => some)) as Record<string, string>;
  const times: number[] = [];
  for (let round = 0; round < FLOOR_ROUNDS; round++) times.push(await page.evaluate(addPlainly, stores, TABLES));
  return Math.min(...times);
}

// The functions below are serialised into a page: they may use nothing from this module.

function countArticles(): Promise<number> {
  return new Promise((go, fail) => {
    const opening = indexedDB.open('lectern');
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const count = opening.result.transaction('articles').objectStore('articles').count();
      count.onsuccess = () => {
        opening.result.close();
        go(count.result);
      };
    };
  });
}

interface DexieLike {
  new (
    name: string,
    options?: object,
  ): {
    version(version: number): { stores(stores: object): void };
    open(): Promise<unknown>;
    delete(): Promise<unknown>;
    close(): void;
    table(name: string): { toArray(): Promise<unknown[]>; bulkAdd(rows: unknown[]): Promise<unknown> };
    transaction(mode: 'rw', tables: readonly string[], work: () => Promise<unknown>): Promise<unknown>;
  };
}

async function addPlainly(stores: Record<string, string>, tables: readonly string[]): Promise<number> {
  const { Dexie } = globalThis as unknown as { Dexie: DexieLike };
  const source = new Dexie('lectern');
  await source.open();
  const rows = new Map<string, unknown[]>();
  for (const name of tables) rows.set(name, await source.table(name).toArray());
  source.close();
  const floor = new Dexie('floor', { chromeTransactionDurability: 'strict' });
  floor.version(1).stores(stores);
  await floor.open();
  const startedAt = performance.now();
  await floor.transaction('rw', tables, () =>
    Promise.all(tables.map((name) => floor.table(name).bulkAdd(rows.get(name) ?? []))),
  );
  const milliseconds = performance.now() - startedAt;
  await floor.delete();
  return milliseconds;
}
