import { access, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { chanceFrom } from '../bench/support/chance.ts';
import { MIGRATIONS } from '../lib/store/migrations.ts';
import { type Chromium, launchChromium } from '../tests/support/chromium.ts';
import { copyProfile, keepLoss, type Running } from './durability/keep-loss.ts';
import { type Ledger, openLedger } from './durability/ledger.ts';
import { ask, bundleProbe } from './durability/probe.ts';
import { importFile, mark, merge, mergeInWorker, note, type Round, save } from './durability/rounds.ts';
import { serveStories } from './durability/stories.ts';

// `npm run check:kill -- [--rounds 200] [--workers 200] [--seed 1]` ends the browser with `kill -9`, then the worker, at random
// moments of saving, importing, writing notes and (the browser only) marks, merging the index and migrating. After each
// the library must hold all that was acknowledged, nothing half, and an index that says what the texts say. What may tell
// where a loss comes from is kept, and stays when the script ends.

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    workers: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});
const ROUNDS = Number(values.rounds);
const WORKER_ROUNDS = Number(values.workers ?? values.rounds);
const KINDS: Readonly<Record<string, Round>> = { save, import: importFile, note, mark, merge };
/** In which the worker has a part. The first two fill the library that the others need. */
const WORKER_KINDS: Readonly<Record<string, Round>> = { import: importFile, save, note, merge: mergeInWorker };
/** A library grows with its rounds, and checking it takes longer. */
const ROUNDS_A_PROFILE = 20;
const ROWS_TO_MIGRATE = 10_000;

const chance = chanceFrom(Number(values.seed));
const folder = await mkdtemp(join(tmpdir(), 'lectern-kill-'));
const site = await serveStories();
const probe = await bundleProbe();
const tally = new Map<
  string,
  { rounds: number; struck: number; acknowledged: number; lost: number; orphans: number; index: number }
>();
const problems: string[] = [];
let stories = 0;
const nextStory = (): string => `${values.seed}x${++stories}`;

const of = (kind: string) => {
  const known = tally.get(kind) ?? { rounds: 0, struck: 0, acknowledged: 0, lost: 0, orphans: 0, index: 0 };
  tally.set(kind, known);
  return known;
};

// Of its own, so that a build meanwhile changes nothing. The id of the extension, and with it its data, goes by this folder.
const extensionDir = join(folder, 'build');
await cp(join(import.meta.dirname, '../.output/chrome-mv3'), extensionDir, { recursive: true });
const launch = (profile: string): Promise<Chromium> =>
  launchChromium({ sitePort: site.port, userDataDir: profile, extensionDir });

async function openObserver(chromium: Chromium): Promise<Page> {
  const page = await chromium.openExtensionPage('icon/16.png');
  await page.evaluate(probe);
  return page;
}

/** A browser that starts beside others on a busy machine may not answer at first. */
const MOST_STARTS = 3;
let failedStarts = 0;
const beforeStart = join(folder, 'before-start');

/**
 * Starts the browser as a reader would: the library is opened, and writes what a closing page left beside the database. A
 * start that fails is ended and made again, and told in the sums; the profile stays what the ledger is held against.
 *
 * @throws what the last of three starts failed with
 */
async function start(profile: string): Promise<Running> {
  await copyProfile(profile, beforeStart);
  for (let starts = 1; ; starts++) {
    let chromium: Chromium | undefined;
    try {
      chromium = await launch(profile);
      return await goOn(profile, chromium);
    } catch (error) {
      if (chromium) await killBrowser(chromium);
      if (starts === MOST_STARTS) throw error;
      failedStarts++;
      console.log(`    a start of the browser failed: ${String(error)}`);
    }
  }
}

/** Ends the browser as a crash does, and waits until it is gone. */
async function killBrowser({ browser }: Chromium): Promise<void> {
  const running = browser.process();
  if (running?.exitCode !== null || running.signalCode !== null) return;
  const gone = new Promise((resolve) => running.once('exit', resolve));
  running.kill('SIGKILL');
  await gone;
}

