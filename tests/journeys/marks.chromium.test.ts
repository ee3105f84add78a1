import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../site/server.ts';
import { findBarriers } from '../support/axe.ts';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { readAll } from '../support/read-database.ts';
import { selectWords } from '../support/reader-states.ts';
import { waitForText } from '../support/wait-for-text.ts';

const WORDS = 'a freight train left the port of Hallam with forty-one wagons and a police escort';

/** A reader marks a passage, writes on it, and finds both again. The tests are the steps, in order. */
describe('marks in Chromium', () => {
  let site: Site;
  let chromium: Chromium;
  let reader: Page;
  let profile: string;
  const launch = () =>
    launchChromium({ sitePort: site.port, userDataDir: profile, size: { width: 1500, height: 1000 } });

  beforeAll(async () => {
    site = await startSite();
    profile = await mkdtemp(join(tmpdir(), 'lectern-marks-'));
    chromium = await launch();
    const article = await chromium.open(site.url('cloud-capacity'));
    const popup = await chromium.clickToolbar(article);
    await waitForText(popup, '.status', /Saved to Inbox/);
    const id = (await readAll(popup, 'articles'))[0]?.['id'];
    await popup.close();
    reader = await chromium.openExtensionPage(`reader.html?article=${id}`);
    await waitForText(reader, 'article', /police escort/);
  });

  afterAll(async () => {
    await chromium?.close();
    await site?.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it('marks what a pointer selected, and leaves the elements of the text alone', async () => {
    const before = await reader.$eval('.article-body', (body) => body.innerHTML);
    await selectWords(reader, WORDS);
    await reader.waitForSelector('[aria-label="Mark the selection"]');
    expect(await findBarriers(reader)).toEqual([]);
    await reader.click('.mark-toolbar [aria-label="Mark green"]');
    await expect.poll(() => paintedWords(reader, 'green')).toEqual([WORDS]);
    expect(await reader.$eval('.article-body', (body) => body.innerHTML)).toBe(before);
    const [mark] = await readAll(reader, 'highlights');
    expect(mark).toMatchObject({ colour: 'green', quote: { exact: WORDS } });
    expect(String(Object(mark?.['quote']).prefix)).toHaveLength(64);
  });

  it('offers to mark what was selected before marks could be made', async () => {
    const page = await chromium.browser.newPage();
    await page.evaluateOnNewDocument(selectAtOnce);
    await page.goto(reader.url());
    await page.waitForSelector('[aria-label="Mark the selection"]');
    await page.close();
    await reader.bringToFront();
  });

  it('keeps a note that is typed as the window closes', async () => {
    await reader.click('.mark-toolbar [aria-label="Write a note"]');
    await reader.waitForSelector('.mark-note textarea:focus');
    await reader.keyboard.type('Compare with March. #dependency');
    const url = reader.url();
    await reader.close();
    reader = await chromium.open(url);
    await waitForText(reader, '.margin-notes', /Compare with March\. #dependency/);
    await expect.poll(() => paintedWords(reader, 'green')).toEqual([WORDS]);
    expect(await readAll(reader, 'highlights')).toMatchObject([{ tagKeys: ['dependency'] }]);
  });

  it('keeps a note when the browser is killed a second after it was typed', async () => {
    const url = reader.url();
    await reader.$eval('.margin-notes .mark-note button', (button) => (button as HTMLElement).click());
    await reader.waitForSelector('.mark-note textarea:focus');
    await reader.keyboard.press('End');
    await reader.keyboard.type(' Killed.');
    // The second that is promised; what a browser had not yet put on the disk by then is gone.
    await new Promise((go) => setTimeout(go, 1000));
    const browser = chromium.browser.process();
    const gone = new Promise((resolve) => browser?.once('exit', resolve));
    browser?.kill('SIGKILL');
    await gone;
    chromium = await launch();
    reader = await chromium.open(url);
    await waitForText(reader, '.margin-notes', /#dependency Killed\./);
    await expect.poll(() => paintedWords(reader, 'green')).toEqual([WORDS]);
  });

  it('stays on its words when the page is saved again and its text updated', async () => {
    const article = await chromium.open(site.url('cloud-capacity'));
    const popup = await chromium.clickToolbar(article);
    await waitForText(popup, '.status', /In your library/);
    await popup.waitForSelector('.card-actions .button');
    if ((await popup.$('.ways')) === null) await popup.click('.more-ways');
    await popup.waitForSelector('.ways button');
    await popup.$$eval('.ways button', (buttons) => {
      for (const button of buttons) if (button.textContent === 'Keep whole page') button.click();
    });
    await waitForText(popup, '.status', /Text updated/);
    await article.close();
    await reader.bringToFront();
    const bodies = new Set((await readAll(reader, 'versions')).map(({ bodyHash }) => bodyHash));
    expect(bodies.size).toBe(2);
    await reader.reload();
    await waitForText(reader, '.margin-notes', /#dependency Killed\./);
    await expect.poll(() => paintedWords(reader, 'green')).toEqual([WORDS]);
  });

  it('stands beside its mark, also after another text size, type and theme', async () => {
    const distance = () =>
      reader.evaluate(() => {
        const [range] = CSS.highlights.get('mark-green') ?? [];
        const live = new Range();
        if (range) live.setStart(range.startContainer, range.startOffset);
        if (range) live.setEnd(range.endContainer, range.endOffset);
        const note = document.querySelector('.margin-notes .mark-note');
        return Math.abs(live.getBoundingClientRect().top - (note?.getBoundingClientRect().top ?? 0));
      });
    await expect.poll(distance).toBeLessThan(3);
    await reader.keyboard.press('+');
    await expect.poll(() => reader.$eval('.reader', (page) => page.getAttribute('style'))).toContain('20px');
    await expect.poll(distance).toBeLessThan(3);
    await expect.poll(() => paintedWords(reader, 'green')).toEqual([WORDS]);
    await reader.keyboard.press('-');
    await reader.evaluate(`chrome.storage.local.set({ settings: { theme: 'sepia', font: 'hyperlegible' } })`);
    await reader.waitForSelector(':root[data-theme="sepia"] [data-font="hyperlegible"]');
    await expect.poll(distance).toBeLessThan(3);
    await expect.poll(() => paintedWords(reader, 'green')).toEqual([WORDS]);
    await reader.evaluate('chrome.storage.local.clear()');
  });

  it('prints notes as endnotes, each with its number in a copy of the text', async () => {
    const before = await reader.$eval('.article-body', (body) => body.innerHTML);
    await reader.evaluate(() => {
      addEventListener('beforeprint', () => {
        const shown = (selector: string) => document.querySelector(selector)?.textContent;
        Object.assign(globalThis, { printed: [shown('.printed-body'), shown('.margin-notes')] });
      });
    });
    await reader.pdf();
    const [text, notes] = await reader.evaluate(() => Reflect.get(globalThis, 'printed') as readonly string[]);
    expect(text).toContain(`${WORDS}1`);
    expect(notes).toContain('Compare with March');
    expect(await reader.$('.printed-body')).toBeNull();
    expect(await reader.$eval('.article-body', (body) => body.innerHTML)).toBe(before);
    await expect.poll(() => paintedWords(reader, 'green')).toEqual([WORDS]);
  });

  it('marks, moves and deletes by keys alone, and takes each back', async () => {
    await reader.keyboard.press('h');
    await expect.poll(() => paintedWords(reader, 'amber').then((words) => words.length)).toBe(1);
    const [first = ''] = await paintedWords(reader, 'amber');
    const shorter = first.replace(/\s+\S+$/, '');
    await reader.keyboard.down('Shift');
    await reader.keyboard.press('ArrowLeft');
    await reader.keyboard.up('Shift');
    await expect.poll(() => paintedWords(reader, 'amber')).toEqual([shorter]);
    // In a text that is read from the right, left is onwards.
    await reader.$eval('.article-body', (body) => {
      body.setAttribute('dir', 'rtl');
    });
    await reader.keyboard.down('Shift');
    await reader.keyboard.press('ArrowLeft');
    await expect.poll(() => paintedWords(reader, 'amber')).toEqual([first]);
    await reader.keyboard.press('ArrowRight');
    await reader.keyboard.up('Shift');
    await expect.poll(() => paintedWords(reader, 'amber')).toEqual([shorter]);
    await reader.$eval('.article-body', (body) => body.removeAttribute('dir'));
    await reader.keyboard.press('Delete');
    await expect.poll(() => paintedWords(reader, 'amber')).toEqual([]);
    await reader.keyboard.press('z');
    await expect.poll(() => paintedWords(reader, 'amber').then((words) => words.length)).toBe(1);
    // The three moves, the last one first.
    for (const words of [first, shorter, first]) {
      await reader.keyboard.press('z');
      await expect.poll(() => paintedWords(reader, 'amber')).toEqual([words]);
    }
    await reader.keyboard.press('z');
    await expect.poll(() => paintedWords(reader, 'amber')).toEqual([]);
  });

  it('takes the end of a mark to where it is dragged, and back', async () => {
    await reader.keyboard.press('.');
    await reader.waitForSelector('.mark-end[data-end="end"]');
    const end = await reader.$eval('.mark-end[data-end="end"]', (element) => {
      const { left, top, width } = element.getBoundingClientRect();
      return { x: left + width / 2, y: top + 6 };
    });
    const goal = await reader.evaluate(rectOfWords, 'and a police');
    await reader.mouse.move(end.x, end.y);
    await reader.mouse.down();
    // The knob hangs below its line: it is the line that the goal is in.
    await reader.mouse.move(goal.right - 3, goal.bottom + 6, { steps: 8 });
    await expect
      .poll(() => paintedWords(reader, 'dragged'))
      .toEqual(['a freight train left the port of Hallam with forty-one wagons and a police']);
    expect(await findBarriers(reader)).toEqual([]);
    await reader.mouse.up();
    await expect
      .poll(() => paintedWords(reader, 'green'))
      .toEqual(['a freight train left the port of Hallam with forty-one wagons and a police']);
    await reader.keyboard.press('z');
    await expect.poll(() => paintedWords(reader, 'green')).toEqual([WORDS]);
    await reader.keyboard.press('Escape');
  });

  it('shows one truth in two windows', async () => {
    const other = await chromium.open(reader.url());
    await waitForText(other, '.margin-notes', /Compare with March/);
    const edit = (page: Page) => page.$$eval('.margin-notes .mark-note button', ([button]) => button?.click());
    await edit(other);
    await other.waitForSelector('.mark-note textarea:focus');
    await edit(reader);
    await reader.bringToFront();
    await reader.waitForSelector('.mark-note textarea');
    await reader.focus('.mark-note textarea');
    await reader.keyboard.press('End');
    await reader.keyboard.type(' And more.');
    // A page behind another draws no frames, so it is asked and not waited for. Its field is still open: nobody left it.
    const written = (page: Page) => page.$eval('.mark-note textarea', ({ value }) => value);
    await expect.poll(() => written(other)).toContain('Killed. And more.');
    await other.bringToFront();
    await other.waitForSelector('.mark-note textarea:focus');
    await other.keyboard.press('End');
    await other.keyboard.type(' Again.');
    await other.keyboard.press('Escape');
    await expect.poll(() => written(reader)).toContain('And more. Again.');
    await reader.bringToFront();
    await other.close();
  });

  it('says which marks are not found in another text, and keeps them', async () => {
    await reader.evaluate(async () => {
      const opening = indexedDB.open('lectern');
      await new Promise((resolve) => {
        opening.onsuccess = resolve;
      });
      const store = opening.result.transaction('highlights', 'readwrite').objectStore('highlights');
      const all = store.getAll();
      await new Promise((resolve) => {
        all.onsuccess = resolve;
      });
      const green = all.result.find((each) => each.colour === 'green');
      const longAgo = Date.now() - 20 * 24 * 60 * 60 * 1000;
      const old = { createdAt: longAgo, shownAt: longAgo };
      const mark = { ...green, ...old, note: 'Of the older text', bodyHash: 'another' };
      mark.quote = { exact: 'the buyers resold the promise before the concrete had set', prefix: '', suffix: '' };
      const writing = store.put(mark);
      await new Promise((resolve) => {
        writing.onsuccess = resolve;
      });
      opening.result.close();
    });
    await reader.reload();
    await waitForText(reader, '.unplaced', /Not found in this text[\s\S]*the buyers resold[\s\S]*Of the older text/);
    expect(await paintedWords(reader, 'green')).toEqual([]);
    expect(await findBarriers(reader)).toEqual([]);
    const notes = await chromium.openExtensionPage('library.html#notes');
    await waitForText(notes, '.note-unplaced', /^Not found in the text as it is now$/);
    const unplaced = await notes.$$eval('.note:has(.note-unplaced) .note-text', (all) =>
      all.map((each) => each.textContent),
    );
    expect(unplaced).toEqual(['Of the older text']);
    await notes.close();
    await reader.bringToFront();
    await selectWords(reader, WORDS);
    await reader.waitForSelector('.mark-toolbar');
    await reader.$eval('.unplaced-acts .button', (button) => (button as HTMLElement).click());
    await expect.poll(() => paintedWords(reader, 'green')).toEqual([WORDS]);
  });

  it('completes links and tags in a note, and shows the link at its other end', async () => {
    await reader.$eval('.margin-notes .mark-note button', (button) => (button as HTMLElement).click());
    await reader.waitForSelector('.mark-note textarea:focus');
    await reader.keyboard.press('End');
    await reader.keyboard.type(' See [[cloud');
    await waitForText(reader, '.note-choices', /Cloud/);
    expect(await findBarriers(reader)).toEqual([]);
    await reader.keyboard.press('Enter');
    await reader.keyboard.type('#grid');
    await reader.keyboard.press('Escape');
    await waitForText(reader, '.back-links', /Linked from[\s\S]*Of the older text/);
    await waitForText(reader, '.foot-chips', /# grid/);
    expect(await readAll(reader, 'highlights')).toContainEqual(
      expect.objectContaining({ colour: 'green', links: [expect.stringMatching(/^article\//)], tagKeys: ['grid'] }),
    );
  });

  it('has a page of all marks and notes, to narrow, edit, review and go to the place', async () => {
    const library = await chromium.openExtensionPage('library.html#notes');
    await waitForText(library, '.notes', /police escort[\s\S]*Of the older text/);
    await library.type('.notes-filters input', 'zeppelin');
    await waitForText(library, '.notes-none', /Nothing here/);
    await library.$eval('.notes-filters input', (input) => (input as HTMLInputElement).select());
    await library.keyboard.type('police');
    await library.click('.notes-colours [data-colour="green"]');
    await waitForText(library, '.notes-out', /1 passage/);
    expect(await findBarriers(library)).toEqual([]);
    await library.click('.note .text-button');
    await library.waitForSelector('.note textarea:focus');
    await library.keyboard.press('End');
    await library.keyboard.type(' Edited here.');
    await library.keyboard.press('Escape');
    await waitForText(library, '.note-text', /Edited here\./);
    // Back on what opened the field.
    expect(await library.evaluate(() => document.activeElement?.textContent)).toMatch(/^Edit/);
    await expect.poll(() => library.evaluate(() => location.hash)).toBe('#notes?words=police&colour=green');
    const asked = () =>
      library.evaluate(() => [
        document.querySelector<HTMLInputElement>('.notes-filters input')?.value,
        document.querySelector('.notes-colours [aria-pressed="true"]')?.getAttribute('data-colour'),
      ]);
    await library.reload();
    await waitForText(library, '.notes-out', /1 passage/);
    expect(await asked()).toEqual(['police', 'green']);
    await library.click('.sidebar a[href$="#inbox"]');
    await library.waitForSelector('.rows');
    await library.goBack();
    await waitForText(library, '.notes-out', /1 passage/);
    expect(await asked()).toEqual(['police', 'green']);
    expect(await library.$$eval('.sidebar [aria-current]', ([link]) => link?.textContent)).toMatch(/Notes/);
    await library.click('.notes-colours [data-colour="green"]');
    await library.$eval('.notes-filters input', (input) => (input as HTMLInputElement).select());
    await library.keyboard.press('Backspace');
    await library.waitForSelector('.review .button');
    await library.click('.review .button');
    await library.waitForSelector('.review-answers');
    await library.keyboard.press('2');
    await expect
      .poll(async () => (await readAll(library, 'highlights')).filter(({ review }) => review !== undefined).length, {
        timeout: 10_000,
      })
      .toBe(1);
    await Promise.all([library.waitForNavigation(), library.click('.note .note-facts a')]);
    await library.waitForSelector('.mark-note[data-active="true"]');
    await library.close();
  });

  it('shows them with their article in the library, each a way to its place', async () => {
    const [mark] = await readAll(reader, 'highlights');
    const library = await chromium.openExtensionPage(`library.html#inbox/${mark?.['articleId']}`);
    await waitForText(library, '.article-marks', /police escort[\s\S]*Edited here\./);
    expect(await findBarriers(library)).toEqual([]);
    await Promise.all([library.waitForNavigation(), library.click('.article-marks a')]);
    await library.waitForSelector('.mark-note[data-active="true"]');
    await library.close();
  });
});

/** What is painted in a colour, as the browser holds it. */
const paintedWords = (page: Page, colour: string): Promise<readonly string[]> =>
  page.evaluate((name) => {
    return [...(CSS.highlights.get(`mark-${name}`) ?? [])].map((range) => {
      const live = new Range();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString();
    });
  }, colour);

/** Serialised into a page: it may use nothing from this module. The last line of some words that stand in one text node. */
function rectOfWords(words: string): { readonly right: number; readonly bottom: number } {
  const walker = document.createTreeWalker(document.querySelector('.article-body') ?? document, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const start = (node.nodeValue ?? '').indexOf(words);
    if (start === -1) continue;
    const range = new Range();
    range.setStart(node, start);
    range.setEnd(node, start + words.length);
    const { right, bottom } = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
    return { right, bottom };
  }
  throw new Error(`“${words}” do not stand in the text.`);
}

/** Serialised into a page: selects words of the first paragraph as soon as there is one. */
function selectAtOnce(): void {
  const watch = new MutationObserver(() => {
    const text = document.querySelector('.article-body p')?.firstChild;
    if (text?.nodeType !== Node.TEXT_NODE) return;
    watch.disconnect();
    getSelection()?.setBaseAndExtent(text, 0, text, 20);
  });
  watch.observe(document, { childList: true, subtree: true });
}
