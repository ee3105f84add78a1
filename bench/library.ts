import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { startSite } from '../tests/site/server.ts';
import { type Chromium, launchChromium } from '../tests/support/chromium.ts';
import { waitForText } from '../tests/support/wait-for-text.ts';
import { addBenchPages } from './library/page-scripts.ts';
import type { Rival } from './library/rival-page.ts';
import { makeBenchBuild } from './support/bench-build.ts';
import { figureOf } from './support/figures.ts';
import { measureOpening, type Opening } from './support/measure-opening.ts';
import { printResults, type Result } from './support/print-figures.ts';

// `npm run bench:library -- --articles 10000 --rounds 7 --rivals 2000 --build`: the search of a large library, beside its
// floors and its rivals, in the real extension. With `--keep DIR` a filled library stays there for the next run, which then only
// adds what is missing, and measures. It asserts nothing. `docs/performance.md` says how each figure is taken.

const RIVALS = ['minisearch', 'flexsearch', 'sqlite'] as const satisfies readonly Rival[];
const WARM_UP_ROUNDS = 2;

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '7' },
    rivals: { type: 'string', default: '2000' },
    build: { type: 'boolean', default: false },
    keep: { type: 'string' },
    fill: { type: 'boolean', default: false },
  },
});
const articleCount = Number(values.articles);
const rounds = Math.max(1, Number(values.rounds));
/** FlexSearch takes seconds for each article it puts into IndexedDB. */
const MOST_FLEXSEARCH = 100;

const site = await startSite();
const kept = values.keep === undefined ? undefined : resolve(values.keep);
const build = await makeBenchBuild(values.build, kept && join(kept, 'build'));
await addBenchPages(build.folder);
await allowWebAssembly(join(build.folder, 'manifest.json'));
const chromium = await launchChromium({
  sitePort: site.port,
  extensionDir: build.folder,
  protocolTimeout: 1_800_000,
  ...(kept !== undefined && { userDataDir: join(kept, 'profile') }),
});
try {
  const product = await openProduct(chromium);
  const results: Result[] = [];
  const say = (words: string) => console.log(`${new Date().toISOString().slice(11, 19)} ${words}`);

  const before = await product.evaluate(() => productBench.resume());
  // Beside more articles than the rivals get, the figures would not compare.
  const rivalCount = before > 0 || values.fill ? 0 : Math.min(articleCount, Number(values.rivals));
  say(`Keeping ${rivalCount} articles, and making their index anew…`);
  await product.evaluate((count) => productBench.fill(count), rivalCount);
  const rivalLines: string[][] = [];
  if (rivalCount > 0) {
    const buildCpu = await cpuOf(product, () => product.evaluate(() => productBench.rebuild()));
    const rival = await chromium.openExtensionPage('rival.html');
    const words = await queryWords(product);
    const own = figureOf(await product.evaluate((typed) => productBench.type(typed), words.one));
    const sizes = await product.evaluate(() => productBench.sizes());
    const ownBytes = indexBytes(sizes);
    rivalLines.push([
      'Lectern',
      seconds(buildCpu),
      share(ownBytes, sizes),
      ms(own),
      ms(await cold(chromium, 'found.html?q=', words.one)),
      '',
    ]);
    for (const kind of RIVALS) {
      say(`${kind}: ${rivalCount} articles…`);
      let bytes = 0;
      const count = kind === 'flexsearch' ? Math.min(MOST_FLEXSEARCH, rivalCount) : rivalCount;
      const cpu = await cpuOf(rival, async () => {
        bytes = await rival.evaluate((name, asked) => rivalBench.build(name, asked), kind, count);
      });
      const typed = figureOf(
        await rival.evaluate((name, asked) => rivalBench.keystrokes(name, asked), kind, words.one),
      );
      const added = figureOf(await rival.evaluate((name) => rivalBench.addOne(name, 5), kind));
      // SQLite's pool of files admits one page at a time.
      if (kind === 'sqlite') await rival.close();
      const opened = await cold(chromium, `rival.html?kind=${kind}&q=`, words.one);
      rivalLines.push([
        count === rivalCount ? kind : `${kind} (${count} articles)`,
        seconds(cpu),
        bytes === 0 ? '' : share(bytes, sizes),
        ms(typed),
        ms(opened),
        ms(added),
      ]);
      if (kind === 'sqlite') {
        results.push({
          name: `Index of ${rivalCount} articles made anew, processor (SQLite FTS5)`,
          product: { median: buildCpu * 1000, p95: buildCpu * 1000 },
          floor: { median: cpu * 1000, p95: cpu * 1000 },
          target: 1.5,
          unit: 'ms',
        });
      }
    }
  }

  say(`Keeping ${articleCount} articles…`);
  const begunAt = Date.now();
  for (let left = articleCount - rivalCount - before; left > 0; left -= 1000) {
    await product.evaluate((count) => productBench.fill(count), Math.min(1000, left));
  }
  say(`… in ${((Date.now() - begunAt) / 1000).toFixed(0)} s`);
  if (!values.fill) results.push(...(await benchWarm(product)), ...(await benchCold(chromium, product)));

  console.log(`\n${articleCount} articles, ${rounds} rounds, ${await chromium.browser.version()}\n`);
  printResults(results);
  const sizes = await product.evaluate(() => productBench.sizes());
  console.log(`\nIndex: ${share(indexBytes(sizes), sizes)} of the texts’ bytes (at most 0.35 asked)`, sizes);
  if (rivalCount > 0) {
    const head = ['', 'build, processor', 'size / text', 'keystroke, median (p95)', 'new document to rows', 'add one'];
    console.log(`\nSide by side, ${rivalCount} articles\n`);
    for (const line of [head, head.map(() => '---'), ...rivalLines]) console.log(`| ${line.join(' | ')} |`);
  }
} finally {
  await chromium.close();
  await build.remove();
  await site.close();
}

