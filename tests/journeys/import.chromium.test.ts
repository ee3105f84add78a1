import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, countRequests, launchChromium } from '../support/chromium.ts';
import { aPocketZip } from '../support/pocket-export.ts';
import { readAll } from '../support/read-database.ts';
import { waitFor } from '../support/wait-for.ts';
import { waitForText } from '../support/wait-for-text.ts';

/** Enough batches that one is left to be paused. */
const ROWS = 2400;
const WAIT_MS = 30_000;

describe('importing a Pocket zip, in Chromium', () => {
  let chromium: Chromium;
  let page: Page;
  let folder: string;
  let zip: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-import-'));
    zip = join(folder, 'pocket.zip');
    await writeFile(zip, aPocketZip(ROWS));
    chromium = await launchChromium({ sitePort: 9, userDataDir: join(folder, 'profile') });
    page = await chromium.openExtensionPage('transfer.html');
  });

  afterAll(async () => {
    await chromium?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const choose = async () => {
    const input = await page.$('input[type=file][multiple]');
    await input?.uploadFile(zip);
    await waitForText(page, '#app', /articles to add/);
  };
  const press = async (words: string) => {
    const button = await page.waitForSelector(`::-p-xpath(//button[starts-with(normalize-space(), "${words}")])`, {
      timeout: WAIT_MS,
    });
    await button?.click();
  };
  /** Of the imports, the latest first. */
  const statuses = async () => {
    const jobs = (await readAll(page, 'imports')) as { status: string; createdAt: number }[];
    return jobs.toSorted((a, b) => b.createdAt - a.createdAt).map(({ status }) => status);
  };
  const countArticles = async () => (await readAll(page, 'articles')).length;

  it('shows what the zip holds before anything is written, and asks nobody', async () => {
    const requests = await countRequests(page);
    await choose();
    const facts = await page.$$eval('.facts > div', (all) => all.map((one) => one.textContent));
    expect(facts).toEqual(['2,400articles to add', '0already here, will be joined', '1highlight', '2can’t be taken']);
    const rejected = await page.$$eval('.rejected tbody tr', (all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent)),
    );
    expect(rejected).toEqual([
      ['part_000000.csv, line 1202', 'javascript:void(0)', 'Not a web address'],
      ['part_000000.csv, line 1203', 'only two', 'The row has 2 fields, its header 5.'],
    ]);
    expect(await countArticles()).toBe(0);
    expect(requests).toEqual([]);
  });

  it('takes everything back when it is cancelled on the way', async () => {
    await press('Add 2,400 articles');
    await press('Cancel and undo');
    await waitFor('the undo', WAIT_MS, async () => (await statuses())[0] === 'undone');
    expect(await countArticles()).toBe(0);
    expect(await readAll(page, 'readings')).toEqual([]);
    expect(await readAll(page, 'taggings')).toEqual([]);
  });

  it('pauses, survives the end of the browser, and goes on by itself once told to', async () => {
    await choose();
    await press('Add 2,400 articles');
    await press('Pause');
    await waitForText(page, '#app', /paused/);
    const former = await countArticles();
    expect(former).toBeLessThan(ROWS);
    await press('Go on');
    await waitFor('more articles', WAIT_MS, async () => (await countArticles()) > former);
    await chromium.browser.process()?.kill('SIGKILL');
    await chromium.close().catch(() => undefined);
    chromium = await launchChromium({ sitePort: 9, userDataDir: join(folder, 'profile') });
    page = await chromium.openExtensionPage('transfer.html');
    await waitFor('the end of the import', WAIT_MS, async () => (await statuses())[0] === 'done');
    await waitForText(page, '#app', /2,400 articles added/);
    const readings = (await readAll(page, 'readings')) as { savedAt: number; archivedAt?: number }[];
    expect(readings.filter(({ archivedAt }) => archivedAt !== undefined)).toHaveLength(ROWS / 2);
    expect(Math.min(...readings.map(({ savedAt }) => savedAt))).toBe(1_600_000_000_000);
  });

  it('joins a second import of the same file, and undoes only that', async () => {
    await choose();
    const facts = await page.$$eval('.facts dd', (all) => all.map((one) => one.textContent));
    expect(facts.slice(0, 2)).toEqual(['0', '2,400']);
    await press('Join 2,400 articles');
    await waitForText(page, '#app', /2,400 articles joined/);
    await press('Undo');
    await waitFor('the first undo', WAIT_MS, async () => (await statuses())[0] === 'undone');
    expect(await countArticles()).toBe(ROWS);
    await press('Undo');
    await waitFor('the second undo', WAIT_MS, async () => (await statuses()).every((status) => status === 'undone'));
    expect(await countArticles()).toBe(0);
  });
});