/** Holds the library against the ledger. What was under way may go on, so it is given time to. */
async function judge(kind: string, round: number, running: Running, ledger: Ledger): Promise<void> {
  const look = () =>
    ask(running.observer, 'look').catch(async (error: unknown) => {
      // A library that can't be read is lost too.
      await keepFirstLoss(running);
      throw error;
    });
  const end = Date.now() + 30_000;
  let found = await look();
  while (found.imports.some(({ status }) => status === 'running') && Date.now() < end) {
    await pause(100);
    found = await look();
  }
  const missing = ledger.missing(found);
  const indexFaults = found.faults.filter((fault) => fault.kind === 'index');
  const orphans = found.faults.filter((fault) => fault.kind !== 'index');
  const row = of(kind);
  row.lost += missing.length;
  row.orphans += orphans.length;
  row.index += indexFaults.length;
  const isStuck = found.imports.some(({ status }) => status === 'running');
  const sentences = [
    ...missing,
    ...orphans.map((fault) => JSON.stringify(fault)),
    ...indexFaults.map((fault) => JSON.stringify(fault)),
    ...(isStuck ? ['an import did not go on'] : []),
  ];
  for (const sentence of sentences) {
    problems.push(`round ${round}, ${kind}: ${sentence}`);
    console.log(`    ${sentence}`);
  }
  if (missing.length > 0) await keepFirstLoss(running);
  const former = ledger.count();
  ledger.seen(found);
  row.acknowledged += ledger.count() - former;
}

const lossy = new Set<string>();

/** Once for each profile: what it lost is missing in all of its further rounds. */
async function keepFirstLoss(running: Running, before = beforeStart): Promise<void> {
  if (lossy.has(running.profile)) return;
  lossy.add(running.profile);
  console.log(await keepLoss(running, before));
}

async function killRounds(): Promise<void> {
  if (ROUNDS === 0) return;
  const kinds = Object.keys(KINDS).filter((kind) => values.only === undefined || kind === values.only);
  let profile = '';
  let ledger = openLedger();
  let before: string | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    if (round % ROUNDS_A_PROFILE === 0) {
      if (profile !== '') await closeProfile(profile, ledger, before, round);
      profile = await newProfile();
      ledger = openLedger();
      before = undefined;
    }
    const every = kinds.length + (values.only === undefined ? 1 : 0);
    const kind = values.only === 'migrate' ? 'migrate' : (kinds[round % every] ?? 'migrate');
    const began = Date.now();
    if (kind === 'migrate') await migrateRound(kind, round, false);
    else {
      await killRound(kind, round, profile, ledger, before);
      before = kind;
    }
    report(round, ROUNDS, kind, began);
  }
  await closeProfile(profile, ledger, before, ROUNDS);
}

/**
 * A profile as a reader's is, whose browser has been closed in peace before: Chromium writes its preferences, in which its extensions
 * stand, some ten seconds after a start and at its end. One that is killed sooner takes each start for the first.
 */
async function newProfile(): Promise<string> {
  const profile = await mkdtemp(join(folder, 'profile-'));
  const { chromium } = await goOn(profile, await launch(profile));
  await chromium.browser.close();
  await access(join(profile, 'Default/Preferences'));
  return profile;
}

async function closeProfile(profile: string, ledger: Ledger, before: string | undefined, round: number): Promise<void> {
  const running = await start(profile);
  if (before !== undefined) await judge(before, round - 1, running, ledger);
  await killBrowser(running.chromium);
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}

async function killRound(
  kind: string,
  round: number,
  profile: string,
  ledger: Ledger,
  before: string | undefined,
): Promise<void> {
  const running = await start(profile);
  if (before !== undefined) await judge(before, round - 1, running, ledger);
  await strike(kind, KINDS[kind], running, ledger, () => killBrowser(running.chromium));
}

/** Plays a round, ends it at its moment, and counts. */
async function strike(
  name: string,
  play: Round | undefined,
  { chromium, observer }: Running,
  ledger: Ledger,
  end: () => Promise<void>,
): Promise<void> {
  const row = of(name);
  let isOver = false;
  let ended: Promise<void> | undefined;
  const former = ledger.count();
  const strikeIn = (milliseconds: number) => {
    ended = pause(milliseconds).then(() => {
      row.struck++;
      isOver = true;
      return end();
    });
  };
  const stage = { chromium, observer, ledger, chance, folder, nextStory, strikeIn, isOver: () => isOver };
  await play?.(stage).catch((error: unknown) => {
    // A page that was struck answers no more. Before that, it is a failure of the round itself.
    if (!isOver) throw error;
  });
  await ended;
  row.rounds++;
  row.acknowledged += ledger.count() - former;
}

/** All versions but the present one have been in readers' hands. */
const NEWEST_OLDER = MIGRATIONS.length - 1;
let migrated = 0;

/** Older databases as they are before their migration, one profile for each version. */
const older = new Map<number, Promise<{ profile: string; rows: string }>>();

async function seedOlder(version: number): Promise<{ profile: string; rows: string }> {
  const profile = await mkdtemp(join(folder, `version-${version}-`));
  const chromium = await launch(profile);
  const observer = await openObserver(chromium);
  await chromium.stopWorker();
  await ask(observer, 'seedOlder', version, ROWS_TO_MIGRATE);
  const rows = await ask(observer, 'countOlder');
  await chromium.browser.close();
  return { profile, rows };
}

