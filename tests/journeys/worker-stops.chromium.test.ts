import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../site/server.ts';
import { wakeWorker } from '../support/ask-worker.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { findHalfKept, readKept } from '../support/kept-article.ts';
import { readAll } from '../support/read-database.ts';
import { waitForText } from '../support/wait-for-text.ts';

/** Milliseconds from the popup's coming to the worker's end: before the message, while the page is read, written, and after. */
const MOMENTS = [0, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 120, 160, 250, 500] as const;

const ALL_KEPT_BEFORE = /^In your library · 4 pictures kept/;
const ALL_KEPT_NOW = /^Saved to Inbox · 4 pictures kept/;

describe('a worker that is stopped, in Chromium', () => {
  let site: Site;
  let chromium: Chromium;
  let library: Page;

  beforeAll(async () => {
    site = await startSite();
    chromium = await launchChromium({ sitePort: site.port });
    library = await chromium.openExtensionPage('library.html');
  });

  afterAll(async () => {
    await chromium?.close();
    await site?.close();
  });

  const keptUrls = async (): Promise<ReadonlySet<unknown>> =>
    new Set((await readAll(library, 'articles')).map(({ url }) => url));

  it('leaves an article whole or not there, at whatever moment of the save', async () => {
    const endings: { readonly moment: number; readonly isKept: boolean; readonly isSaidSaved: boolean }[] = [];
    for (const [round, moment] of MOMENTS.entries()) {
      const url = `${site.url('cloud-capacity')}?round=${round}`;
      const page = await chromium.open(url);
      await makeUnlike(page, round);
      // Awake, so that the moments fall into the save and not into the start of the worker.
      await wakeWorker(library);
      const first = await chromium.clickToolbar(page);
      await pause(moment);
      await chromium.stopWorker();

      // Whatever happened, the popup comes to an end. Stopped before it asked, it starts the worker itself.
      await waitForText(first, '.status', /^\s*(?:Saved to Inbox|Lectern’s background part did not answer\.)/);
      const isSaidSaved = (await first.$('.status.is-warning')) === null;
      const isKept = (await keptUrls()).has(url);
      endings.push({ moment, isKept, isSaidSaved });
      expect(await findHalfKept(library)).toEqual([]);
      expect(isSaidSaved && !isKept, `said saved, and not kept, at ${moment} ms`).toBe(false);

      const popup = await chromium.clickToolbar(page);
      // The alarm would start it too, in half a minute. The page stays open: its own pictures come by the right to its tab.
      await wakeWorker(library);
      await waitForText(popup, '.status [role]', isKept ? ALL_KEPT_BEFORE : ALL_KEPT_NOW);
      const { versions, shownVersion, reading, pictures } = await readKept(library, url);
      expect([versions.length, shownVersion === versions[0], reading !== undefined, pictures.length]).toEqual([
        1,
        true,
        true,
        4,
      ]);
      await page.close();
    }
    const [kept, absent] = [endings.filter(({ isKept }) => isKept), endings.filter(({ isKept }) => !isKept)];
    // Both ends of the save were met, or the moments are chosen wrongly.
    expect([kept.length > 0, absent.length > 0], JSON.stringify(endings)).toEqual([true, true]);
    expect(await readAll(library, 'bodies')).toHaveLength(MOMENTS.length);
  });

  it('leaves each picture once, and each article with its small picture', async () => {
    const pictures = await readAll(library, 'pictures');
    expect(new Set(pictures.map(({ articleId, url }) => `${articleId} ${url}`)).size).toBe(4 * MOMENTS.length);
    expect(pictures.filter(({ state }) => state === 'kept')).toHaveLength(4 * MOMENTS.length);
    expect(pictures).toHaveLength(4 * MOMENTS.length);
    expect(await readAll(library, 'pictureFiles')).toHaveLength(4);
    expect(await findHalfKept(library)).toEqual([]);
    await expect.poll(async () => (await readAll(library, 'thumbnails')).length).toBe(MOMENTS.length);
  });

  it('goes on with the pictures where it was stopped, and fetches none again', async () => {
    const url = site.url('slow-pictures');
    const page = await chromium.open(url);
    const requestsOfPage = countSlow(site);
    const popup = await chromium.clickToolbar(page);
    await waitForText(popup, '.status [role]', /^Saved to Inbox · Keeping pictures… 0 of 6$/);
    await expect.poll(() => countSlow(site) - requestsOfPage).toBe(4);
    await chromium.stopWorker();
    expect(await countKept(library, url)).toBe(0);

    await bringAlarmForward(library);
    await expect.poll(() => countKept(library, url), { timeout: 15_000, interval: 20 }).toBe(4);
    await chromium.stopWorker();
    expect(await countKept(library, url)).toBe(4);
    expect(await findHalfKept(library)).toEqual([]);

    const before = countSlow(site);
    await bringAlarmForward(library);
    await expect.poll(() => countKept(library, url), { timeout: 15_000 }).toBe(6);
    expect(countSlow(site) - before).toBe(2);
    expect((await readKept(library, url)).pictures).toHaveLength(6);
    expect(await findHalfKept(library)).toEqual([]);
    await waitForText(popup, '.status [role]', /^Saved to Inbox · 6 pictures kept/);
    expect(await readAlarms(library)).toEqual([]);
  });
});

/** Changes a word, so that each page has a text of its own and none can lean on another's. */
async function makeUnlike(page: Page, round: number): Promise<void> {
  await page.evaluate((number) => {
    const paragraph = [...document.querySelectorAll('p')].find(
      (candidate) => (candidate.textContent ?? '').length > 300,
    );
    paragraph?.append(` This was round ${number}.`);
  }, round);
}

async function countKept(library: Page, url: string): Promise<number> {
  return (await readKept(library, url)).pictures.filter(({ state }) => state === 'kept').length;
}

const countSlow = ({ requests }: Site): number => requests.filter(({ path }) => path.startsWith('/slow/')).length;

/** The alarms that pictures wait for. That of the daily vault stays for good. */
const readAlarms = (library: Page): Promise<unknown> =>
  library.evaluate("chrome.alarms.getAll().then((alarms) => alarms.filter(({ name }) => name === 'keep-pictures'))");

/** The alarm that the worker left behind comes now and not in half a minute. @throws if it left none. */
async function bringAlarmForward(library: Page): Promise<void> {
  expect(await readAlarms(library)).toHaveLength(1);
  await library.evaluate("chrome.alarms.create('keep-pictures', { when: Date.now() })");
}
