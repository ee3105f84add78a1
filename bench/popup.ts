import { parseArgs } from 'node:util';
import { startSite } from '../tests/site/server.ts';
import { type Chromium, launchChromium } from '../tests/support/chromium.ts';
import { waitForText } from '../tests/support/wait-for-text.ts';
import { writeRows } from '../tests/support/write-database.ts';
import { type BenchBuild, makeBenchBuild } from './support/bench-build.ts';
import { figureOf } from './support/figures.ts';
import { inventLibrary } from './support/invent-library.ts';
import { measureFloor } from './support/measure-floor.ts';
import { measureOpening, type Opening } from './support/measure-opening.ts';
import {
  type Click,
  measureClick,
  measureSaving,
  openAnew,
  type Saving,
  waitForPictures,
} from './support/measure-saving.ts';
import { printResults, type Result } from './support/print-figures.ts';
import { writeThumbnails } from './support/write-thumbnails.ts';

// `npm run bench:popup -- --articles 10000 --rounds 15 --build`: what the reader waits for, and what it could be at best.
// It asserts nothing. `docs/performance.md` says how each figure is taken.

/** Rounds before the ones that count: the first ones fill the browser's and the disk's caches. */
const WARM_UP_ROUNDS = 3;
const SAVED_PAGES = ['cloud-capacity', 'two-hundred-kilobytes'] as const;

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '15' },
    build: { type: 'boolean', default: false },
  },
});
const articleCount = Number(values.articles);
const rounds = Math.max(1, Number(values.rounds));

const site = await startSite();
const build = await makeBenchBuild(values.build);
const chromium = await launchChromium({ sitePort: site.port, extensionDir: build.folder });
try {
  await fillLibrary(chromium, build, articleCount);
  const results = [...(await benchOpening(chromium)), ...(await benchSaving(chromium))];
  console.log(`\n${articleCount} articles, ${rounds} rounds, ${await chromium.browser.version()}\n`);
  printResults(results);
} finally {
  await chromium.close();
  await build.remove();
  await site.close();
}

async function fillLibrary({ openExtensionPage }: Chromium, bench: BenchBuild, count: number): Promise<void> {
  console.log(`Writing ${count} articles…`);
  const library = inventLibrary(count);
  // The product itself makes the database, so the bench knows no schema.
  const first = await openExtensionPage('popup.html');
  await waitForText(first, '.foot', /0 articles/);
  await writeRows(first, { ...library });
  const articleIds = library.articles.map(({ id }) => id);
  await writeThumbnails(first, articleIds);
  await first.close();
  const popup = await openExtensionPage('popup.html');
  await waitForText(popup, '.foot', /[1-9][\d,]* articles/);
  await popup.waitForSelector('[data-article]');
  await bench.addStaticPage(await popup.$eval('#app', (app) => app.innerHTML));
  await popup.close();
}

async function benchOpening({ browser, extensionId }: Chromium): Promise<readonly Result[]> {
  const kinds = ['popup', 'static', 'vanilla'] as const;
  const openings: Readonly<Record<(typeof kinds)[number], Opening[]>> = { popup: [], static: [], vanilla: [] };
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    sayRound('opening', round);
    for (const kind of inTurn(kinds, round)) {
      const opening = await measureOpening(browser, `chrome-extension://${extensionId}/${kind}.html`);
      if (round >= 0) openings[kind].push(opening);
    }
  }
  const figure = (kind: (typeof kinds)[number], read: (opening: Opening) => number) =>
    figureOf(openings[kind].map(read));
  const fromScript = ({ rowsThere, scriptThere = Number.NaN }: Opening) => rowsThere - scriptThere;
  const against = (floor: 'static' | 'vanilla', read: (opening: Opening) => number) =>
    ({ product: figure('popup', read), floor: figure(floor, read), unit: 'ms' }) as const;
  return [
    {
      name: 'New document to first contentful paint (static page)',
      ...against('static', (o) => o.firstPaint),
      target: 1.2,
    },
    { name: 'Script there to rows in the document (vanilla)', ...against('vanilla', fromScript), target: 2 },
    { name: 'New document to rows in the document (vanilla)', ...against('vanilla', (o) => o.rowsThere) },
    { name: 'New document to rows on screen (vanilla)', ...against('vanilla', (o) => o.rowsShown) },
    { name: 'Heap once rows are there (vanilla)', ...against('vanilla', (o) => o.heapBytes / 1e6), unit: 'MB' },
  ];
}

async function benchSaving(running: Chromium): Promise<readonly Result[]> {
  const helper = await running.openExtensionPage('blank.html');
  const results: Result[] = [];
  for (const slug of SAVED_PAGES) {
    let addresses = 0;
    // Each save needs an address of its own, or it would find the one before.
    const newUrl = () => `${site.url(slug)}?round=${++addresses}`;
    const article = await running.open(newUrl());
    // The one click that grants `activeTab`; later documents of the same site keep it.
    await measureClick(running, article);
    const savings: Saving[] = [];
    const floors: number[] = [];
    const clicks: Click[] = [];
    for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
      sayRound(slug, round);
      await waitForPictures(helper);
      await openAnew(article, newUrl());
      const floor = await measureFloor(article);
      const saving = await measureSaving(article, helper, newUrl);
      await openAnew(article, newUrl());
      const click = await measureClick(running, article);
      if (round < 0) continue;
      floors.push(floor);
      savings.push(saving);
      clicks.push(click);
    }
    await waitForPictures(helper);
    await article.close();
    const part = (name: string, key: keyof Saving): Result => ({
      name: `… of it ${name}`,
      product: figureOf(savings.map((saving) => saving[key])),
      unit: 'ms',
    });
    const acknowledged = figureOf(savings.map((saving) => saving.acknowledged));
    results.push(
      { name: `Save of ${slug} acknowledged`, product: acknowledged, floor: figureOf(floors), target: 1.5, unit: 'ms' },
      part('message there and back', 'message'),
      part('injection of an empty script', 'injection'),
      part('capture script', 'capture'),
      part('decoding, hash, transaction', 'rest'),
      {
        name: `Toolbar click on ${slug} to popup’s document`,
        product: figureOf(clicks.map((c) => c.begun)),
        unit: 'ms',
      },
      { name: `Toolbar click on ${slug} to “Saved”`, product: figureOf(clicks.map((c) => c.said)), unit: 'ms' },
    );
  }
  return results;
}

/** Another one goes first in each round, so that none gains by its place. */
function inTurn<Kind>(kinds: readonly Kind[], round: number): readonly Kind[] {
  const first = (round + WARM_UP_ROUNDS) % kinds.length;
  return [...kinds.slice(first), ...kinds.slice(0, first)];
}

function sayRound(what: string, round: number): void {
  if (process.stdout.isTTY) process.stdout.write(`\r${what}: round ${round + 1} of ${rounds}   `);
}
