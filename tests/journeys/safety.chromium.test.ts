import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, countRequests, launchChromium } from '../support/chromium.ts';
import { FIRST_WORDS, findArmed, hostileArticles } from '../support/hostile-articles.ts';
import { waitForText } from '../support/wait-for-text.ts';
import { writeRows } from '../support/write-database.ts';

/** Hostile markup that lies in the database already, as the real pages show it. */
describe('hostile articles in Chromium', () => {
  let chromium: Chromium;
  let page: Page;
  let requests: readonly string[];
  let rows: Awaited<ReturnType<typeof hostileArticles>>;
  const surprises: string[] = [];

  beforeAll(async () => {
    chromium = await launchChromium({ sitePort: 9 });
    page = await chromium.openExtensionPage('library.html');
    await waitForText(page, '#app', /Inbox/);
    rows = await hostileArticles();
    await writeRows(page, rows);
    requests = await countRequests(page);
    page.on('dialog', async (dialog) => {
      surprises.push(`dialog: ${dialog.message()}`);
      await dialog.dismiss();
    });
    page.on('popup', () => surprises.push('a window'));
  });

  afterAll(() => chromium?.close());

  it('do nothing in the reader', async () => {
    const harm: string[] = [];
    for (const { id, title } of rows.articles) {
      const address = `chrome-extension://${chromium.extensionId}/reader.html?article=${id}`;
      await page.goto(address);
      await waitForText(page, '.article-body', new RegExp(FIRST_WORDS));
      const found = await page.evaluate(findArmed);
      if (found.length > 0) harm.push(`${title} → ${found.join(' ')}`);
      if (page.url() !== address) harm.push(`${title} led to ${page.url()}`);
    }
    expect(harm).toEqual([]);
    expect(requests).toEqual([]);
    expect(surprises).toEqual([]);
  });

  it('do nothing in the library', async () => {
    await page.goto(`chrome-extension://${chromium.extensionId}/library.html`);
    await page.waitForSelector('.row-words a');
    await page.click('.row-words a');
    await waitForText(page, '.row-words', /onclick|top\.name/);
    expect(await page.evaluate(findArmed)).toEqual([]);
    expect(requests).toEqual([]);
    expect(surprises).toEqual([]);
  });
});

describe('the pages of Lectern in Chromium', () => {
  let chromium: Chromium;

  beforeAll(async () => {
    chromium = await launchChromium({ sitePort: 9 });
  });

  afterAll(() => chromium?.close());

  it.each(['popup', 'library', 'reader', 'transfer', 'recovery', 'backup'])(
    'try nothing that the policy of %s refuses',
    async (name) => {
      const page = await chromium.browser.newPage();
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      await page.goto(`chrome-extension://${chromium.extensionId}/${name}.html`, { waitUntil: 'networkidle0' });
      expect(said.filter((text) => /Trusted|Content Security Policy/i.test(text))).toEqual([]);
      await page.close();
    },
  );
});
