import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chanceFrom } from '../bench/support/chance.ts';
import { launchChromium } from '../tests/support/chromium.ts';
import { waitFor } from '../tests/support/wait-for.ts';
import { ask, bundleProbe } from './durability/probe.ts';
import { serveStories } from './durability/stories.ts';
import { judgeHeaps } from './soak/judge-heaps.ts';
import { type Heap, measureHeap } from './soak/measure-heap.ts';
import { differences, openModel, type Undo } from './soak/model.ts';
import { saveNew } from './soak/popup-steps.ts';
import { MOST_UNDOS, type Stage } from './soak/stage.ts';
import { chooseStep } from './soak/steps.ts';

// `npm run check:soak -- [--steps 10000] [--minutes 120] [--seed 1] [--every 100]` does at random what a reader does, through the
// real pages, which stay open all the time: saves, notes, marks, lists, tags, searches, changes of many, the trash and its end.
// After each step the database must be equal to a model that is kept beside it; at the end the full check finds nothing, and what
// is alive after the garbage was collected has not grown. `--only NAME,NAME` repeats these steps, to find the one that grows.

const { values } = parseArgs({
  options: {
    steps: { type: 'string', default: '10000' },
    minutes: { type: 'string', default: '120' },
    seed: { type: 'string', default: '1' },
    every: { type: 'string', default: '100' },
    only: { type: 'string', default: '' },
  },
});
const STEPS = Number(values.steps);
const MINUTES = Number(values.minutes);
const EVERY = Number(values.every);
/** How long the database may take to be what the model says. */
const PATIENCE_MS = 10_000;
/** Articles before the first step: with one, hardly anything can be done. */
const FIRST = 12;

const chance = chanceFrom(Number(values.seed));
const folder = await mkdtemp(join(tmpdir(), 'lectern-soak-'));
const site = await serveStories();
const probe = await bundleProbe();
// Of its own, so that a build meanwhile changes nothing.
const extensionDir = join(folder, 'build');
await cp(join(import.meta.dirname, '../.output/chrome-mv3'), extensionDir, { recursive: true });
const chromium = await launchChromium({ sitePort: site.port, extensionDir, size: { width: 1200, height: 760 } });

const errors: string[] = [];
const observer = await chromium.openExtensionPage('icon/16.png');
await observer.evaluate(probe);
const library = await chromium.openExtensionPage('library.html#inbox');
const notes = await chromium.openExtensionPage('library.html#notes');
const transfer = await chromium.openExtensionPage('transfer.html');
const readerPage = await chromium.openExtensionPage('icon/16.png');
const tab = await chromium.open('about:blank');
const pages = { library, 'library, notes': notes, transfer, reader: readerPage };
for (const [name, page] of Object.entries(pages))
  page.on('pageerror', (error) => {
    errors.push(`an error in ${name}: ${String(error)}`);
  });

const model = openModel();
const undos: Undo[] = [];
let stories = 0;

async function settle(): Promise<void> {
  let found: readonly string[] = [];
  await waitFor('the database to be equal to the model', PATIENCE_MS, async () => {
    found = differences(model, await ask(observer, 'stand'));
    return found.length === 0;
  }).catch(() => {
    throw new Error(found.slice(0, 8).join('\n    '));
  });
}

/** The article of the reader that stays open comes with the first page that is saved. */
const askedTwice: string[] = [];
const opening = { chromium, library, tab, model, chance, undos, askedTwice, nextStory: () => `s${++stories}`, settle };
async function begin(): Promise<Stage> {
  for (let n = 0; n < FIRST; n++) await saveNew(opening);
  const [article] = model.all();
  if (!article) throw new Error('The first page was not saved.');
  await readerPage.goto(`chrome-extension://${chromium.extensionId}/reader.html?article=${article.id}`);
  return { ...opening, reader: { page: readerPage, article } };
}

const heaps: { readonly x: number; readonly heap: Heap }[] = [];
async function measure(step: number): Promise<void> {
  heaps.push({ x: step, heap: await measureHeap(chromium, pages) });
  const recovery = chromium.browser.targets().find((target) => target.url().endsWith('/recovery.html'));
  if (recovery) errors.push(`the recovery page opened before step ${step}`);
}

const counts = new Map<string, { times: number; milliseconds: number }>();
let steps = 0;
let problem: string | undefined;
const begunAt = Date.now();
try {
  const stage = await begin();
  while (steps < STEPS && Date.now() - begunAt < MINUTES * 60_000) {
    if (steps % EVERY === 0 && heaps.at(-1)?.x !== steps) {
      await measure(steps);
      const minutes = ((Date.now() - begunAt) / 60_000).toFixed(1);
      const { heap } = heaps.at(-1) ?? {};
      console.log(`${steps} steps, ${minutes} min, ${model.articles.size} articles, ${JSON.stringify(heap)}`);
      if (errors.length > 0) throw new Error(errors.join('\n    '));
    }
    const begun = performance.now();
    const [name, step] = chooseStep(chance.next, model.articles.size, values.only);
    try {
      if ((await step(stage)) === false) continue;
      undos.splice(0, undos.length - MOST_UNDOS);
      await settle();
    } catch (error) {
      throw new Error(`step ${steps}, ${name}: ${String(error)}`);
    }
    const { times, milliseconds } = counts.get(name) ?? { times: 0, milliseconds: 0 };
    counts.set(name, { times: times + 1, milliseconds: milliseconds + performance.now() - begun });
    steps++;
  }
  await measure(steps);
} catch (error) {
  problem = String(error);
}

const { faults } = await ask(observer, 'look').catch((error: unknown) => ({ faults: [String(error)] }));
const { table, flat, growing, unclear } = judgeHeaps(heaps);
await chromium.close();
site.close();
await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);

console.table(
  Object.fromEntries(
    [...counts].map(([name, { times, milliseconds }]) => [
      name,
      { times, 'ms each': Math.round(milliseconds / times) },
    ]),
  ),
);
console.table(table);
for (const what of askedTwice) console.log(`Asked for twice: ${what}`);
for (const sentence of [problem, ...errors, ...faults.map((fault) => JSON.stringify(fault))])
  if (sentence !== undefined) console.log(sentence);
console.log(
  `${steps} steps (seed ${values.seed}) in ${((Date.now() - begunAt) / 60_000).toFixed(0)} minutes, ${stories} pages saved: ` +
    `${problem === undefined ? 'the database was equal to the model after each' : 'stopped'}, ` +
    `${faults.length} faults of the full check; of what is alive ${flat.length} counts are flat, ${growing.length} grow, ` +
    `${unclear.length} are unclear.`,
);
if (problem !== undefined || errors.length + faults.length + growing.length > 0) process.exitCode = 1;
