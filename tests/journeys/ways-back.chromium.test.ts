import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askWorker } from '../support/ask-worker.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { keepTexts } from '../support/keep-texts.ts';
import { readAll } from '../support/read-database.ts';
import { waitFor } from '../support/wait-for.ts';
import { waitForText } from '../support/wait-for-text.ts';
import { writeRows } from '../support/write-database.ts';

const SOON = { timeout: 10_000 };

describe('the ways between the library and the reader in Chromium', () => {
  let chromium: Chromium;
  let page: Page;

  beforeAll(async () => {
    chromium = await launchChromium({ sitePort: 9 });
    page = await chromium.openExtensionPage('library.html');
    await waitForText(page, 'main', /Nothing to read/);
    const texts = ['anchor', 'beacon', 'canal'];
    await keepTexts(
      page,
      texts.map((name) => ({ name, language: 'en', html: `<p>${name} and harbour</p>`, wordCount: 1400 })),
    );
    await writeRows(page, {
      lists: [{ id: 'tides', name: 'Tides', colour: 'blue', rank: 'm', createdAt: 1, updatedAt: 1 }],
      listEntries: texts.map((articleId, i) => {
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
});
