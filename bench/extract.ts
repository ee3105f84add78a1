import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium } from '../tests/support/chromium.ts';
import { CAPTURE_FILE, makeExtractBuild, READABILITY_FILE, type Timed } from './extract/extract-build.ts';
import { makePageOpener, type PageOpener } from './extract/page-opener.ts';
import { type BenchPage, readPages } from './extract/read-pages.ts';
import { figureOf } from './support/figures.ts';
import { printResults } from './support/print-figures.ts';

// `npm run bench:extract -- --pages DIR --out DIR [--workers N] [--build]`: the built capture script on real pages in real
// Chromium, one JSON file for each page, and the time it took beside Readability alone. `docs/extraction.md` tells more.

const ROOT = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    out: { type: 'string' },
    workers: { type: 'string', default: '2' },
    build: { type: 'boolean', default: false },
  },
});
const { pages: pagesFolder, out } = values;
if (pagesFolder === undefined || out === undefined) {
  console.error('Usage: npm run bench:extract -- --pages DIR --out DIR [--workers N] [--build]');
  process.exit(2);
}
if (values.build || !existsSync(join(ROOT, '.output/chrome-mv3/manifest.json'))) {
  execFileSync(join(ROOT, 'node_modules/.bin/wxt'), ['build', '-b', 'chrome', '--mv3'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
}
mkdirSync(out, { recursive: true });
const captureTimes: number[] = [];
const readabilityTimes: number[] = [];
const build = await makeExtractBuild();
const chromium = await launchChromium({ sitePort: 9, extensionDir: build.folder, isSandboxed: true });
try {
  const extensionPage = await chromium.openExtensionPage('blank.html');
  const queue = readPages(pagesFolder);
  let done = 0;
  const work = async (): Promise<void> => {
    const opener = await makePageOpener(chromium.browser, extensionPage);
    for (const page of queue) {
      await extract(page, opener, join(out, `${page.id}.json`), done % 2 === 0);
      done++;
      if (done % 50 === 0) console.log(`${done} pages`);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Number(values.workers)) }, work));
  console.log(`${done} pages, written to ${out}\n`);
} finally {
  await chromium.close();
  await build.remove();
}
printResults([
  {
    name: 'Time per page (copy and Readability alone)',
    unit: 'ms',
    target: 2,
    product: figureOf(captureTimes),
    floor: figureOf(readabilityTimes),
  },
]);

/** Floor and product on the same page, one of them first each time. */
async function extract(page: BenchPage, opener: PageOpener, file: string, isFloorFirst: boolean): Promise<void> {
  const floorMs = async (): Promise<number> => ((await opener.run(READABILITY_FILE)) as Timed).ms;
  try {
    await opener.open(page);
    if (isFloorFirst) readabilityTimes.push(await floorMs());
    const { ms, result } = (await opener.run(CAPTURE_FILE)) as Timed;
    captureTimes.push(ms);
    if (!isFloorFirst) readabilityTimes.push(await floorMs());
    writeFileSync(file, JSON.stringify(recordOf(result, ms)));
  } catch (error) {
    console.error(`${page.id}: ${error instanceof Error ? error.message : error}`);
    writeFileSync(file, 'null');
  }
}

/** What was captured, in the words of the scorer, with the date that a reader is shown; the outcome as it is where there is no article. */
function recordOf(result: unknown, ms: number): object {
  const outcome = result as import('../lib/article/capture.ts').CaptureOutcome;
  if (outcome.status !== 'captured') return { ...outcome, html: '', ms };
  const { capture } = outcome;
  return { ...capture, author: capture.authors.join(', '), date: capture.publishedAt ?? capture.modifiedAt, ms };
}
