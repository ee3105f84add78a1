import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addTag, putOnNewList, waitForSave, writeNote } from '../../scripts/tour/use-popup.ts';
import { type Site, startSite } from '../site/server.ts';
import { chooseScheme, findBarriers, findBarriersAt, NARROWEST, overflowOf, SCHEMES } from '../support/axe.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { readKept } from '../support/kept-article.ts';
import { OFFERED } from '../support/offered.ts';
import { readAll } from '../support/read-database.ts';
import { markForStates, READER_STATES } from '../support/reader-states.ts';
import { RECOVERY_STATES } from '../support/recovery-states.ts';
import { scriptVoices } from '../support/scripted-voice.ts';
import { waitForText } from '../support/wait-for-text.ts';

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
  { name: 'the review', hash: '#review', arrange: (page) => waitForText(page, 'main', /Nothing is past its time/) },
  { name: 'the statistics', hash: '#statistics', arrange: (page) => page.waitForSelector('.statistics .room') },
  { name: 'the settings', hash: '#settings', arrange: (page) => page.waitForSelector('.settings fieldset') },
  {
    name: 'what is stored and asked',
    hash: '#privacy',
    arrange: (page) => page.waitForSelector('.privacy .request-url'),
  },
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
      await page.waitForSelector(OFFERED);
      await page.keyboard.press('ArrowDown');
      await page.waitForSelector('[role="option"][aria-selected="true"]');
    },
  },
  { name: 'the keys', hash: '#inbox', arrange: openKeys },
];

const THEMES = ['light', 'dark', 'sepia'] as const;

