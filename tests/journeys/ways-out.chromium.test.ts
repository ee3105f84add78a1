import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../site/server.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { readKept } from '../support/kept-article.ts';
import { readAll } from '../support/read-database.ts';
import { waitForText } from '../support/wait-for-text.ts';

/** What the receipt says of a page that holds back its text, and the ways out. The tests are the steps, in order. */
describe('the receipt and the ways out, in Chromium', () => {
  let site: Site;
  let chromium: Chromium;
  let library: Page;
  let page: Page;
  let popup: Page;
  let url: string;

  beforeAll(async () => {
    site = await startSite();
    chromium = await launchChromium({ sitePort: site.port });
    library = await chromium.openExtensionPage('library.html');
    url = site.url('paywall-teaser');
    page = await chromium.open(url);
  });

  afterAll(async () => {
    await chromium?.close();
    await site?.close();
  });

  it('says in the popup what was kept and what may be missing, in a line', async () => {
    popup = await chromium.clickToolbar(page);
    await waitForText(popup, '.status', /Saved to Inbox/);
    await waitForText(popup, '.shortfall', /^Only the beginning: the page holds back the rest\. Sign in there/);
    await waitForText(popup, '.card-head', /\d+ words/);
    const { shownVersion } = await readKept(library, url);
    expect(shownVersion).toMatchObject({ warnings: ['teaser'], receipt: { cut: 0, leftOutWords: 0 } });
    await picture(popup, 'popup');
  });

  it('keeps the whole page, shows it at once, and takes that back', async () => {
    const before = await readKept(library, url);
    await press(popup, 'Keep whole page');
    await waitForText(popup, '.status', /Text updated/);
    const after = await readKept(library, url);
    expect(after.shownVersion).toMatchObject({ source: 'page', receipt: { cut: 'whole-page' } });
    expect(Number(after.shownVersion?.['wordCount'])).toBeGreaterThan(Number(before.shownVersion?.['wordCount']));
    await popup.click('.status-action');
    await expect
      .poll(async () => (await readKept(library, url)).article['versionId'])
      .toBe(before.article['versionId']);
    expect((await readKept(library, url)).versions).toHaveLength(2);
  });

  it('tries another cut, or says that there is none', async () => {
    await press(popup, 'Try another cut');
    await waitForText(popup, '.card', /Text updated|no other part of this page/);
    const { versions } = await readKept(library, url);
    expect(versions.map(({ receipt }) => Object(receipt).cut)).toEqual(expect.arrayContaining([0, 'whole-page']));
  });

  it('says what to do where nothing is selected, and keeps the selection where something is', async () => {
    const before = await readKept(library, url);
    await press(popup, 'Keep selection');
    await waitForText(popup, '.card', /Nothing is selected on this page\. Select the text you want/);
    expect(await readKept(library, url)).toEqual(before);
    await popup.close();
    await page.evaluate(() => {
      const paragraph = [...document.querySelectorAll('p')].find(({ textContent }) => (textContent ?? '').length > 120);
      if (paragraph) getSelection()?.selectAllChildren(paragraph);
    });
    popup = await chromium.clickToolbar(page);
    await waitForText(popup, '.status', /In your library/);
    await popup.waitForSelector('.card-actions .button');
    if ((await popup.$('.ways')) === null) await popup.click('.more-ways');
    await press(popup, 'Keep selection');
    await waitForText(popup, '.status', /Text updated/);
    expect((await readKept(library, url)).shownVersion).toMatchObject({ source: 'selection' });
    await popup.click('.status-action');
    const shown = async () => (await readKept(library, url)).article['versionId'];
    await expect.poll(shown).toBe(before.article['versionId']);
    await popup.close();
  });

  it('tells all of it in the library, and reaches the open tab from there', async () => {
    await library.bringToFront();
    await library.reload();
    await waitForText(library, '.detail', /Only the beginning[\s\S]*Sign in there/);
    await picture(library, 'library');
    await press(library, 'Keep whole page');
    await waitForText(library, '.undo-bar', /Another part of the page shown|Undo/);
    const shown = () => readKept(library, url).then(({ shownVersion }) => Object(shownVersion?.['receipt']).cut);
    await expect.poll(shown).toBe('whole-page');
    await press(library, 'Undo Z');
    await expect.poll(shown).not.toBe('whole-page');
    await page.close();
    await library.reload();
    await waitForText(library, '.detail', /Open the original and click Lectern’s button there/);
  });

  it('keeps the whole text of a page that is no article, if the reader wants it', async () => {
    const front = await chromium.open(site.url('front-page'));
    const card = await chromium.clickToolbar(front);
    await waitForText(card, '.card .status', /There is no article on this page/);
    await press(card, 'Keep whole page');
    await waitForText(card, '.status', /Saved to Inbox/);
    const { shownVersion } = await readKept(library, site.url('front-page'));
    expect(shownVersion).toMatchObject({ receipt: { cut: 'whole-page' } });
    expect(await readAll(library, 'articles')).toHaveLength(2);
    await front.close();
  });
});

async function press(page: Page, name: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const buttons = [...document.querySelectorAll('button')];
      const button = buttons.find(({ textContent }) => textContent?.trim() === wanted);
      button?.click();
      return button !== undefined;
    },
    {},
    name,
  );
}

/** `PICTURES=DIR` leaves pictures to look at. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder === undefined) return;
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.screenshot({ path: `${folder}/${name}-${scheme}.png` });
  }
}
