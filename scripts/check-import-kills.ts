import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { chanceFrom } from '../bench/support/chance.ts';
import { type Chromium, launchChromium } from '../tests/support/chromium.ts';
import { readAll } from '../tests/support/read-database.ts';
import { waitFor } from '../tests/support/wait-for.ts';

// `npm run check:import-kills -- [--rounds 50] [--seed 1]` ends the browser with `kill -9` at a random moment of an import and of a
// restore, in turn. Afterwards an import must go on to its end or never have begun, a restore must have left whole articles alone and
// be completed by choosing the vault again.

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '50' }, seed: { type: 'string', default: '1' } },
});
const ROUNDS = Number(values.rounds);
const ROWS = 1600;
const TEXTS = 120;
const WAIT_MS = 120_000;
const chance = chanceFrom(Number(values.seed));

const folder = await mkdtemp(join(tmpdir(), 'lectern-import-kills-'));
const extensionDir = join(folder, 'build');
await cp(join(import.meta.dirname, '../.output/chrome-mv3'), extensionDir, { recursive: true });
const profile = join(folder, 'profile');
const launch = (): Promise<Chromium> => launchChromium({ sitePort: 9, userDataDir: profile, extensionDir });
const problems: string[] = [];
const tally = { resumed: 0, neverBegun: 0, ended: 0, restores: 0, partly: 0 };

interface Row {
  readonly id: string;
  readonly articleId: string;
  readonly url: string;
  readonly versionId?: string;
  readonly bodyHash: string;
  readonly hash: string;
  readonly status: string;
  readonly createdAt: number;
}
const rowsOf = async (page: Page, table: string) => (await readAll(page, table)) as unknown as readonly Row[];

async function killBrowser({ browser }: Chromium): Promise<void> {
  const running = browser.process();
  const gone = new Promise((resolve) => running?.once('exit', resolve));
  running?.kill('SIGKILL');
  await gone;
}

async function openTransfer(chromium: Chromium): Promise<Page> {
  const page = await chromium.openExtensionPage('transfer.html?download');
  const client = await page.createCDPSession();
  await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  return page;
}

const press = async (page: Page, words: string) => {
  const button = await page.waitForSelector(`::-p-xpath(//button[starts-with(normalize-space(), "${words}")])`, {
    timeout: WAIT_MS,
  });
  await button?.click();
};

const choose = async (page: Page, path: string) => {
  const input = await page.$('input[type=file][multiple]');
  await input?.uploadFile(path);
};

/** What is half: an article without its reading state or its text, and a row of an article that is not here. */
async function findHalves(page: Page): Promise<readonly string[]> {
  const [articles, readings, versions, bodies, taggings, marks] = await Promise.all(
    ['articles', 'readings', 'versions', 'bodies', 'taggings', 'highlights'].map((table) => rowsOf(page, table)),
  );
  const ids = new Set(articles?.map(({ id }) => id));
  const read = new Set(readings?.map(({ articleId }) => articleId));
  const texts = new Map(versions?.map(({ id, bodyHash }) => [id, bodyHash]));
  const hashes = new Set(bodies?.map(({ hash }) => hash));
  const halves = (articles ?? []).filter(
    ({ id, versionId }) => !read.has(id) || (versionId !== undefined && !hashes.has(texts.get(versionId) ?? '')),
  );
  const strays = [readings, versions, taggings, marks].flatMap((rows) =>
    (rows ?? []).filter(({ articleId }) => !ids.has(articleId)),
  );
  return [...halves.map(({ url }) => `half ${url}`), ...strays.map(({ articleId }) => `stray of ${articleId}`)];
}

/** All tables of a library but what is derived, emptied. */
async function wipe(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((go) => {
      const opening = indexedDB.open('lectern');
      opening.onsuccess = () => go(opening.result);
    });
    const names = [...db.objectStoreNames].filter((name) => !/^index|^canary$/.test(name));
    const transaction = db.transaction([...names, 'indexArticles'], 'readwrite');
    for (const name of [...names, 'indexArticles']) transaction.objectStore(name).clear();
    await new Promise((go) => {
      transaction.oncomplete = go;
    });
    db.close();
    // Wiped on purpose: a page that tells of a loss would come before the one that is clicked in.
    await (
      globalThis as unknown as { chrome: { storage: { local: { remove(key: string): Promise<void> } } } }
    ).chrome.storage.local.remove('library');
  });
}

