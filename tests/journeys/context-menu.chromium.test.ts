import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../site/server.ts';
import { type OpenTab, readTabs, setSaveOnClick, wakeWorker } from '../support/ask-worker.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { findHalfKept, readKept } from '../support/kept-article.ts';
import { readAll } from '../support/read-database.ts';
import { waitForText } from '../support/wait-for-text.ts';

/**
 * The menu itself is drawn by the system and no protocol opens it, so the browser's event is sent to the worker's own
 * listener as the browser would send it. The right to the tab, which a choice in the menu gives, comes from a click.
 */
describe('the context menu in Chromium', () => {
  let site: Site;
  let chromium: Chromium;
  let library: Page;

  beforeAll(async () => {
    site = await startSite();
    chromium = await launchChromium({ sitePort: site.port });
    library = await chromium.openExtensionPage('library.html');
    await setSaveOnClick(library, false);
  });

  afterAll(async () => {
    await chromium?.close();
    await site?.close();
  });

  it('keeps the page, and says so on the button', async () => {
    const url = site.url('data-table');
    const { page, tab } = await openWithRight(url);
    await choose({ menuItemId: 'page', pageUrl: url }, tab);
    await expect.poll(() => signOn(tab)).toEqual({ sign: '✓', title: 'Lectern: Saved to Inbox' });
    const { article, versions } = await readKept(library, url);
    expect(article['title']).toBe('We measured nine home batteries for a year');
    expect(versions).toMatchObject([{ source: 'page' }]);
    await expect.poll(() => signOn(tab), { timeout: 5000 }).toMatchObject({ sign: '' });
    await page.close();
  });

  it('keeps what is selected, and nothing else of the page', async () => {
    const url = site.url('footnotes');
    const { page, tab } = await openWithRight(url);
    const selected = await selectParagraph(page);
    await choose({ menuItemId: 'selection', pageUrl: url, selectionText: selected }, tab);
    await expect.poll(() => signOn(tab)).toMatchObject({ sign: '✓' });
    const { article, versions, shownVersion } = await readKept(library, url);
    expect(versions).toMatchObject([{ source: 'selection' }]);
    expect(article['wordCount']).toBe(shownVersion?.['wordCount']);
    expect(await shownText(article['id'])).toBe(selected);
    expect(article['title']).toBe('In praise of the boring protocol');
    await page.close();
  });

  it('keeps a selection beside the text that is here, which stays the one shown', async () => {
    const url = site.url('data-table');
    const { page, tab } = await openWithRight(url);
    const before = await readKept(library, url);
    await selectParagraph(page);
    await choose({ menuItemId: 'selection', pageUrl: url }, tab);
    await expect.poll(() => signOn(tab)).toEqual({ sign: '✓', title: 'Lectern: Kept beside the text you have' });
    const { article, versions } = await readKept(library, url);
    expect(versions.map(({ source }) => source).sort()).toEqual(['page', 'selection']);
    expect(article['versionId']).toBe(before.article['versionId']);
    await page.close();
  });

  it('keeps a link without its page, and the text once the page is opened and clicked', async () => {
    const url = site.url('code-blocks');
    const { page, tab } = await openWithRight(site.url('front-page'));
    const asked = site.requests.length;
    await choose({ menuItemId: 'link', pageUrl: tab.url, linkUrl: `${url}?utm_source=front` }, tab);
    await expect.poll(() => signOn(tab)).toMatchObject({ sign: '✓' });
    const link = await readKept(library, url);
    expect([link.article['versionId'], link.versions]).toEqual([undefined, []]);
    // Nothing of it is fetched behind the reader's back.
    expect(site.requests.slice(asked).map(({ path }) => path)).not.toContain('/code-blocks');
    await page.close();

    const opened = await chromium.open(url);
    await setSaveOnClick(library, true);
    const popup = await chromium.clickToolbar(opened);
    await waitForText(popup, '.status', /Text added to your link/);
    const { article, versions } = await readKept(library, url);
    expect(article).toMatchObject({ id: link.article['id'], title: 'A queue that survives the power cut' });
    expect(versions).toMatchObject([{ source: 'page', id: article['versionId'] }]);
    expect(await findHalfKept(library)).toEqual([]);
    await opened.close();
    await setSaveOnClick(library, false);
  });

  it('says on the button why it kept nothing', async () => {
    const url = site.url('front-page');
    const before = await readAll(library, 'articles');
    const { page, tab } = await openWithRight(url);
    await choose({ menuItemId: 'page', pageUrl: url }, tab);
    await expect
      .poll(() => signOn(tab))
      .toMatchObject({ sign: '!', title: expect.stringMatching(/^Lectern: There is no article/) });
    expect(await readAll(library, 'articles')).toEqual(before);
    await page.close();
  });

  it('has an entry for page, selection and link', async () => {
    await wakeWorker(library);
    const worker = await chromium.worker();
    // There is no list to read, but the browser refuses to change what is not there.
    const entries = await worker.evaluate(
      `Promise.all(['page', 'selection', 'link', 'other'].map((id) => chrome.contextMenus.update(id, {}).then(() => id, () => 'none')))`,
    );
    expect(entries).toEqual(['page', 'selection', 'link', 'none']);
  });

  async function openWithRight(url: string): Promise<{ readonly page: Page; readonly tab: OpenTab }> {
    const page = await chromium.open(url);
    const popup = await chromium.clickToolbar(page);
    await popup.waitForSelector('.card, .foot');
    await popup.close();
    const tab = (await readTabs(library)).find((open) => open.url === url);
    if (!tab) throw new Error(`The click gave no right to ${url}.`);
    return { page, tab };
  }

  async function choose(info: object, { tabId, url, title }: OpenTab): Promise<void> {
    await wakeWorker(library);
    const worker = await chromium.worker();
    const [infoText, tabText] = [JSON.stringify(info), JSON.stringify({ id: tabId, url, title })];
    await worker.evaluate(`chrome.contextMenus.onClicked.dispatch(${infoText}, ${tabText})`);
  }

  const signOn = ({ tabId }: OpenTab): Promise<unknown> =>
    library.evaluate(
      `Promise.all([chrome.action.getBadgeText({ tabId: ${tabId} }), chrome.action.getTitle({ tabId: ${tabId} })])
        .then(([sign, title]) => ({ sign, title }))`,
    );

  async function shownText(articleId: unknown): Promise<string> {
    const reader = await chromium.openExtensionPage(`reader.html?article=${articleId}`);
    const body = await reader.waitForSelector('.article-body');
    const text = await body?.evaluate((element) => element.textContent?.replace(/\s+/g, ' ').trim());
    await reader.close();
    return text ?? '';
  }
});

/** Selects the second long paragraph, as by three clicks, and gives its words. */
function selectParagraph(page: Page): Promise<string> {
  return page.evaluate(() => {
    const paragraph = [...document.querySelectorAll('p')].filter(
      ({ textContent }) => (textContent ?? '').length > 200,
    )[1];
    if (!paragraph) throw new Error('The page has no second long paragraph.');
    getSelection()?.selectAllChildren(paragraph);
    return paragraph.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  });
}
