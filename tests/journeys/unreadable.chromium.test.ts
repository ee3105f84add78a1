import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../site/server.ts';
import { askWorker, readTabs, setSaveOnClick, wakeWorker } from '../support/ask-worker.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { startOddFiles } from '../support/odd-files.ts';
import { readAll } from '../support/read-database.ts';
import { waitForText } from '../support/wait-for-text.ts';

const PDF = { said: 'This is a PDF, not a web page.', offers: ['Keep the link', 'Try again'] };
const FILE = { said: 'This is a file, not a web page.', offers: ['Keep the link', 'Try again'] };
const OWN = { said: 'This is one of the browser’s own pages.', offers: [] };
const WITHHELD = { said: 'The browser keeps this page to itself.', offers: [] };

describe('pages that can not be kept, in Chromium', () => {
  let site: Site;
  let files: Awaited<ReturnType<typeof startOddFiles>>;
  let chromium: Chromium;
  let library: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    site = await startSite();
    files = await startOddFiles();
    chromium = await launchChromium({ sitePort: site.port });
    library = await chromium.openExtensionPage('library.html');
    await wakeWorker(library);
    // Listened to, a worker is not put to sleep: what it says in this whole journey is heard.
    const { client } = await chromium.worker();
    client.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
      complaints.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
    });
    client.on('Runtime.consoleAPICalled', ({ type, args }) => complaints.push(`${type}: ${args[0]?.value}`));
    await client.send('Runtime.enable');
  });

  afterAll(async () => {
    await chromium?.close();
    await site?.close();
    files?.close();
  });

  it.each([
    { what: 'a PDF', url: () => files.url('/paper.pdf'), ...PDF },
    { what: 'a PDF whose address does not say so', url: () => files.url('/paper'), ...PDF },
    { what: 'a text file', url: () => files.url('/notes.txt'), ...FILE },
    { what: 'a data file', url: () => files.url('/figures.json'), ...FILE },
    {
      what: 'an empty page',
      url: () => files.url('/empty'),
      said: 'This page shows no text.',
      offers: ['Keep the link', 'Try again'],
    },
    {
      what: 'a host that is not there',
      url: () => 'http://nowhere.invalid/article',
      ...WITHHELD,
    },
    { what: 'an empty tab', url: () => 'about:blank', ...WITHHELD },
    { what: 'the browser’s version page', url: () => 'chrome://version/', ...OWN },
    { what: 'the browser’s extensions', url: () => 'chrome://extensions/', ...OWN },
    { what: 'the source of a page', url: () => `view-source:${site.url('footnotes')}`, ...WITHHELD },
  ])('says plainly why $what is not kept', async ({ url, said, offers }) => {
    const page = await openAnyhow(url());
    const popup = await chromium.clickToolbar(page);
    await waitForText(popup, '.card .status', new RegExp(`^${said}$`));
    expect(await popup.$eval('.card-next', ({ textContent }) => textContent?.length)).toBeGreaterThan(20);
    expect(await buttonsOf(popup)).toEqual(offers);
    await expectNothingKept();
    await page.close();
  });

  it.each([
    { what: 'its own library', url: () => `chrome-extension://${chromium.extensionId}/library.html` },
    { what: 'its own reader', url: () => `chrome-extension://${chromium.extensionId}/reader.html` },
  ])('opens as library alone over $what', async ({ url }) => {
    const page = await openAnyhow(url());
    const popup = await chromium.clickToolbar(page);
    await waitForText(popup, '.foot', /0 articles · all on this device/);
    // What could show a card comes with a later chunk, and the lists with the same one.
    await popup.click('#tab-lists');
    await waitForText(popup, '#below', /\S/);
    expect(await popup.$('.card')).toBeNull();
    await expectNothingKept();
    await page.close();
  });

  it('keeps the link of a PDF', async () => {
    const page = await openAnyhow(files.url('/paper.pdf'));
    const popup = await chromium.clickToolbar(page);
    await waitForText(popup, '.card .status', /PDF/);
    await press(popup, 'Keep the link');
    await waitForText(popup, '.card', /Saved to Inbox[\s\S]*Link only, text not kept yet/);
    const [article] = await readAll(library, 'articles');
    expect([article?.['url'], article?.['versionId']]).toEqual([files.url('/paper.pdf'), undefined]);
    await popup.click('.status-action');
    await waitForText(popup, '.status', /Moved to Trash/);
    await page.close();
  });

  it('asks first, if the reader wants that, and saves only then', async () => {
    await setSaveOnClick(library, false);
    const url = site.url('footnotes');
    const page = await chromium.open(url);
    const popup = await chromium.clickToolbar(page);
    await waitForText(popup, '.card .is-primary', /^Save this page ↵$/);
    expect(await isKept(url)).toBe(false);
    await popup.keyboard.press('Enter');
    await waitForText(popup, '.status', /Saved to Inbox/);
    expect(await isKept(url)).toBe(true);
    await page.close();
  });

  it('keeps nothing of a tab that went on to another page after the click', async () => {
    await setSaveOnClick(library, false);
    const page = await chromium.open(site.url('far-pictures'));
    const popup = await chromium.clickToolbar(page);
    await waitForText(popup, '.card .is-primary', /^Save this page ↵$/);
    // To another page of the same site: the right that came with the click is still there.
    await page.goto(site.url('slow-pictures'), { waitUntil: 'domcontentloaded' });
    const tab = (await readTabs(library)).find(({ url }) => url === site.url('slow-pictures'));
    const answer = await askWorker(library, { kind: 'save-page', tab: { ...tab, url: site.url('far-pictures') } });
    expect(answer).toMatchObject({ status: 'refused', why: 'moved' });
    expect([await isKept(site.url('far-pictures')), await isKept(site.url('slow-pictures'))]).toEqual([false, false]);
    await page.close();
  });

  it('made the worker complain of nothing', async () => {
    const worker = await chromium.worker();
    await worker.evaluate(() => {
      setTimeout(() => console.error('the last word'));
    });
    // The one complaint made on purpose shows that others would have been heard.
    await expect.poll(() => complaints).toEqual(['error: the last word']);
  });

  /** An address that gives an error page, or no page at all, is opened all the same. */
  async function openAnyhow(url: string): Promise<Page> {
    const page = await chromium.browser.newPage();
    await page.goto(url).catch(() => undefined);
    return page;
  }

  const isKept = async (url: string) => (await readAll(library, 'articles')).some((article) => article['url'] === url);

  async function expectNothingKept(): Promise<void> {
    for (const table of ['articles', 'versions', 'bodies', 'readings', 'pictures']) {
      expect(await readAll(library, table)).toEqual([]);
    }
  }
});

const buttonsOf = (popup: Page): Promise<readonly string[]> =>
  popup.$$eval('.card button', (buttons) => buttons.map((button) => button.textContent?.trim() ?? ''));

async function press(popup: Page, name: string): Promise<void> {
  await popup.evaluate((wanted) => {
    const buttons = [...document.querySelectorAll('button')];
    buttons.find((button) => button.textContent?.trim() === wanted)?.click();
  }, name);
}