describe('use without sight, mouse or width, in Chromium', () => {
  let site: Site;
  let chromium: Chromium;
  let articleId: string;
  let footnotesId: string;

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
    footnotesId = String((await readKept(library, site.url('footnotes'))).article['id']);
    await markForStates(library, articleId);
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

  it('has no barrier where words wait whose article is gone, which are thrown away and had back', async () => {
    const page = await openAt('library.html#notes', 1400);
    await page.evaluate(
      (draft) => localStorage.setItem('note-draft:gone', draft),
      JSON.stringify({ articleId: 'gone', text: 'Typed on what is gone', createdAt: 5, updatedAt: 5 }),
    );
    const waits = (on: Page) => waitForText(on, '.stranded-notes li', /^Typed on what is gone/);
    await expectNoBarrier('library.html#notes', waits);
    await expectNoBarrier('reader.html?article=gone', waits);
    await page.reload();
    await waits(page);
    const away = '.stranded-acts .text-button';
    await page.click(away);
    await waitForText(page, '.stranded-notes li', /^Thrown away/);
    await page.click(away);
    await page.reload();
    await waits(page);
    await page.click(away);
    await page.reload();
    await page.waitForSelector('.notes .note');
    expect(await page.$('.stranded-notes')).toBeNull();
    await page.close();
  });

  it.each(RECOVERY_STATES)('has no barrier where the library $name', async ({ arrange }) => {
    await expectNoBarrier('recovery.html', arrange);
  });

  it.each(READER_STATES)('has no barrier in any theme: $name', async ({ slug, arrange }) => {
    const id = slug === 'footnotes' ? footnotesId : articleId;
    const path = slug === undefined ? 'library.html#notes' : `reader.html?article=${id}`;
    const found: string[] = [];
    const wide = await openAt(path, 1400);
    await chooseScheme(wide, 'light');
    await arrange(wide);
    for (const theme of THEMES) {
      await wide.evaluate(`chrome.storage.local.set({ settings: { theme: '${theme}' } })`);
      await wide.waitForSelector(`:root[data-theme="${theme}"]`);
      for (const barrier of await findBarriers(wide)) found.push(`${theme}: ${barrier}`);
    }
    await wide.evaluate(`chrome.storage.local.remove('settings')`);
    await wide.close();
    const narrow = await openAt(path, 380);
    await chooseScheme(narrow, 'light');
    await arrange(narrow);
    for (const barrier of await findBarriers(narrow)) found.push(`380 px: ${barrier}`);
    await narrow.setViewport({ width: NARROWEST, height: 900 });
    const overflow = await overflowOf(narrow);
    if (overflow > 0) found.push(`${NARROWEST} px: ${overflow} px too wide`);
    await narrow.close();
    expect(found).toEqual([]);
  });

  it('has no barrier on the printed page, with its notes at the end, whatever the theme', async () => {
    const reader = await openAt(`reader.html?article=${articleId}`, 1400);
    await reader.waitForSelector('.margin-notes .mark-note');
    const found: string[] = [];
    for (const theme of THEMES) {
      await reader.evaluate(`chrome.storage.local.set({ settings: { theme: '${theme}' } })`);
      await reader.waitForSelector(`:root[data-theme="${theme}"]`);
      await reader.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await reader.emulateMediaType('print');
      await reader.waitForSelector('.printed-body .printed-number', { visible: true });
      for (const barrier of await findBarriers(reader)) found.push(`${theme}: ${barrier}`);
      await reader.emulateMediaType('screen');
      await reader.evaluate(() => dispatchEvent(new Event('afterprint')));
    }
    await reader.evaluate(`chrome.storage.local.remove('settings')`);
    await reader.close();
    expect(found).toEqual([]);
  });

  it('marks in the colours of the system, and moves nothing where that is not wanted', async () => {
    const reader = await openAt(`reader.html?article=${articleId}`, 1400);
    await reader.waitForSelector('.margin-notes .mark-note');
    const debug = await reader.createCDPSession();
    const emulate = (name: string, value: string) =>
      debug.send('Emulation.setEmulatedMedia', { features: [{ name, value }] });
    const groundOf = (highlight: string) =>
      reader.evaluate(
        (name) => getComputedStyle(document.querySelector('.article-body') as Element, name).backgroundColor,
        `::highlight(${highlight})`,
      );
    const own = await groundOf('mark-amber');
    await emulate('forced-colors', 'active');
    const system = await reader.evaluate(() => {
      const probe = document.createElement('p');
      probe.style.cssText = 'forced-color-adjust: none; background: Mark';
      document.body.append(probe);
      const { backgroundColor } = getComputedStyle(probe);
      probe.remove();
      return backgroundColor;
    });
    expect(await groundOf('mark-amber')).toBe(system);
    expect(own).not.toBe(system);

    const moving = () =>
      reader.evaluate(() =>
        [...document.querySelectorAll('*')].flatMap((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          const isStill = transitionDuration.split(', ').every((each) => Number.parseFloat(each) === 0);
          return isStill && animationName === 'none' ? [] : [element.className];
        }),
      );
    await emulate('prefers-reduced-motion', 'no-preference');
    expect(await moving()).toContain('mark-note');
    await emulate('prefers-reduced-motion', 'reduce');
    expect(await moving()).toEqual([]);
    await reader.close();
  });

  it('reads, marks, notes, finds and sets the type by the keyboard alone', async () => {
    const reader = await openAt(`reader.html?article=${footnotesId}`, 1400);
    await reader.waitForFunction(() => CSS.highlights.has('mark-active'));
    const { keyboard } = reader;
    const tabTo = async (selector: string) => {
      for (let presses = 0; presses < 60; presses += 1) {
        if (await reader.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
        await keyboard.press('Tab');
      }
      throw new Error(`Tab never came to ${selector}.`);
    };
    await keyboard.press('h');
    await reader.waitForSelector('.mark-note[data-active="true"]');
    await keyboard.press('Enter');
    await reader.waitForSelector('.mark-note textarea:focus');
    await keyboard.type('By keys. #typed');
    await keyboard.press('Escape');
    await waitForText(reader, '.mark-note-text', /By keys\. #typed/);
    await keyboard.press('/');
    await reader.waitForSelector('.find-bar input:focus');
    await keyboard.type('little format');
    await waitForText(reader, '.find-bar output', /^1 of \d/);
    await keyboard.press('Escape');
    await tabTo('[aria-label="Type and theme"]');
    await keyboard.press('Enter');
    await reader.waitForSelector('.bar-popover:popover-open .stepper');
    await tabTo('input[name="font"]');
    await keyboard.press('ArrowRight');
    await reader.waitForSelector('.reader[data-font="sans"]');
    await keyboard.press('ArrowLeft');
    await reader.waitForSelector('.reader[data-font="serif"]');
    await keyboard.press('Escape');
    await tabTo('.article-body sup a');
    await keyboard.press('Enter');
    await reader.waitForSelector('.footnote:popover-open');
    await keyboard.press('Escape');
    await tabTo('.article-foot .button');
    await keyboard.press('Enter');
    await reader.waitForSelector('[aria-label="Done"][aria-pressed="true"]');
    await keyboard.press('z');
    await reader.waitForSelector('[aria-label="Done"][aria-pressed="false"]');
    await reader.evaluate(`chrome.storage.local.remove('settings')`);
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
    expect(await findBarriersAt((width) => openAt(path, width), arrange)).toEqual([]);
  }

  const ownPage = (path: string): string => `chrome-extension://${chromium.extensionId}/${path}`;

  async function openAt(path: string, width: number): Promise<Page> {
    const page = await chromium.browser.newPage();
    // Reading aloud speaks in the states; machines have other voices, or none.
    await scriptVoices(page);
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