async function importRound(round: number, span: number): Promise<number> {
  const file = join(folder, `round-${round}.csv`);
  const url = (n: number) => `https://r${round}.example/${n}`;
  const rows = Array.from({ length: ROWS }, (_, n) => `Story ${n},${url(n)},${1_600_000_000 + n},sea|r${round},unread`);
  await writeFile(file, ['title,url,time_added,tags,status', ...rows, ''].join('\n'));
  let chromium = await launch();
  let page = await openTransfer(chromium);
  await choose(page, file);
  await press(page, 'Add 1,600');
  const startedAt = Date.now();
  await pause(chance.next() * span);
  await killBrowser(chromium);
  chromium = await launch();
  page = await openTransfer(chromium);
  const jobOf = async () => (await rowsOf(page, 'imports')).toSorted((a, b) => b.createdAt - a.createdAt)[0];
  const before = (await rowsOf(page, 'articles')).filter((row) => row.url.startsWith(`https://r${round}.`)).length;
  const job = await jobOf();
  if (!job || job.createdAt < startedAt - 60_000 || job.status === 'staging') {
    tally.neverBegun++;
    if (before > 0) problems.push(`round ${round}: ${before} articles of an import that never began`);
  } else {
    if (before < ROWS) tally.resumed++;
    else tally.ended++;
    await waitFor('the end of the import', WAIT_MS, async () => (await jobOf())?.status === 'done');
    const after = (await rowsOf(page, 'articles')).filter((row) => row.url.startsWith(`https://r${round}.`)).length;
    if (after !== ROWS) problems.push(`round ${round}: ${after} of ${ROWS} articles`);
  }
  for (const half of await findHalves(page)) problems.push(`round ${round}: ${half}`);
  const took = Date.now() - startedAt;
  await wipe(page);
  await chromium.close();
  return took;
}

/** Makes a vault of articles with texts and marks. */
async function makeVault(): Promise<string> {
  const chromium = await launch();
  const page = await openTransfer(chromium);
  const entries = Array.from({ length: TEXTS }, (_, n) => ({
    url: `https://wall.example/${n}`,
    title: `Tides ${n}`,
    is_archived: 0,
    is_starred: 0,
    tags: ['sea'],
    content: `<p>${`Bright words of story ${n}. `.repeat(200)}</p>`,
    annotations: [{ quote: `words of story ${n}`, text: 'mine' }],
  }));
  const file = join(folder, 'wallabag.json');
  await writeFile(file, JSON.stringify(entries));
  await choose(page, file);
  await press(page, `Add ${TEXTS}`);
  await waitFor('the library', WAIT_MS, async () => (await rowsOf(page, 'imports'))[0]?.status === 'done');
  await press(page, 'Make a vault');
  const name = await waitFor('the vault', WAIT_MS, async () =>
    (await readdir(folder)).find((each) => /^lectern-vault-.*\.zip$/.test(each)),
  );
  await wipe(page);
  await chromium.close();
  return join(folder, name);
}

async function restoreRound(round: number, vault: string, span: number): Promise<void> {
  let chromium = await launch();
  let page = await openTransfer(chromium);
  await choose(page, vault);
  await press(page, `Restore ${TEXTS}`);
  await pause(chance.next() * span);
  await killBrowser(chromium);
  chromium = await launch();
  page = await openTransfer(chromium);
  for (const half of await findHalves(page)) problems.push(`round ${round}: after the kill ${half}`);
  const before = (await rowsOf(page, 'articles')).length;
  tally.restores++;
  if (before > 0 && before < TEXTS) tally.partly++;
  await choose(page, vault);
  await press(page, `Restore ${TEXTS}`);
  await waitFor('the restore', WAIT_MS, async () => (await rowsOf(page, 'articles')).length === TEXTS);
  await page.waitForFunction(() => /Restored:/.test(document.body.textContent ?? ''), {
    timeout: WAIT_MS,
    polling: 200,
  });
  const [versions, marks] = await Promise.all([rowsOf(page, 'versions'), rowsOf(page, 'highlights')]);
  if (versions.length !== TEXTS || marks.length !== TEXTS) {
    problems.push(`round ${round}: ${versions.length} texts and ${marks.length} marks of ${TEXTS}`);
  }
  for (const half of await findHalves(page)) problems.push(`round ${round}: after going on ${half}`);
  await wipe(page);
  await chromium.close();
}

try {
  const vault = await makeVault();
  for (let round = 1; round <= ROUNDS; round++) {
    if (round % 2 === 1) await importRound(round, 4000);
    else await restoreRound(round, vault, 3000);
    console.log(`round ${round}: ${JSON.stringify(tally)} ${problems.length} problems`);
  }
  for (const problem of problems.slice(0, 40)) console.log(problem);
  if (problems.length > 0) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
