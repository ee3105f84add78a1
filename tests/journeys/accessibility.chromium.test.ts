import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addTag, putOnNewList, waitForSave, writeNote } from '../../scripts/tour/use-popup.ts';
import { type Site, startSite } from '../site/server.ts';
import { chooseScheme, findBarriers, overflowOf } from '../support/axe.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { readKept } from '../support/kept-article.ts';
import { readAll } from '../support/read-database.ts';
import { waitForText } from '../support/wait-for-text.ts';

const SCHEMES = ['light', 'dark'] as const;
const WIDTHS = [400, 1400] as const;
const NARROWEST = 320;

/** A state of a surface, and how one comes there. */
interface State {
  readonly name: string;
  readonly arrange: (page: Page) => Promise<unknown>;
}

const LIBRARY_STATES: readonly (State & { readonly hash: string })[] = [
  { name: 'the inbox', hash: '#inbox', arrange: (page) => page.waitForSelector('.rows .row h2') },
  {
    name: 'an article with its details',
    hash: '#inbox',
    arrange: async (page) => {
      await page.waitForSelector('.rows .row h2');
      await page.click('.rows .row h2 a');
      await page.waitForSelector('.detail textarea:enabled');
    },
  },
  { name: 'an empty trash', hash: '#trash', arrange: (page) => waitForText(page, 'main', /Trash/) },
  { name: 'the notes', hash: '#notes', arrange: (page) => page.waitForSelector('.notes .note') },
  { name: 'the settings', hash: '#settings', arrange: (page) => page.waitForSelector('.settings fieldset') },
  {
    name: 'a search that finds nothing',
    hash: '#search/zeppelin',
    arrange: (page) => waitForText(page, 'main', /zeppelin|[Nn]othing/),
  },
  {
    name: 'what completes a search',
    hash: '#inbox',
    arrange: async (page) => {
      await page.waitForSelector('.rows .row h2');
      await page.focus('.find input');
      await page.keyboard.type('list:');
      await page.waitForSelector('[role="option"]');
      await page.keyboard.press('ArrowDown');
      await page.waitForSelector('[role="option"][aria-selected="true"]');
    },
  },
  { name: 'the keys', hash: '#inbox', arrange: openKeys },
];

const READER_STATES: readonly State[] = [
  { name: 'an article', arrange: (page) => page.waitForSelector('.article-body p') },
  {
    name: 'the type sheet',
    arrange: async (page) => {
      await page.click('[aria-label="Type and theme"]');
      await page.waitForSelector('.bar-popover:popover-open');
    },
  },
  { name: 'the keys', arrange: openKeys },
];

