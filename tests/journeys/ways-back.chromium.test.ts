import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askWorker } from '../support/ask-worker.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { keepTexts } from '../support/keep-texts.ts';
import { readAll } from '../support/read-database.ts';
import { waitFor } from '../support/wait-for.ts';
import { waitForText } from '../support/wait-for-text.ts';
import { writeRows } from '../support/write-database.ts';

const NAMES = ['anchor', 'beacon', 'canal'];
const SOON = { timeout: 10_000 };

describe('the ways between the library and the reader in Chromium', () => {
  let chromium: Chromium;
  let page: Page;

  beforeAll(async () => {
    chromium = await launchChromium({ sitePort: 9 });
    page = await chromium.openExtensionPage('library.html');
    await waitForText(page, 'main', /Nothing to read/);
    await keepUnread();
    await writeRows(page, {
      lists: [{ id: 'tides', name: 'Tides', colour: 'blue', rank: 'm', createdAt: 1, updatedAt: 1 }],
      listEntries: NAMES.map((articleId, i) => {
        const rank = 'bdf'.charAt(i);
        return { listId: 'tides', articleId, rank, shownRank: rank, addedAt: 1, updatedAt: 1 };
      }),
    });
    await askWorker(page, { kind: 'run-imports' });
    await waitFor('the index', 10_000, async () => (await readAll(page, 'indexDeltas')).length > 0);
  });

  afterAll(async () => {
    await chromium?.close();
  });

  const keepUnread = () =>
    keepTexts(
      page,
      NAMES.map((name) => ({ name, language: 'en', html: `<p>${name} and harbour</p>`, wordCount: 1400 })),
    );
  const goTo = (path: string) => page.goto(`chrome-extension://${chromium.extensionId}/${path}`);
  const showPlace = async (hash: string) => {
    await goTo('reader.html?article=none');
    await goTo(`library.html#${hash}`);
    await page.waitForSelector('.row h2 a');
  };
  /** As a click with Ctrl would in a tab of its own: without a history to go back in. */
  const follow = async (selector: string) => {
    const address = await page.$eval(selector, (link) => (link as HTMLAnchorElement).href);
    await page.goto(address);
    await page.waitForSelector('.article-body p');
  };
  const press = (name: string) => page.locator(`::-p-aria([name="${name}"])`).click();
  const hash = () => page.evaluate(() => location.pathname + location.hash);

  it.each(['list/tides', 'search/harbour', 'archive', 'tag/none'])(
    'leads back to %s from a tab of its own',
    async (place) => {
      const isEmpty = place === 'archive' || place === 'tag/none';
      if (isEmpty) await goTo(`reader.html?from=${encodeURIComponent(place)}&article=anchor`);
      else {
        await showPlace(place);
        await follow('.row h2 a[href$="=anchor"]');
      }
      await page.reload();
      await page.waitForSelector('.article-body p');
      await press('Back to the library');
      await expect.poll(hash, SOON).toMatch(new RegExp(`^/library.html#${place}`));
    },
  );

  it('leads back after the next article of a list too, by its key', async () => {
    await showPlace('list/tides');
    await follow('.row h2 a[href$="=anchor"]');
    await waitForText(page, '.foot-next', /Next in Tides.*Text beacon/);
    await page.click('.foot-next a');
    await waitForText(page, 'h1', /Text beacon/);
    await page.waitForSelector('.article-foot');
    await page.keyboard.press('l');
    await expect.poll(hash, SOON).toMatch(/^\/library\.html#list\/tides/);
  });

  it('leads to the inbox from an address that tells nothing, or nothing that the library knows', async () => {
    for (const query of ['', 'from=%2F%2Fevil.example&', 'from=javascript%3Aalert(1)&']) {
      await goTo(`reader.html?${query}article=anchor`);
      await page.waitForSelector('.article-body p');
      await press('Back to the library');
      await waitForText(page, 'h1', /Inbox/);
      expect(await page.evaluate(() => location.pathname)).toBe('/library.html');
    }
  });

  it('reads through what fills a time, also after a reload and where an article is gone, and says that it is through', async () => {
    await keepUnread();
    await showPlace('time/20');
    await waitForText(page, '.view-head', /3 articles, 18 min/);
    await press('Start reading');
    await waitForText(page, '.foot-next', /Next in your 20 minutes · 2 articles, 12 min left/);
    const queue = await page.evaluate(() => new URLSearchParams(location.search).get('queue')?.split(',') ?? []);
    expect(queue.toSorted()).toEqual(NAMES);
    await page.reload();
    await waitForText(page, '.foot-next', new RegExp(`2 articles, 12 min left.*Text ${queue[1]}`));
    await page.click('.foot-next a');
    await waitForText(page, 'h1', new RegExp(`Text ${queue[1]}`));
    await waitForText(page, '.foot-next', new RegExp(`Next in your 20 minutes · 6 min left.*Text ${queue[2]}`));

    const readings = await readAll(page, 'readings');
    const last = readings.find(({ articleId }) => articleId === queue[2]);
    await writeRows(page, { readings: [{ ...last, archivedAt: 1, finishedAt: 1, shelves: { archive: 1 } }] });
    await page.reload();
    await waitForText(page, '.article-foot', /That was the last for your 20 minutes/);
    await press('Back to the library');
    await waitForText(page, 'h1', /I have 20 minutes/);

    await keepUnread();
    await goTo('reader.html?from=time%2F20&queue=gone,canal&article=gone');
    await waitForText(page, '.notice', /not in your library.*Next in your 20 minutes · 6 min left.*Text canal/);
  });
});