/** Migrates a copy of an older database, and ends the browser or only the worker on the way. */
async function migrateRound(name: string, round: number, isWorkerAlone: boolean): Promise<void> {
  const version = (migrated++ % NEWEST_OLDER) + 1;
  const seeding = older.get(version) ?? seedOlder(version);
  older.set(version, seeding);
  const { profile, rows } = await seeding;
  const copy = await mkdtemp(join(folder, 'migrating-'));
  await copyProfile(profile, copy);
  const row = of(name);
  const chromium = await launch(copy);
  // The worker opens the database at once; the page joins in.
  const opening = isWorkerAlone ? undefined : chromium.openExtensionPage('library.html').catch(() => undefined);
  await pause(chance.next() * 1500);
  await (isWorkerAlone ? stopWorker(chromium) : killBrowser(chromium));
  await opening;
  row.struck++;
  const running = isWorkerAlone ? await goOn(copy, chromium) : await start(copy);
  const kept = await ask(running.observer, 'countOlder');
  row.rounds++;
  row.acknowledged += ROWS_TO_MIGRATE;
  if (kept !== rows) {
    row.lost++;
    problems.push(`round ${round}, ${name} from ${version}: there were ${rows}, and there are ${kept}`);
    await keepFirstLoss(running, isWorkerAlone ? profile : beforeStart);
  }
  await killBrowser(running.chromium);
  await rm(copy, { recursive: true, force: true, maxRetries: 5 });
}

/** Opens the library in a browser that runs on. */
async function goOn(profile: string, chromium: Chromium): Promise<Running> {
  await chromium.openExtensionPage('library.html');
  return { profile, chromium, observer: await openObserver(chromium) };
}

/** On a busy machine the next one may be there before the end of this was seen. */
const stopWorker = (chromium: Chromium): Promise<void> => chromium.stopWorker().catch(() => undefined);

async function workerRounds(): Promise<void> {
  const kinds = [...Object.keys(WORKER_KINDS), 'migrate'].filter(
    (kind) => values.only === undefined || kind === values.only,
  );
  for (let first = 0; first < WORKER_ROUNDS; first += ROUNDS_A_PROFILE) {
    const profile = await mkdtemp(join(folder, 'worker-'));
    const running = await start(profile);
    const { chromium, observer } = running;
    const ledger = openLedger();
    for (let round = first; round < Math.min(WORKER_ROUNDS, first + ROUNDS_A_PROFILE); round++) {
      const began = Date.now();
      const kind = kinds[round % kinds.length] ?? 'migrate';
      const name = `${kind}, worker`;
      if (kind === 'migrate') await migrateRound(name, round, true);
      else {
        await strike(name, WORKER_KINDS[kind], running, ledger, () => stopWorker(chromium));
        if (kind === 'merge') tellMerge(await ask(observer, 'unmerged'));
        // Whatever it left is taken up by the next that starts.
        await observer.evaluate('chrome.runtime.sendMessage({ kind: "run-imports" }).catch(() => undefined)');
        await judge(name, round, running, ledger);
        for (const page of await chromium.browser.pages())
          if (page !== observer) await page.close().catch(() => undefined);
      }
      report(round, WORKER_ROUNDS, name, began);
    }
    await killBrowser(chromium);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Merges that the stopped worker had ended, and those it had not: with only one of the two, the moments are chosen wrongly. */
const merges = { ended: 0, cut: 0 };
function tellMerge(unmerged: number): void {
  merges[unmerged > 2 ? 'cut' : 'ended']++;
}

function report(round: number, rounds: number, kind: string, began: number): void {
  console.log(
    `${round + 1} of ${rounds}  ${kind.padEnd(16)} ${((Date.now() - began) / 1000).toFixed(1)} s  ${problems.length} problems`,
  );
}

try {
  await killRounds();
  await workerRounds();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
} catch (error) {
  // What could not be judged may be a loss.
  console.log(`The profiles are left in ${folder}`);
  throw error;
} finally {
  site.close();
}
for (const problem of problems.slice(0, 50)) console.log(problem);
console.table(Object.fromEntries(tally));
if (merges.ended + merges.cut > 0)
  console.log(`The worker's merges: ${merges.ended} ended before it did, ${merges.cut} not.`);
if (failedStarts > 0) console.log(`${failedStarts} starts of the browser failed and were made again.`);
const sum = (key: 'struck' | 'acknowledged' | 'lost' | 'orphans' | 'index') =>
  [...tally.values()].reduce((total, row) => total + row[key], 0);
console.log(
  `${sum('struck')} times ended (seed ${values.seed}): ${sum('acknowledged')} acknowledged writes, ${sum('lost')} lost, ` +
    `${sum('orphans')} orphans, ${sum('index')} articles wrong in the index.`,
);
if (problems.length > 0) process.exitCode = 1;
