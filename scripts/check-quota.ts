import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { type Chromium, launchChromium } from '../tests/support/chromium.ts';
import { readAll } from '../tests/support/read-database.ts';
import { waitFor } from '../tests/support/wait-for.ts';
import { waitForText } from '../tests/support/wait-for-text.ts';
import { ask, bundleProbe } from './durability/probe.ts';
import { serveStories, storiesToImport, storyUrl } from './durability/stories.ts';

// `npm run check:quota` spends the quota of a real Chromium and tries each kind of write. None may leave anything half-written, each must
// say what happened, and all must go on once there is room again. With `unlimitedStorage` the browser knows no quota, so it is
// taken out of the build's manifest; on a full disk the browser fails in the same words.

const NO_ROOM = /There is no room left on this disk\. Free some space on it/;
/** Chromium remembers for half a minute how much room there is. */
const NOTICED_MS = 60_000;
const WAIT_MS = 20_000;
const folder = await mkdtemp(join(tmpdir(), 'lectern-quota-'));
const site = await serveStories();
const problems: string[] = [];
let tried = 0;

async function limitedBuild(): Promise<string> {
  const build = join(folder, 'build');
  await cp(join(import.meta.dirname, '../.output/chrome-mv3'), build, { recursive: true });
  const path = join(build, 'manifest.json');
  const manifest: { permissions: string[] } = JSON.parse(await readFile(path, 'utf8'));
  manifest.permissions = manifest.permissions.filter((permission) => permission !== 'unlimitedStorage');
  await writeFile(path, JSON.stringify(manifest));
  return build;
}

interface Stage {
  readonly chromium: Chromium;
  /** A page of the extension with none of its code but the probe. */
  readonly observer: Page;
  readonly client: CDPSession;
}

/** A write that fails, and the same once there is room. */
async function attempt(name: string, work: () => Promise<unknown>): Promise<void> {
  tried++;
  const began = Date.now();
  const problem = await work().then(
    () => undefined,
    (error: unknown) => String(error),
  );
  if (problem !== undefined) problems.push(`${name}: ${problem}`);
  console.log(`${problem === undefined ? 'ok    ' : 'FAILED'} ${name}  ${((Date.now() - began) / 1000).toFixed(1)} s`);
  if (problem !== undefined) console.log(`       ${problem.slice(0, 600)}`);
}

async function spendQuota({ chromium, observer, client }: Stage): Promise<void> {
  const origin = `chrome-extension://${chromium.extensionId}`;
  await client.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await waitFor('the end of the quota', NOTICED_MS, () => observer.evaluate(isFull));
}

async function giveQuotaBack({ chromium, observer, client }: Stage): Promise<void> {
  await client.send('Storage.overrideQuotaForOrigin', { origin: `chrome-extension://${chromium.extensionId}` });
  await waitFor('room', NOTICED_MS, async () => !(await observer.evaluate(isFull)));
}

/** Tries a write beside the library. Serialised into the page. */
async function isFull(): Promise<boolean> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('quota-probe', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  }).catch(() => undefined);
  if (!db) return true;
  const transaction = db.transaction('rows', 'readwrite');
  transaction.objectStore('rows').put(crypto.getRandomValues(new Uint8Array(50_000)), 'row');
  const isWritten = await new Promise<boolean>((resolve) => {
    transaction.oncomplete = () => resolve(true);
    transaction.onabort = () => resolve(false);
  });
  db.close();
  return !isWritten;
}

async function savePage({ chromium }: Stage, number: string): Promise<Page> {
  return chromium.clickToolbar(await chromium.open(storyUrl(number)));
}

/** What must not change while nothing can be written, and the faults of a full check. */
const stateOf = async ({ observer }: Stage): Promise<string> =>
  `${await ask(observer, 'truth')}\n${JSON.stringify((await ask(observer, 'look')).faults)}`;

async function press(page: Page, words: string): Promise<void> {
  const button = await page.waitForSelector(`::-p-xpath(//button[starts-with(normalize-space(), "${words}")])`, {
    timeout: WAIT_MS,
  });
  await button?.click();
}

async function chooseFile(page: Page, name: string, text: string): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, text);
  await (await page.waitForSelector('input[type=file][multiple]'))?.uploadFile(path);
}

const keptPictures = async (observer: Page): Promise<number> =>
  (await readAll(observer, 'pictures')).filter(({ state }) => state === 'kept').length;

