import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from 'puppeteer-core';
import { build } from 'vite';
import { domainOf, type Folds } from '../bench/extract/read-folds.ts';
import { type BenchPage, readPages } from '../bench/extract/read-pages.ts';
import { f1Of, type Score, scoreText } from '../bench/extract/shingles.ts';
import { type Forest, scorerOf } from '../lib/capture/score/forest.ts';
import { NEEDS_BROWSER } from '../tests/site/capture-demo-page.ts';
import { PAGES } from '../tests/site/pages.ts';
import { findChromium } from './find-browsers.mjs';
import type { DescribedPage } from './train/describe-page.ts';
import { growForest, seeded } from './train/grow-trees.ts';
import { type Labels, labelBlocks } from './train/label-blocks.ts';

// `npm run train:blocks -- --pages DIR`: learns from pages with ground truth, and from the demo site, which blocks of a
// page are its article, and writes `lib/capture/score/forest.json`. Prints what cross-validation by domain makes of it.

const ROOT = resolve(import.meta.dirname, '..');
const OPTIONS = { trees: 80, leaves: 16, rate: 0.1, features: 0.5, ridge: 1, leastWeight: 1, seed: 1 };
const FOLDS = 5;
/** Blocks lighter than this are navigation; one in three of them, three times as heavy, teaches the same. */
const LIGHT = 0.1;

interface Lesson {
  readonly id: string;
  readonly domain: string;
  readonly expected: string;
  readonly page: DescribedPage;
  readonly labels: Labels;
}

const { values } = parseArgs({ options: { pages: { type: 'string' }, folds: { type: 'string' } } });
if (values.pages === undefined) {
  console.error('Usage: npm run train:blocks -- --pages DIR [--folds FILE]');
  process.exit(2);
}
const pages = await describe([...readPages(values.pages)]);
printShare('the best choice there is', pages, ({ labels }) => labels);
const folds = learnFolds(pages);
if (values.folds !== undefined) writeFileSync(values.folds, JSON.stringify(folds));
printShare('cross-validated', pages, crossValidate(folds));
const forest = learn([...pages, ...(await describe(demoPages()))]);
writeFileSync(join(ROOT, 'lib/capture/score/forest.json'), `${JSON.stringify(forest).replaceAll('],[', '],\n[')}\n`);

/** In a browser, because that is where the product runs. Pages without ground truth teach nothing. */
async function describe(benchPages: readonly BenchPage[]): Promise<readonly Lesson[]> {
  const code = await bundle();
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium found; `npm test` installs one or says how.');
  const browser = await launch({
    executablePath,
    pipe: true,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
  });
  const tab = await browser.newPage();
  const lessons: Lesson[] = [];
  for (const { id, url, html, expected } of benchPages) {
    if (expected === undefined) continue;
    const call = `${code}; lectern.describePage(${JSON.stringify(html.toString('utf8'))}, ${JSON.stringify(url)})`;
    const page = (await tab.evaluate(call)) as DescribedPage;
    const domain = domainOf(url);
    lessons.push({
      id,
      domain,
      expected,
      page,
      labels: labelBlocks(page.texts, expected, (at) => page.kept[at] === true),
    });
  }
  await browser.close();
  return lessons;
}

async function bundle(): Promise<string> {
  const entry = join(ROOT, 'scripts/train/describe-page.ts');
  const lib = { entry, formats: ['iife' as const], name: 'lectern' };
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, minify: false, lib } });
  const [output] = Array.isArray(built) ? built : [];
  if (output === undefined) throw new Error('Vite gave no bundle.');
  return output.output[0].code;
}

function demoPages(): readonly BenchPage[] {
  return PAGES.filter(({ slug }) => !NEEDS_BROWSER.includes(slug)).flatMap(({ slug, host }) => {
    const html = readFileSync(join(ROOT, `tests/site/pages/${slug}.html`), 'utf8').replaceAll(
      '{{self}}',
      `http://${host}`,
    );
    const expected = readFileSync(join(ROOT, `tests/site/expected/${slug}.txt`), 'utf8');
    const page = { id: slug, url: `http://${host}/${slug}`, html: Buffer.from(html), expected };
    return expected.trim() === '' ? [] : [page];
  });
}

function learn(lessons: readonly Lesson[], seed = OPTIONS.seed): Forest {
  const random = seeded(5);
  const rows: Float32Array[] = [];
  const labels: number[] = [];
  const weights: number[] = [];
  for (const { page, labels: own } of lessons) {
    const length = page.texts.reduce((sum, text) => sum + text.length, 0);
    for (const [at, text] of page.texts.entries()) {
      // What a wrong decision costs, and a little for each block and each letter, so that small errors count as well.
      let weight = 100 * ((own.weight[at] ?? 0) + (0.03 * text.length) / length + 0.07 / page.texts.length);
      if (weight < LIGHT && random() > 1 / 3) continue;
      if (weight < LIGHT) weight *= 3;
      rows.push(Float32Array.from(page.numbers.slice(at * page.width, (at + 1) * page.width)));
      labels.push(own.isContent[at] ? 1 : 0);
      weights.push(weight);
    }
  }
  return growForest(rows, Uint8Array.from(labels), Float64Array.from(weights), { ...OPTIONS, seed });
}

/** For each domain a forest that saw no page of it. */
function learnFolds(lessons: readonly Lesson[]): Folds {
  const random = seeded(7);
  const domains = [...new Set(lessons.map(({ domain }) => domain))].sort();
  const foldOfDomain = Object.fromEntries(domains.map((domain) => [domain, Math.floor(random() * FOLDS)]));
  const forests = Array.from({ length: FOLDS }, (_, fold) =>
    learn(
      lessons.filter(({ domain }) => foldOfDomain[domain] !== fold),
      fold + 1,
    ),
  );
  return { forests, foldOfDomain };
}

function crossValidate({ forests, foldOfDomain }: Folds): (lesson: Lesson) => Score {
  const scorers = forests.map(scorerOf);
  return ({ domain, expected, page }) => {
    const scoreRow = scorers[foldOfDomain[domain] ?? 0];
    const rows = Float32Array.from(page.numbers);
    const chosen = page.texts.filter((_, at) => (scoreRow?.(rows, at * page.width) ?? 0) > 0);
    return scoreText(expected, chosen.join('\n'));
  };
}

function printShare(name: string, lessons: readonly Lesson[], scoreOf: (lesson: Lesson) => Score): void {
  console.log(`F1 of ${lessons.length} pages, ${name}: ${f1Of(lessons.map(scoreOf)).toFixed(4)}`);
}