async function openProduct({ openExtensionPage }: Chromium): Promise<Page> {
  // The product itself makes the database, so the bench knows no schema.
  const first = await openExtensionPage('popup.html');
  await waitForText(first, '.foot', /\d articles/);
  await first.close();
  const page = await openExtensionPage('product.html');
  await page.waitForFunction(() => 'productBench' in globalThis);
  return page;
}

async function queryWords(product: Page) {
  // A word of every text, common ones, usual ones, rare ones.
  const at = (ranks: readonly number[]) => product.evaluate((asked) => productBench.wordsAt(asked), ranks);
  const one = await at([0, 5, 140, 300, 800, 2000, 6000, 15_000, 30_000]);
  const [common = '', ...rest] = await at([3, 200, 1500, 9, 400, 5000, 60, 900, 12_000]);
  const three = [[common, ...rest.slice(0, 2)], rest.slice(2, 5), rest.slice(5, 8)].map((words) => words.join(' '));
  const long = (await at(Array.from({ length: 400 }, (_, i) => 500 + i * 7)))
    .filter((word) => word.length > 6)
    .slice(0, 12);
  const typos = long.map((word) => `${word.slice(0, 3)}${word[4]}${word[3]}${word.slice(5)} `);
  return { one, three, typos };
}

async function benchWarm(product: Page): Promise<readonly Result[]> {
  const words = await queryWords(product);
  const figure = async (name: string, times: Promise<readonly number[]>, mostP95: number): Promise<Result> => {
    const product = figureOf(await times);
    return { name: `${name} (p95 ≤ ${mostP95} ms)`, product, unit: 'ms' };
  };
  const newest = await product.evaluate((n) => productBench.newest(n), rounds * 3);
  const added = await product.evaluate((n) => productBench.addOne(n), rounds * 3);
  const kept = await product.evaluate((n) => productBench.keepOne(n), rounds * 3);
  const against = (times: readonly { product: number; floor: number }[]) =>
    ({
      product: figureOf(times.map((t) => t.product)),
      floor: figureOf(times.map((t) => t.floor)),
      unit: 'ms',
    }) as const;
  return [
    await figure(
      'Keystrokes of one word, warm',
      product.evaluate((w) => productBench.ask(w), prefixesOf(words.one)),
      16,
    ),
    await figure(
      'Keystrokes of one word, each asked first',
      product.evaluate((w) => productBench.type(w), words.one),
      33,
    ),
    await figure(
      'Three words, warm',
      product.evaluate((w) => productBench.ask(w), words.three),
      33,
    ),
    await figure(
      'A word misspelled, warm',
      product.evaluate((w) => productBench.ask(w), words.typos),
      33,
    ),
    { name: 'Rows of the newest 50 (raw IndexedDB)', ...against(newest), target: 1.3 },
    { name: 'One article into the index (raw put)', ...against(added), target: 2 },
    { name: 'One text kept with its entry in the index (without)', ...against(kept) },
  ];
}

