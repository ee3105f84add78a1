import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { Chance } from '../../bench/support/chance.ts';
import type { Chromium } from '../../tests/support/chromium.ts';
import type { Ledger } from './ledger.ts';
import { ask } from './probe.ts';
import { storiesToImport, storyUrl } from './stories.ts';

/** What a round works with. */
export interface Stage {
  readonly chromium: Chromium;
  /** A page of the extension with none of its code but the probe. */
  readonly observer: Page;
  readonly ledger: Ledger;
  readonly chance: Chance;
  readonly folder: string;
  /** A number for a story that was not told yet. */
  readonly nextStory: () => string;
  /** Ends the browser, or the worker, in so many milliseconds. */
  readonly strikeIn: (milliseconds: number) => void;
  readonly isOver: () => boolean;
}

/** One kind of round. It runs until it is struck; what fails because of that is not its fault. */
export type Round = (stage: Stage) => Promise<void>;

/** Saves pages by real clicks on the toolbar button. */
export const save: Round = async ({ chromium, observer, ledger, chance, nextStory, strikeIn, isOver }) => {
  const numbers = [nextStory(), nextStory()];
  const tabs = await Promise.all(numbers.map((number) => chromium.open(storyUrl(number))));
  strikeIn(chance.next() * 1400);
  for (const [i, tab] of tabs.entries()) {
    const popup = await chromium.clickToolbar(tab);
    const words = () => document.querySelector('.status')?.textContent ?? '';
    while (!isOver() && !/^\s*Saved to Inbox/.test(await popup.evaluate(words).catch(ofGonePopup))) await pause(5);
    if (!isOver()) ledger.saved(storyUrl(numbers[i] ?? ''), `token-${numbers[i]}`);
  }
  await watch({ observer, ledger, isOver });
};

/**
 * A popup that closed before it could be listened to says nothing: another tab came before it, as the recovery page does.
 * @throws any other error
 */
function ofGonePopup(error: unknown): string {
  if (/main frame too early/.test(String(error))) return '';
  throw error;
}

/** Imports stories with their texts, as a reader does. */
export const importFile: Round = async ({
  chromium,
  observer,
  ledger,
  chance,
  folder,
  nextStory,
  strikeIn,
  isOver,
}) => {
  const page = await chromium.openExtensionPage('transfer.html');
  const file = join(folder, 'wallabag.json');
  await writeFile(file, storiesToImport(Array.from({ length: 30 }, nextStory)));
  const input = await page.waitForSelector('input[type=file][multiple]');
  await input?.uploadFile(file);
  const button = await page.waitForSelector('::-p-xpath(//button[starts-with(normalize-space(), "Add 30")])');
  strikeIn(chance.next() * 1200);
  await button?.click();
  await watch({ observer, ledger, isOver });
};

/** Types a note, letter by letter, in the details of an article. */
export const note: Round = async (stage) => {
  const { observer, ledger, chance, strikeIn, isOver } = stage;
  const page = await openNote(stage);
  strikeIn(100 + chance.next() * 900);
  await Promise.all([type(page, isOver), watch({ observer, ledger, isOver })]);
};

/** Marks a passage in the reader and types on the mark. */
export const mark: Round = async (stage) => {
  const { chromium, observer, ledger, chance, strikeIn, isOver } = stage;
  const id = await ask(observer, 'idOf', await someStory(stage));
  const page = await chromium.openExtensionPage(`reader.html?article=${id}`);
  await page.waitForSelector('.article-body p');
  strikeIn(200 + chance.next() * 1200);
  const make = async () => {
    await page.evaluate(
      (at) => {
        const paragraphs = [...document.querySelectorAll('.article-body p')];
        const text = paragraphs[at % paragraphs.length]?.firstChild;
        if (text) getSelection()?.setBaseAndExtent(text, 0, text, 40);
      },
      Math.floor(chance.next() * 100),
    );
    await (await page.waitForSelector('.mark-toolbar [aria-label="Mark green"]'))?.click();
    await (await page.waitForSelector('.mark-toolbar [aria-label="Write a note"]'))?.click();
    await page.waitForSelector('.mark-note textarea:focus');
    await type(page, isOver);
  };
  await Promise.all([make(), watch({ observer, ledger, isOver })]);
};

/** Merges the search index while a note is typed, which feeds it. */
export const merge: Round = async (stage) => {
  const { observer, ledger, chance, strikeIn, isOver } = stage;
  const page = await openNote(stage);
  await page.keyboard.type('0123456789 abcdefghijklmnop ');
  strikeIn(chance.next() * 700);
  const tend = async () => {
    while (!isOver()) {
      await ask(observer, 'tend');
      ledger.seen(await ask(observer, 'peek'));
    }
  };
  await Promise.all([type(page, isOver), tend()]);
};

/** Has the worker merge the search index, after a note on each of many articles has fed it. */
export const mergeInWorker: Round = async ({ observer, ledger, chance, nextStory, strikeIn, isOver }) => {
  await ask(observer, 'noteOnMany', FED, `Merged in round ${nextStory()}`);
  ledger.seen(await ask(observer, 'peek'));
  // A message to the worker starts its upkeep, a second later.
  await observer.evaluate('void chrome.runtime.sendMessage({}).catch(() => undefined)');
  strikeIn(MERGE_STARTS_MS + chance.next() * MERGE_LASTS_MS);
  await watch({ observer, ledger, isOver });
};

/** More changes than the index leaves unmerged. */
const FED = 40;
/** From the message to the worker's merge, and what that takes at most, in milliseconds: seen here, November 2026. */
const MERGE_STARTS_MS = 950;
const MERGE_LASTS_MS = 350;

/** A story that is here; one is saved first where there is none. */
async function someStory({ chromium, observer, ledger, chance, nextStory }: Stage): Promise<string> {
  const { urls } = await ask(observer, 'peek');
  if (urls.length > 0) return urls[Math.floor(chance.next() * urls.length)] ?? '';
  const number = nextStory();
  const tab = await chromium.open(storyUrl(number));
  const popup = await chromium.clickToolbar(tab);
  await popup.waitForFunction(() => /Saved to Inbox/.test(document.querySelector('.status')?.textContent ?? ''));
  ledger.saved(storyUrl(number), `token-${number}`);
  return storyUrl(number);
}

async function openNote(stage: Stage): Promise<Page> {
  const id = await ask(stage.observer, 'idOf', await someStory(stage));
  const page = await stage.chromium.openExtensionPage(`library.html#inbox/${id}`);
  await page.waitForSelector('.detail textarea:not([disabled])');
  await page.focus('.detail textarea');
  await page.keyboard.press('End');
  return page;
}

async function type(page: Page, isOver: () => boolean): Promise<void> {
  for (let n = 0; !isOver() && n < 400; n++) await page.keyboard.sendCharacter(`${n % 10 === 9 ? ' ' : n % 10}`);
}

async function watch({ observer, ledger, isOver }: Pick<Stage, 'observer' | 'ledger' | 'isOver'>): Promise<void> {
  while (!isOver()) {
    const seen = await ask(observer, 'peek');
    ledger.seen(seen);
    await pause(5);
  }
}
