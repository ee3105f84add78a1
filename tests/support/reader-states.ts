import type { Page } from 'puppeteer-core';
import { waitForText } from './wait-for-text.ts';
import { writeRows } from './write-database.ts';

/** A state of the reader or of the page of notes, and how one comes there. */
export interface ReaderState {
  readonly name: string;
  /** The article it is shown with, by its name on the demo site; absent for the page of notes. */
  readonly slug?: 'cloud-capacity' | 'footnotes';
  readonly arrange: (page: Page) => Promise<unknown>;
}

/** Every state the reader can be in that looks different. `markForStates` has made the marks they show. */
export const READER_STATES: readonly ReaderState[] = [
  { name: 'article', slug: 'cloud-capacity', arrange: atTop },
  { name: 'notes-beside', slug: 'cloud-capacity', arrange: (page) => showMark(page, 'mark-building') },
  {
    name: 'note-being-written',
    slug: 'cloud-capacity',
    arrange: async (page) => {
      await showMark(page, 'mark-building');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.mark-note textarea:focus');
      await page.keyboard.press('End');
      await page.keyboard.type(' See [[');
      await page.waitForSelector('.note-choice');
    },
  },
  {
    name: 'selection-toolbar',
    slug: 'cloud-capacity',
    arrange: async (page) => {
      await hasMarks(page);
      await selectWords(page, 'eleven halls, each with its own substation');
      await page.waitForSelector('[aria-label="Mark the selection"]');
    },
  },
  {
    name: 'not-found-tray',
    slug: 'cloud-capacity',
    arrange: async (page) => {
      await hasMarks(page);
      await page.waitForSelector('.unplaced');
      await page.$eval('.unplaced', (tray) => tray.scrollIntoView({ block: 'center' }));
    },
  },
  { name: 'type-sheet', slug: 'cloud-capacity', arrange: opens('Type and theme', '.stepper') },
  { name: 'list-sheet', slug: 'cloud-capacity', arrange: opens('Lists', '.new-list') },
  { name: 'more-sheet', slug: 'cloud-capacity', arrange: opens('More', '.more-menu') },
  {
    name: 'find-bar',
    slug: 'cloud-capacity',
    arrange: async (page) => {
      await usePressed(page, '/', '.find-bar input:focus');
      await page.keyboard.type('model');
      await waitForText(page, '.find-bar output', /^\d of \d/);
    },
  },
  {
    name: 'speech-bar',
    slug: 'cloud-capacity',
    arrange: async (page) => {
      await usePressed(page, 'p', '.speech-bar');
      await page.keyboard.press('p');
      await waitForText(page, '.speech-bar .is-primary', /Play/);
    },
  },
  {
    name: 'lightbox',
    slug: 'cloud-capacity',
    arrange: async (page) => {
      await atTop(page);
      await page.waitForSelector('.article-body img[src]');
      await page.focus('.article-body img');
      await usePressed(page, 'Enter', '.lightbox[open]');
    },
  },
  {
    name: 'footnote',
    slug: 'footnotes',
    arrange: async (page) => {
      await atTop(page);
      await page.focus('.article-body sup a');
      await usePressed(page, 'Enter', '.footnote:popover-open');
    },
  },
  { name: 'keys', slug: 'cloud-capacity', arrange: (page) => usePressed(page, '?', 'dialog[open] kbd') },
  {
    name: 'end-of-text',
    slug: 'cloud-capacity',
    arrange: async (page) => {
      await hasMarks(page);
      await page.waitForSelector('.article-foot');
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    },
  },
  { name: 'notes-page', arrange: (page) => page.waitForSelector('.notes .note') },
];

const MARKS = [
  {
    id: 'mark-sold-twice',
    colour: 'amber',
    exact:
      'every one of them had been sold twice: once to the company that would own it, and once to the company that would rent it',
    note: 'Same wording as the grid report in March. Compare. #dependency',
  },
  {
    id: 'mark-building',
    colour: 'green',
    exact: 'Rather than one enormous site it is building nineteen middling ones, none above sixty megawatts',
    note: 'Use this as the opening for the **capacity** piece:\n\n- nineteen sites\n- six laboratories\n\n> none may take more than a fifth',
  },
  { id: 'mark-bicycle', colour: 'blue', exact: 'a bicycle that stays up only while it moves', note: '' },
  {
    id: 'mark-ship',
    colour: 'rose',
    exact: 'It is more like cooking on a ship.',
    note: 'Ask Rell for the whole of it.',
  },
  { id: 'mark-hum', colour: 'violet', exact: 'I mean the grey ones that hum', note: '' },
  {
    id: 'mark-gone',
    colour: 'amber',
    exact: 'the buyers resold the promise before the concrete had set',
    note: 'Was in the first text. Why is it gone?',
  },
] as const;

/** Marks passages of an article as the store would have, each of a text before the one that is kept. */
export const markForStates = (page: Page, articleId: string): Promise<void> =>
  writeRows(page, {
    highlights: MARKS.map(({ id, colour, exact, note }, i) => ({
      id,
      articleId,
      bodyHash: 'a former text',
      quote: { exact, prefix: '', suffix: '' },
      colour,
      note,
      createdAt: Date.UTC(2026, 9, 3, 9, i),
      updatedAt: Date.UTC(2026, 9, 3, 9, i),
      shownAt: Date.UTC(2026, 9, 3, 9, i),
      tagKeys: [],
      links: [],
    })),
  });

/** Selects words of the text as a pointer does. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector('.article-body') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at === -1) continue;
      node.parentElement?.scrollIntoView({ block: 'center' });
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
  }, words);
}

async function atTop(page: Page): Promise<void> {
  await hasMarks(page);
  await page.evaluate(() => scrollTo(0, 0));
}

/** Notes and tools are there: the chunks that come after the text. */
const hasMarks = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => CSS.highlights.has('mark-active') && document.querySelector('.note-beside') !== null);

async function showMark(page: Page, id: string): Promise<void> {
  await hasMarks(page);
  await page.waitForSelector(`[data-mark-id="${id}"]`);
  for (let i = 0; i < MARKS.length; i += 1) {
    const isActive = await page.$(`[data-mark-id="${id}"][data-active="true"]`);
    if (isActive) return;
    await page.keyboard.press('.');
  }
  await page.waitForSelector(`[data-mark-id="${id}"][data-active="true"]`);
}

function opens(label: string, inside: string): ReaderState['arrange'] {
  return async (page) => {
    await hasMarks(page);
    await page.waitForSelector(inside, { hidden: true });
    await page.click(`[aria-label="${label}"]`);
    await page.waitForSelector(inside, { visible: true });
  };
}

/** Presses a key until what it opens is there: keys are heard once their chunk is. */
async function usePressed(page: Page, key: '/' | 'p' | 'Enter' | '?', selector: string): Promise<void> {
  await hasMarks(page);
  const until = Date.now() + 10_000;
  while ((await page.$(selector)) === null) {
    if (Date.now() > until) throw new Error(`${key} did not open ${selector}.`);
    await page.keyboard.press(key);
    await page.waitForSelector(selector, { timeout: 400 }).catch(() => undefined);
  }
}