function prefixesOf(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => Array.from({ length: word.length }, (_, i) => word.slice(0, i + 1)));
}

async function benchCold(running: Chromium, product: Page): Promise<readonly Result[]> {
  const { one } = await queryWords(product);
  const found: Opening[] = [];
  const floor: Opening[] = [];
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    const query = encodeURIComponent(one[(round + WARM_UP_ROUNDS) % one.length] ?? '');
    const pages = [
      ['found', `found.html?q=${query}`],
      ['floor', 'floor.html'],
    ] as const;
    for (const [kind, path] of round % 2 === 0 ? pages : pages.toReversed()) {
      const opening = await measureOpening(running.browser, `chrome-extension://${running.extensionId}/${path}`);
      if (round >= 0) (kind === 'found' ? found : floor).push(opening);
    }
  }
  const against = (read: (opening: Opening) => number) => ({
    product: figureOf(found.map(read)),
    floor: figureOf(floor.map(read)),
  });
  return [
    {
      name: 'Cold search, new document to rows on screen (no search, 20 gets)',
      ...against((o) => o.rowsShown),
      target: articleCount > 20_000 ? 1.6 : 1.2,
      unit: 'ms',
    },
    { name: 'Heap with the rows of a search (no search)', ...against((o) => o.heapBytes / 1e6), target: 3, unit: 'MB' },
  ];
}

async function cold(running: Chromium, path: string, words: readonly string[]) {
  const openings: number[] = [];
  // Words that also the few articles of the slowest rival have: a page without rows would be waited for in vain.
  for (const word of words.slice(0, 5)) {
    const url = `chrome-extension://${running.extensionId}/${path}${encodeURIComponent(word)}`;
    openings.push((await measureOpening(running.browser, url)).rowsShown);
  }
  return figureOf(openings);
}

/** Seconds of processor time that the page's process took meanwhile, its workers included. */
async function cpuOf(page: Page, work: () => Promise<unknown>): Promise<number> {
  const client = await page.createCDPSession();
  await client.send('Performance.enable');
  const read = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ProcessTime')?.value ?? Number.NaN;
  };
  const before = await read();
  await work();
  const used = (await read()) - before;
  await client.detach();
  return used;
}

/** SQLite needs it; the product's own policy does not. Only the copy that is measured is changed. */
async function allowWebAssembly(path: string): Promise<void> {
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  const policy: string = manifest.content_security_policy.extension_pages;
  manifest.content_security_policy.extension_pages = policy
    .replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
    .replace(/; (?:require-trusted-types-for|trusted-types)[^;]*/g, '');
  await writeFile(path, JSON.stringify(manifest));
}

function indexBytes({ text: _, segments: __, ...kinds }: Readonly<Record<string, number>>): number {
  return Object.values(kinds).reduce((sum, bytes) => sum + bytes, 0);
}

function share(bytes: number, { text = Number.NaN }: Readonly<Record<string, number>>): string {
  return (bytes / text).toFixed(3);
}

function seconds(value: number): string {
  return `${value.toFixed(2)} s`;
}

function ms({ median, p95 }: { readonly median: number; readonly p95: number }): string {
  return `${median.toFixed(1)} ms (${p95.toFixed(1)})`;
}