const chromium = await launchChromium({ sitePort: site.port, extensionDir: await limitedBuild() });
try {
  const observer = await chromium.openExtensionPage('icon/16.png');
  await observer.evaluate(await bundleProbe());
  const stage: Stage = { chromium, observer, client: await observer.createCDPSession() };

  for (const number of ['a1', 'a2']) await waitForText(await savePage(stage, number), '.status', /2 pictures kept/);
  const id = await ask(observer, 'idOf', storyUrl('a1'));
  const library = await chromium.openExtensionPage(`library.html#inbox/${id}`);
  await library.waitForSelector('.detail textarea:not([disabled])');
  await library.goto(library.url().replace(/#.*/, `#inbox/${await ask(observer, 'idOf', storyUrl('a2'))}`));
  await waitForText(library, '.detail', /Story a2/);
  await library.keyboard.press('#');
  await waitForText(library, '.undo-bar', /moved to Trash/);
  await library.goto(library.url().replace(/#.*/, `#inbox/${id}`));
  await waitForText(library, '.detail', /Story a1/);
  const reader = await chromium.openExtensionPage(`reader.html?article=${id}`);
  await reader.waitForSelector('.article-body p');
  const transfer = await chromium.openExtensionPage('transfer.html');
  await chooseFile(transfer, 'wallabag.json', storiesToImport(Array.from({ length: 30 }, (_, n) => `i${n}`)));
  await transfer.waitForSelector('::-p-xpath(//button[starts-with(normalize-space(), "Add 30")])');
  // Its text is kept, and its pictures are on their way when the room ends.
  const held = await chromium.open(storyUrl('held'));
  site.holdPictures();
  await waitForText(await chromium.clickToolbar(held), '.status', /Keeping pictures/);

  await spendQuota(stage);
  const before = await stateOf(stage);
  await attempt('pictures give way, and stay in their queue', async () => {
    site.letPictures();
    const text =
      'chrome.alarms.getAll().then((all) => all.find(({ name }) => name === "keep-pictures")?.scheduledTime ?? 0)';
    await waitFor(
      'the queue to wait for room',
      WAIT_MS,
      async () => Number(await observer.evaluate(text)) > Date.now() + 120_000,
    );
    const waiting = (await readAll(observer, 'pictures')).filter(
      ({ state, attempts }) => state === 'waiting' && attempts === 0,
    );
    if (waiting.length !== 2) throw new Error(`${waiting.length} pictures wait`);
  });
  await attempt('a save says that there is no room', async () => {
    const popup = await savePage(stage, 'full');
    await waitForText(popup, '.card', /There is no room left on this disk/);
    await waitForText(popup, '.card', /Nothing of it was kept[\s\S]*Free some space on it and try again/);
  });
  await attempt('a link says so', async () => {
    const popup = await savePage(stage, 'full2');
    await press(popup, 'Keep the link');
    await waitForText(popup, '.card', /There is no room left on this disk/);
  });
  await attempt('a note says so, and stays in its field', async () => {
    await library.bringToFront();
    await library.focus('.detail textarea');
    await library.keyboard.type('Written without room');
    await waitForText(library, '.note-failure', NO_ROOM);
  });
  await attempt('an action says so', async () => {
    await library.evaluate('document.activeElement.blur()');
    await library.keyboard.press('f');
    await waitForText(library, '.undo-bar', NO_ROOM);
    // The note that could not be written is left behind, as a reader does.
    await library.goto(library.url().replace(/#.*/, `#inbox/${await ask(observer, 'idOf', storyUrl('held'))}`));
    await waitForText(library, '.detail', /Story held/);
  });
  await attempt('a mark says so', async () => {
    await reader.bringToFront();
    await reader.evaluate(() => {
      const text = document.querySelector('.article-body p')?.firstChild;
      if (text) getSelection()?.setBaseAndExtent(text, 0, text, 40);
    });
    await (await reader.waitForSelector('.mark-toolbar [aria-label="Mark green"]'))?.click();
    await waitForText(reader, '.undo-bar', NO_ROOM);
  });
  await attempt('an import says so', async () => {
    await transfer.bringToFront();
    await press(transfer, 'Add 30');
    await waitForText(transfer, '#app', NO_ROOM);
  });
  await attempt('a merge of the search index leaves it as it was', async () => {
    await observer.evaluate('chrome.runtime.sendMessage({ kind: "keep-index" }).catch(() => undefined)');
  });
  await attempt('the trash says so', async () => {
    const bin = await chromium.openExtensionPage('library.html#trash');
    await press(bin, 'Empty Trash…');
    await press(bin, 'Erase for good');
    await waitForText(bin, '.undo-bar', NO_ROOM);
    await bin.close();
  });
  await attempt('nothing is half-written, and nothing has changed', async () => {
    const now = await stateOf(stage);
    if (now !== before) throw new Error(`it was\n${before}\nand is\n${now}`);
  });

  await giveQuotaBack(stage);
  await attempt('the note is written by itself', async () => {
    await library.bringToFront();
    const notes = async () => Object.values((await ask(observer, 'peek')).notes);
    await waitFor('the note', WAIT_MS, async () => (await notes()).includes('Written without room'));
  });
  await attempt('the trash can be emptied', async () => {
    const bin = await chromium.openExtensionPage('library.html#trash');
    await press(bin, 'Empty Trash…');
    await press(bin, 'Erase for good');
    await waitForText(bin, 'main', /The trash is empty/);
    await bin.close();
  });
  await attempt('pictures go on with the next alarm', async () => {
    await observer.evaluate('chrome.alarms.create("keep-pictures", { when: Date.now() })');
    await waitFor('the pictures', WAIT_MS, async () => (await keptPictures(observer)) === 4);
  });
  await attempt('the same import goes through', async () => {
    const again = await chromium.openExtensionPage('transfer.html');
    await chooseFile(again, 'wallabag.json', storiesToImport(Array.from({ length: 30 }, (_, n) => `i${n}`)));
    await press(again, 'Add 30');
    await waitForText(again, '#app', /30 articles added/);
  });
  await attempt('the same save goes through', async () => {
    await waitForText(await savePage(stage, 'full'), '.status', /2 pictures kept/);
  });
  await attempt('the library is whole', async () => {
    const { faults, urls } = await ask(observer, 'look');
    if (faults.length > 0 || urls.length !== 33) throw new Error(`${urls.length} articles, ${JSON.stringify(faults)}`);
  });
} finally {
  await chromium.close().catch(() => undefined);
  site.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
console.log(`${tried} tries with the quota spent and after it: ${problems.length} failed.`);
if (problems.length > 0) process.exitCode = 1;
