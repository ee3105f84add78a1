import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { CaptureOutcome } from '../lib/article/capture.ts';
import type { Forest } from '../lib/capture/score/forest.ts';
import { launchChromium } from '../tests/support/chromium.ts';
import type { Ablation, Taken } from './extract/ablate-page.ts';
import { AblationTable } from './extract/ablation-table.ts';
import { ABLATION_FILE, CAPTURE_FILE, FOLD_FILE, makeExtractBuild, READABILITY_FILE } from './extract/extract-build.ts';
import { makePageOpener, type PageOpener } from './extract/page-opener.ts';
import { readFolds } from './extract/read-folds.ts';
import { type BenchPage, readPages } from './extract/read-pages.ts';
import { figureOf } from './support/figures.ts';
import { printResults } from './support/print-figures.ts';

// `npm run bench:extract -- --pages DIR --out DIR [--workers N] [--build]`: the built capture script on real pages in real
// Chromium, one JSON file for each page, and the processor time it took beside Readability alone. `docs/extraction.md` tells more.
// With `--ablate` instead: what each step is worth, by what is captured without it. `--folds FILE`, from
// `npm run train:blocks`, judges each page by a forest that saw no page of its site.

const ROOT = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    out: { type: 'string' },
    ablate: { type: 'boolean', default: false },
    folds: { type: 'string' },
    workers: { type: 'string', default: '2' },
    build: { type: 'boolean', default: false },
  },
});
const { pages: pagesFolder, out } = values;
if (pagesFolder === undefined || (out === undefined && !values.ablate)) {
  console.error(
    'Usage: npm run bench:extract -- --pages DIR (--out DIR | --ablate) [--folds FILE] [--workers N] [--build]',
  );
  process.exit(2);
}
if (values.build || !existsSync(join(ROOT, '.output/chrome-mv3/manifest.json'))) {
  execFileSync(join(ROOT, 'node_modules/.bin/wxt'), ['build', '-b', 'chrome', '--mv3'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
}
const forestFor = values.folds === undefined ? undefined : readFolds(values.folds);
const build = await makeExtractBuild();
const chromium = await launchChromium({ sitePort: 9, extensionDir: build.folder, isSandboxed: true });
try {
  const extensionPage = await chromium.openExtensionPage('blank.html');
  const makeOpener = (): Promise<PageOpener> => makePageOpener(chromium.browser, extensionPage);
  if (values.ablate) await ablate(readPages(pagesFolder), makeOpener);
  else if (out !== undefined) await extractAll(readPages(pagesFolder), makeOpener, out);
} finally {
  await chromium.close();
  await build.remove();
}

async function extractAll(pages: Iterable<BenchPage>, makeOpener: () => Promise<PageOpener>, folder: string) {
  mkdirSync(folder, { recursive: true });
  const captureTimes: number[] = [];
  const readabilityTimes: number[] = [];
  await eachPage(pages, makeOpener, async (page, opener, isEven) => {
    const file = join(folder, `${page.id}.json`);
    try {
      const forest = forestFor?.(page);
      if (forest !== undefined) {
        await opener.open(page);
        const { outcome } = await takeWith(opener, forest);
        writeFileSync(file, JSON.stringify(recordOf(outcome)));
        return;
      }
      // Floor and product each on a page that was just opened, as at a click; one of them first each time.
      const measureFloor = async (): Promise<void> => {
        await opener.open(page);
        readabilityTimes.push((await opener.measure(READABILITY_FILE)).ms);
      };
      if (isEven) await measureFloor();
      await opener.open(page);
      const { ms, result } = await opener.measure(CAPTURE_FILE);
      captureTimes.push(ms);
      if (!isEven) await measureFloor();
      writeFileSync(file, JSON.stringify({ ...recordOf(result as CaptureOutcome), ms }));
    } catch (error) {
      console.error(`${page.id}: ${error instanceof Error ? error.message : error}`);
      writeFileSync(file, 'null');
    }
  });
  console.log(`Written to ${folder}\n`);
  if (captureTimes.length === 0) return;
  printResults([
    {
      name: 'Processor time per page (copy and Readability alone)',
      unit: 'ms',
      target: 2,
      product: figureOf(captureTimes),
      floor: figureOf(readabilityTimes),
    },
  ]);
}

async function ablate(pages: Iterable<BenchPage>, makeOpener: () => Promise<PageOpener>) {
  const table = new AblationTable();
  await eachPage(pages, makeOpener, async (page, opener) => {
    try {
      await opener.open(page);
      const forest = forestFor?.(page);
      if (forest !== undefined) await opener.give(forest);
      table.add(page, (await opener.run(ABLATION_FILE)) as Ablation);
    } catch (error) {
      console.error(`${page.id}: ${error instanceof Error ? error.message : error}`);
    }
  });
  table.print();
}

async function takeWith(opener: PageOpener, forest: Forest): Promise<Taken> {
  await opener.give(forest);
  return (await opener.run(FOLD_FILE)) as Taken;
}

/** Several pages at a time, each worker in a tab of its own. */
async function eachPage(
  pages: Iterable<BenchPage>,
  makeOpener: () => Promise<PageOpener>,
  visit: (page: BenchPage, opener: PageOpener, isEven: boolean) => Promise<void>,
): Promise<void> {
  const queue = pages[Symbol.iterator]();
  let done = 0;
  const work = async (): Promise<void> => {
    const opener = await makeOpener();
    for (let next = queue.next(); !next.done; next = queue.next()) {
      await visit(next.value, opener, done % 2 === 0);
      done++;
      if (done % 50 === 0) console.log(`${done} pages`);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Number(values.workers)) }, work));
}

/** What was captured, in the words of the scorer, with the date that a reader is shown; the outcome as it is where there is no article. */
function recordOf(outcome: CaptureOutcome): object {
  if (outcome.status !== 'captured') return { ...outcome, html: '' };
  const { capture } = outcome;
  return { ...capture, author: capture.authors.join(', '), date: capture.publishedAt ?? capture.modifiedAt };
}
