import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, countRequests, launchChromium } from '../support/chromium.ts';
import { readAll } from '../support/read-database.ts';
import { waitFor } from '../support/wait-for.ts';
import { waitForText } from '../support/wait-for-text.ts';

const WAIT_MS = 30_000;
const SAMPLE = JSON.stringify([
  {
    id: 1,
    url: 'https://wall.example/1',
    title: 'Tides & <ink>',
    is_archived: 0,
    is_starred: 1,
    tags: ['sea'],
    created_at: '2020-02-03T04:05:06+0200',
    content:
      '<p>Bright words.</p><script>document.title="hurt"</script><img src="https://wall.example/a.png" alt="A lamp">',
    annotations: [{ quote: 'Bright words.', text: 'mine' }],
  },
  {
    id: 2,
    url: 'https://wall.example/2',
    title: '灯台の手紙',
    is_archived: 1,
    is_starred: 0,
    content: '<p dir="rtl">שלום</p>',
  },
]);

describe('the vault, in Chromium', () => {
  let chromium: Chromium;
  let page: Page;
  let folder: string;
  let vaults = 0;

  const press = async (words: string) => {
    const button = await page.waitForSelector(`::-p-xpath(//button[starts-with(normalize-space(), "${words}")])`, {
      timeout: WAIT_MS,
    });
    await button?.click();
  };
  const choose = async (path: string) => {
    const input = await page.$('input[type=file][multiple]');
    await input?.uploadFile(path);
  };
  /** Makes a vault and gives the file that came into the downloads. */
  const makeVault = async (): Promise<string> => {
    await press('Make a vault');
    await waitForText(page, '.vault', /The vault holds 2 articles/);
    const name = await waitFor('the download', WAIT_MS, async () =>
      (await readdir(folder)).find((each) => /^lectern-vault-.*\.zip$/.test(each)),
    );
    // Out of the way of the next, which has the same name.
    const kept = join(folder, `kept-${++vaults}.zip`);
    await rename(join(folder, name), kept);
    return kept;
  };
  const hashOf = async (path: string) =>
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  const openTransfer = async () => {
    page = await chromium.openExtensionPage('transfer.html?download');
    const client = await page.createCDPSession();
    await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-vault-'));
    chromium = await launchChromium({ sitePort: 9 });
    await openTransfer();
    await writeFile(join(folder, 'wallabag.json'), SAMPLE);
    await choose(join(folder, 'wallabag.json'));
    await press('Add 2 articles');
    await waitForText(page, '#app', /2 articles added/);
  });

  afterAll(async () => {
    await chromium?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it('holds the library, and opens from disk with nothing asked of the network', async () => {
    const files = unzipSync(new Uint8Array(await readFile(await makeVault())));
    const out = join(folder, 'out');
    for (const [path, bytes] of Object.entries(files)) {
      await mkdir(dirname(join(out, path)), { recursive: true });
      await writeFile(join(out, path), bytes);
    }
    const reader = await chromium.browser.newPage();
    const complaints: string[] = [];
    reader.on('console', (message) => complaints.push(message.text()));
    reader.on('pageerror', (error) => complaints.push(String(error)));
    const requests = await countRequests(reader);
    await reader.setOfflineMode(true);
    await reader.goto(pathToFileURL(join(out, 'index.html')).href);
    await reader.type('#field', 'bright');
    await waitForText(reader, '#count', /^1 article$/);
    await reader.click('#list a');
    await waitForText(reader, 'article', /Bright words/);
    expect(await reader.title()).toBe('Tides & <ink>');
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
    await reader.close();
  });

  it('brings the same library back after a wipe, and makes the same vault again', async () => {
    const vault = await makeVault();
    await page.goto('about:blank');
    await chromium.stopWorker();
    await openTransfer();
    await page.evaluate(async () => {
      const databases = [
        'articles',
        'readings',
        'versions',
        'bodies',
        'taggings',
        'notes',
        'pictures',
        'listEntries',
        'lists',
      ];
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('lectern');
        request.onsuccess = () => resolve(request.result);
      });
      const transaction = db.transaction(databases, 'readwrite');
      for (const name of databases) transaction.objectStore(name).clear();
      await new Promise((resolve) => {
        transaction.oncomplete = resolve;
      });
      db.close();
      // Wiped on purpose: nothing is to be missed, and no page about it to be opened.
      await (
        globalThis as unknown as { chrome: { storage: { local: { remove(key: string): Promise<void> } } } }
      ).chrome.storage.local.remove('library');
    });
    expect(await readAll(page, 'articles')).toEqual([]);
    await choose(vault);
    await press('Restore 2 articles');
    await waitForText(page, '#app', /Restored: 2 articles added/);
    expect(await hashOf(await makeVault())).toBe(await hashOf(vault));
  });

  it('exports a list as a book into the downloads', async () => {
    await page.select('.export-form label:nth-child(2) select', 'epub');
    await press('Export');
    await waitForText(page, '.export', /My library\.epub, of 2 articles, is in your downloads/);
    await waitFor('the book', WAIT_MS, async () => (await readdir(folder)).includes('My library.epub'));
  });

  it('is written by itself into a folder, read back, and told in the library', async () => {
    await page.evaluate(chooseFolder);
    await page.evaluate('chrome.alarms.create("back-up", { when: Date.now() })');
    const library = await chromium.openExtensionPage('library.html');
    await waitForText(library, '.sidebar-foot', /Backed up just now/);
    const names = await library.evaluate(listFolder);
    expect(names).toEqual([expect.stringMatching(/^lectern-vault-\d{4}-\d{2}-\d{2}-\d{4}\.zip$/)]);
    await waitForText(page, '#app', /Written just now, 2 articles, .* read back and whole/);
    // The library into which it was restored for the check is gone.
    const databases = await library.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    expect(databases).not.toContain('lectern-check');
    await library.close();
  });

  it('brings an emptied library back from the vault that was made by itself', async () => {
    const told = ['articles', 'bodies', 'readings', 'taggings', 'notes', 'highlights', 'pictures'];
    const held = () => Promise.all(told.map((table) => readAll(page, table)));
    const before = await held();
    const remembered = 'chrome.storage.local.get("library").then(({ library }) => library?.counts?.articles)';
    await page.evaluate('chrome.runtime.sendMessage({ kind: "run-imports" }).catch(() => undefined)');
    await expect.poll(() => page.evaluate(remembered), { timeout: WAIT_MS }).toBe(2);
    // As the browser does when its files are damaged: no error, and nothing in it.
    await page.goto(page.url().replace(/transfer\.html.*/, 'icon/16.png'));
    await chromium.stopWorker();
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const deleting = indexedDB.deleteDatabase('lectern');
          deleting.onsuccess = () => resolve();
          deleting.onerror = () => reject(deleting.error);
        }),
    );
    await page.goto(page.url().replace('icon/16.png', 'recovery.html'));
    await waitForText(page, '.is-lost', /The library was emptied.*it held 2 articles/);
    await press('Read the last one');
    await press('Restore 2 articles');
    await waitForText(page, '#app', /Restored: 2 articles added/);
    await press('Go on with what is here');
    await waitForText(page, '#app', /The library opens, and nothing that was here is missing/);
    expect(await held()).toEqual(before);
  });
});

// The functions below are serialised into a page: they may use nothing from this module.

/** A folder of the browser's own stands for one on the disk, which no script can choose. It has the same interface. */
async function chooseFolder(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const handle = await root.getDirectoryHandle('backups', { create: true });
  const facts = { place: 'folder', folderName: 'backups' };
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('lectern-backups');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('rows', 'readwrite');
      transaction.objectStore('rows').put({ name: 'folder', handle });
      transaction.objectStore('rows').put({ name: 'facts', facts });
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
      transaction.onabort = () => reject(transaction.error);
    };
  });
}

async function listFolder(): Promise<readonly string[]> {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('backups');
  const names: string[] = [];
  for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
  return names;
}
