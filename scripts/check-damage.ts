import { cp, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { chanceFrom } from '../bench/support/chance.ts';
import { type Chromium, launchChromium } from '../tests/support/chromium.ts';
import { waitFor } from '../tests/support/wait-for.ts';
import { waitForText } from '../tests/support/wait-for-text.ts';
import { DAMAGES, type Damage, databaseFiles } from './durability/damage.ts';
import { ask, bundleProbe } from './durability/probe.ts';
import { serveStories, storiesToImport, storyUrl } from './durability/stories.ts';
import { clickOn } from './soak/hands.ts';

// `npm run check:damage -- [--seed 1] [--only NAME]` damages a library in each way of `durability/damage.ts`, starts the browser
// anew, and sees whether Lectern notices, says so, overwrites nothing, and has everything back from a vault.

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, only: { type: 'string', default: '' } },
});
const chance = chanceFrom(Number(values.seed));
const folder = await mkdtemp(join(tmpdir(), 'lectern-damage-'));
const site = await serveStories();
const probe = await bundleProbe();
const extensionDir = join(folder, 'build');
await cp(join(import.meta.dirname, '../.output/chrome-mv3'), extensionDir, { recursive: true });
const WAIT_MS = 20_000;
/**
 * Enough that the database lies in tables: LevelDB keeps the last 4 MB in its log, and what is only there is whole again from it,
 * whatever happened to tables, MANIFEST's pointer or both. 120 stories of one length were less than that (November 2026).
 */
const IMPORTED = 400;
const LENGTHS = 10;
const LEAST_IN_TABLES = 4_000_000;

const launch = (profile: string) => launchChromium({ sitePort: site.port, userDataDir: profile, extensionDir });

async function openProbe(chromium: Chromium): Promise<Page> {
  const page = await chromium.openExtensionPage('icon/16.png');
  await page.evaluate(probe);
  return page;
}

const press = (page: Page, words: string): Promise<void> => clickOn(page, 'button', words);

/** A library with texts, pictures, a note, a list and tags, its vault, and what is in it. */
async function makeLibrary(): Promise<{ profile: string; vault: string; truth: string }> {
  const profile = join(folder, 'whole');
  await mkdir(profile);
  const downloads = join(folder, 'downloads');
  await mkdir(downloads);
  const chromium = await launch(profile);
  const observer = await openProbe(chromium);
  const transfer = await chromium.openExtensionPage('transfer.html?download');
  const file = join(folder, 'wallabag.json');
  await writeFile(
    file,
    storiesToImport(
      Array.from({ length: IMPORTED }, (_, i) => `i${i}`),
      LENGTHS,
    ),
  );
  const input = await transfer.waitForSelector('input[type=file][multiple]');
  await input?.uploadFile(file);
  await press(transfer, `Add ${IMPORTED}`);
  await waitFor('the import', 180_000, () =>
    transfer.evaluate((words) => document.body.textContent?.includes(words), `${IMPORTED} articles added`),
  );
  for (const number of ['s1', 's2', 's3']) {
    const tab = await chromium.open(storyUrl(number));
    const popup = await chromium.clickToolbar(tab);
    await waitForText(popup, '.status', /Saved to Inbox · 2 pictures kept/);
    await popup.close();
    await tab.close();
  }
  const id = await ask(observer, 'idOf', storyUrl('s1'));
  const library = await chromium.openExtensionPage(`library.html#inbox/${id}`);
  await library.waitForSelector('.detail textarea:not([disabled])');
  await library.focus('.detail textarea');
  await library.keyboard.type('What I thought of it');
  await waitFor('the note', WAIT_MS, async () =>
    Object.values((await ask(observer, 'peek')).notes).includes('What I thought of it'),
  );
  const client = await transfer.createCDPSession();
  await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  await transfer.bringToFront();
  await press(transfer, 'Make a vault');
  await waitFor('the vault to be written', 120_000, () =>
    transfer.evaluate(
      (words) => document.body.textContent?.includes(words),
      `The vault holds ${IMPORTED + 3} articles`,
    ),
  );
  const name = await waitFor('the vault', WAIT_MS, async () =>
    (await readdir(downloads)).find((each) => each.endsWith('.zip')),
  );
  // Every page and the worker remember how the library stands; the worker a moment after its last work.
  await observer.evaluate('chrome.runtime.sendMessage({}).catch(() => undefined)');
  await waitFor('what is remembered', WAIT_MS, async () => {
    const counts = 'chrome.storage.local.get("library").then(({ library }) => library?.counts)';
    const { articles, notes } = ((await observer.evaluate(counts)) ?? {}) as { articles?: number; notes?: number };
    return articles === IMPORTED + 3 && notes === 1;
  });
  const truth = await ask(observer, 'truth');
  await chromium.browser.close();
  // A second start writes the log into tables, so that both are there to be damaged.
  const again = await launch(profile);
  await again.openExtensionPage('library.html');
  await pause(3000);
  await again.browser.close();
  const tables = await databaseFiles(profile, (each) => each.endsWith('.ldb'));
  const sizes = await Promise.all(tables.map(async (path) => (await stat(path)).size));
  const inTables = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`The library has ${IMPORTED + 3} articles and ${tables.length} tables of ${inTables} bytes.`);
  if (inTables < LEAST_IN_TABLES) throw new Error('Too little of it is in tables for damage to them to be tried.');
  return { profile, vault: join(downloads, name), truth };
}

