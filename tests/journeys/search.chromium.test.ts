import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForSave } from '../../scripts/tour/use-popup.ts';
import { type Site, startSite } from '../site/server.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { readAll } from '../support/read-database.ts';

describe('the search in Chromium', () => {
  let site: Site;
  let chromium: Chromium;

  beforeAll(async () => {
    site = await startSite();
    chromium = await launchChromium({ sitePort: site.port });
    for (const slug of ['footnotes', 'japanese', 'cloud-capacity']) {
      const page = await chromium.open(site.url(slug));
      await waitForSave(await chromium.clickToolbar(page));
      await page.close();
    }
  });

  afterAll(async () => {
    await chromium?.close();
    await site?.close();
  });

  it('finds an article by its text three keystrokes after the toolbar click', async () => {
    const page = await chromium.open(site.url('footnotes'));
    const popup = await chromium.clickToolbar(page);
    await popup.waitForSelector('.note-field textarea:enabled');
    await popup.keyboard.press('/');
    // The first letters of a word of its text, which no title has.
    await popup.keyboard.type('bic');
    await popup.waitForFunction(() => {
      const rows = document.querySelectorAll('ul[aria-label="Found"] .row-title');
      return rows[0]?.textContent?.startsWith('Cloud makers race');
    });
    await page.close();
  });

  it('shows where the words stand, in other forms and misspelled', async () => {
    const library = await chromium.openExtensionPage('library.html');
    await library.waitForSelector('.rows .row h2');
    await library.keyboard.press('/');
    await library.keyboard.type('capacitiy ');
    await library.waitForFunction(() => /capacity/i.test(document.querySelector('.rows .row mark')?.textContent ?? ''));
    expect(await library.$eval('.search-hints', (hints) => hints.textContent)).toContain('No article has “capacitiy”');
    await library.close();
  });

  it('knows a save whose worker was stopped at once, and keeps nothing half done', async () => {
    await chromium.stopWorker();
    const library = await chromium.openExtensionPage('library.html#search/capacity%20');
    await library.waitForSelector('.rows .row mark');
    expect(await readAll(library, 'indexArticles')).toHaveLength(3);
    await library.close();
  });
});