describe('use without sight, mouse or width, in Chromium', () => {
  let site: Site;
  let chromium: Chromium;
  let articleId: string;

  beforeAll(async () => {
    site = await startSite();
    chromium = await launchChromium({ sitePort: site.port });
    for (const slug of ['footnotes', 'japanese', 'right-to-left', 'far-pictures', 'cloud-capacity']) {
      const page = await chromium.open(site.url(slug));
      const popup = await chromium.clickToolbar(page);
      await waitForSave(popup);
      if (slug === 'cloud-capacity') {
        await putOnNewList(popup, 'Power and places');
        await addTag(popup, 'grid');
        await writeNote(popup, 'Ask who pays for the second line.');
      }
      await page.close();
    }
    const library = await chromium.openExtensionPage('library.html');
    articleId = String((await readKept(library, site.url('cloud-capacity'))).article['id']);
    await library.close();
  });

  afterAll(async () => {
    await chromium?.close();
    await site?.close();
  });

  it.each<{ readonly what: string; readonly url: () => string } & State>([
    { what: 'over the library', name: 'no card', url: () => ownPage('library.html'), arrange: showsRows },
    { what: 'over an empty tab', name: 'a refusal without a way', url: () => 'about:blank', arrange: showsRefusal },
    { what: 'over an article', name: 'the card', url: () => site.url('cloud-capacity'), arrange: showsCard },
    { what: 'over far pictures', name: 'the offer', url: () => site.url('far-pictures'), arrange: showsOffer },
    { what: 'over a front page', name: 'the refusal', url: () => site.url('front-page'), arrange: showsRefusal },
    { what: 'over an article', name: 'the lists', url: () => site.url('cloud-capacity'), arrange: showsTab('lists') },
    { what: 'over an article', name: 'the notes', url: () => site.url('cloud-capacity'), arrange: showsTab('notes') },
  ])('has no barrier in the popup $what: $name', async ({ url, arrange }) => {
    const page = await chromium.open(url());
    const popup = await chromium.clickToolbar(page);
    await arrange(popup);
    for (const scheme of SCHEMES) {
      await chooseScheme(popup, scheme);
      expect(await findBarriers(popup), scheme).toEqual([]);
    }
    expect(await overflowOf(popup)).toBe(0);
    await page.close();
  });

  it.each(LIBRARY_STATES)('has no barrier in the library: $name', async ({ hash, arrange }) => {
    await expectNoBarrier(`library.html${hash}`, arrange);
  });

  it.each(READER_STATES)('has no barrier in the reader: $name', async ({ arrange }) => {
    await expectNoBarrier(`reader.html?article=${articleId}`, arrange);
  });

  it('has no barrier in the reader on sepia', async () => {
    const reader = await chromium.openExtensionPage(`reader.html?article=${articleId}`);
    await chooseScheme(reader, 'light');
    await reader.evaluate(`chrome.storage.local.set({ settings: { theme: 'sepia' } })`);
    await reader.waitForSelector(':root[data-theme="sepia"]');
    await reader.waitForSelector('.article-body p');
    expect(await findBarriers(reader)).toEqual([]);
    await reader.evaluate('chrome.storage.local.clear()');
    await reader.close();
  });

  it('would find a barrier', async () => {
    const reader = await chromium.openExtensionPage(`reader.html?article=${articleId}`);
    await reader.waitForSelector('.article-body p');
    await reader.evaluate(() => {
      for (const button of document.querySelectorAll('[aria-label="Type and theme"]')) {
        button.removeAttribute('aria-label');
        button.removeAttribute('title');
      }
    });
    expect((await findBarriers(reader)).join()).toContain('button-name');
    await reader.close();
  });

  it('goes from the save to the library by the keyboard alone', async () => {
    const page = await chromium.open(site.url('code-blocks'));
    const popup = await chromium.clickToolbar(page);
    await waitForSave(popup);
    await popup.waitForSelector('.note-field textarea:enabled');
    await popup.keyboard.press('n');
    await popup.keyboard.type('Try it on the old disk.');
    // Out of the field, to the button beside it.
    await popup.keyboard.press('Tab');
    const opened = chromium.browser.waitForTarget((target) => target.url().includes('/reader.html'));
    // The popup may be gone before the key is let go.
    await popup.keyboard.press('Enter').catch(() => undefined);
    const reader = await (await opened).asPage();
    await waitForText(reader, '.article-body', /\S/);

    await reader.keyboard.press('e');
    await reader.waitForSelector('[aria-label="Done"][aria-pressed="true"]');
    await Promise.all([reader.waitForNavigation(), reader.keyboard.press('l')]);
    await reader.waitForSelector('.rows .row h2');
    const { article, reading } = await readKept(reader, site.url('code-blocks'));
    expect(reading?.['archivedAt']).toBeGreaterThan(0);
    expect((await readAll(reader, 'notes')).find((note) => note['articleId'] === article['id'])).toMatchObject({
      text: 'Try it on the old disk.',
    });

    await reader.keyboard.press('j');
    await reader.waitForSelector('.detail textarea:enabled');
    const title = await reader.$eval('.rows [aria-current="true"]', (link) => link.textContent);
    await reader.keyboard.press('f');
    await expect
      .poll(async () => (await readAll(reader, 'readings')).filter((row) => row['favouriteAt'] !== undefined).length)
      .toBe(1);
    const favourite = (await readAll(reader, 'readings')).find((row) => row['favouriteAt'] !== undefined);
    const shown = (await readAll(reader, 'articles')).find(({ id }) => id === favourite?.['articleId']);
    expect(shown?.['title']).toBe(title);
    await reader.close();
    await page.close();
  });

  async function expectNoBarrier(path: string, arrange: State['arrange']): Promise<void> {
    const found: string[] = [];
    for (const width of WIDTHS) {
      const page = await openAt(path, width);
      await arrange(page);
      for (const scheme of SCHEMES) {
        await chooseScheme(page, scheme);
        for (const barrier of await findBarriers(page)) found.push(`${width} px, ${scheme}: ${barrier}`);
      }
      await page.close();
    }
    const narrow = await openAt(path, NARROWEST);
    await arrange(narrow);
    const overflow = await overflowOf(narrow);
    if (overflow > 0) found.push(`${NARROWEST} px: ${overflow} px too wide`);
    await narrow.close();
    expect(found).toEqual([]);
  }

  const ownPage = (path: string): string => `chrome-extension://${chromium.extensionId}/${path}`;

  async function openAt(path: string, width: number): Promise<Page> {
    const page = await chromium.browser.newPage();
    await page.setViewport({ width, height: 900 });
    await page.goto(ownPage(path));
    return page;
  }
});

const showsRows = (popup: Page): Promise<unknown> => popup.waitForSelector('[data-article]');
const showsCard = (popup: Page): Promise<unknown> => popup.waitForSelector('.note-field textarea:enabled');
const showsOffer = (popup: Page): Promise<unknown> => popup.waitForSelector('.offer');
const showsRefusal = (popup: Page): Promise<unknown> => popup.waitForSelector('.card .card-next');

function showsTab(name: 'lists' | 'notes'): State['arrange'] {
  return async (popup) => {
    await showsCard(popup);
    await popup.click(`#tab-${name}`);
    await popup.waitForSelector('#below .row, #below button, #below a');
  };
}

async function openKeys(page: Page): Promise<void> {
  await page.waitForSelector('h1');
  await page.keyboard.press('?');
  await page.waitForSelector('dialog[open]');
}