/** Gives what went wrong; nothing if all was right. */
async function suffer(damage: Damage, library: Awaited<ReturnType<typeof makeLibrary>>): Promise<readonly string[]> {
  const profile = await mkdtemp(join(folder, 'damaged-'));
  await cp(library.profile, profile, { recursive: true });
  if (damage.rows !== undefined) {
    const chromium = await launch(profile);
    const page = await openProbe(chromium);
    await chromium.stopWorker();
    await page.evaluate(damage.rows);
    await chromium.browser.close();
  }
  await damage.files?.(profile, chance);
  const chromium = await launch(profile);
  try {
    return await recover(damage, library, chromium);
  } finally {
    await chromium.browser.close().catch(() => undefined);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function recover(
  damage: Damage,
  library: { vault: string; truth: string },
  chromium: Chromium,
): Promise<readonly string[]> {
  // The start of the browser alone: the worker looks, and opens the page by itself.
  const target = await chromium.browser
    .waitForTarget((one) => one.url().endsWith('/recovery.html'), { timeout: WAIT_MS })
    .catch(() => undefined);
  if (!target) return [(await isUnharmed(chromium, library.truth)) ? 'harmless' : 'not noticed'];
  const page = await target.asPage();
  await page
    .waitForFunction(() => document.querySelector('.is-lost') !== null, { timeout: WAIT_MS })
    .catch(() => undefined);
  const said = await page.evaluate(() => document.querySelector('.is-lost')?.textContent ?? '(nothing)');
  const problems: string[] = [];
  if (!damage.says.test(said)) problems.push(`said: ${said}`);
  const observer = await openProbe(chromium);
  const remembered = () =>
    observer.evaluate('chrome.storage.local.get("library").then(({ library }) => JSON.stringify(library))');
  const before = await remembered();
  const rows = await ask(observer, 'truth').catch((error: unknown) => `unreadable: ${String(error)}`);
  await pause(3000);
  if ((await remembered()) !== before) problems.push('what was remembered is overwritten');
  if ((await ask(observer, 'truth').catch((error: unknown) => `unreadable: ${String(error)}`)) !== rows)
    problems.push('rows changed by themselves');
  await page.bringToFront();
  if (/does not open/.test(said)) {
    await press(page, 'Make a new database');
    await press(page, 'Remove the damaged files');
    await waitForText(page, '.is-lost', /The library was emptied/);
  }
  const input = await page.$('input[type=file]');
  await input?.uploadFile(library.vault);
  await press(page, `Restore ${IMPORTED + 3}`);
  await waitFor('the restored vault', 120_000, () =>
    page.evaluate(() => document.body.textContent?.includes('Restored: ')),
  );
  const goOn = '::-p-xpath(//button[starts-with(normalize-space(), "Go on with what is here")])';
  if (await page.$(goOn)) await press(page, 'Go on with what is here');
  await press(page, 'Check');
  await waitForText(page, '#app', /Everything is whole|Found:/);
  if (await page.$('::-p-xpath(//button[normalize-space() = "Repair"])')) {
    await press(page, 'Repair');
    await waitForText(page, '#app', /mended/);
    await waitForText(page, '#app', /Everything is whole|Found:/);
  }
  const restored = await ask(observer, 'truth');
  if (restored !== library.truth) problems.push(`not all is back:\n${difference(library.truth, restored)}`);
  const { faults } = await ask(observer, 'look');
  for (const fault of faults) problems.push(JSON.stringify(fault));
  console.log(`    ${said.slice(0, 160)}`);
  return problems;
}

/** Damage may hit bytes that nobody needs. */
async function isUnharmed(chromium: Chromium, truth: string): Promise<boolean> {
  const observer = await openProbe(chromium);
  return (await ask(observer, 'truth')) === truth && (await ask(observer, 'look')).faults.length === 0;
}

const difference = (one: string, other: string): string => {
  const [was, is] = [one.split('\n'), other.split('\n')];
  return [
    ...was.filter((line) => !is.includes(line)).map((line) => `- ${line}`),
    ...is.filter((line) => !was.includes(line)).map((line) => `+ ${line}`),
  ]
    .slice(0, 12)
    .join('\n');
};

const tried = DAMAGES.filter(({ name }) => name.includes(values.only));
let failed = 0;
let harmless = 0;
try {
  const library = await makeLibrary();
  for (const damage of tried) {
    const problems = await suffer(damage, library).catch((error: unknown) => [String(error)]);
    const isHarmless = problems[0] === 'harmless';
    if (isHarmless) harmless++;
    else if (problems.length > 0) failed++;
    console.log(`${isHarmless ? 'harmless' : problems.length > 0 ? 'FAILED' : 'ok'}  ${damage.name}`);
    if (!isHarmless) for (const problem of problems) console.log(`    ${problem}`);
  }
} finally {
  site.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
}
console.log(`${tried.length} kinds of damage (seed ${values.seed}): ${failed} failed, ${harmless} did no harm.`);
if (failed > 0) process.exitCode = 1;
