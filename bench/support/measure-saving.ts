import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { Chromium } from '../../tests/support/chromium.ts';
import { waitFor } from '../../tests/support/wait-for.ts';

/** Milliseconds of one save and of its parts, each taken by itself on a new document of the same page. */
export interface Saving {
  /** From the message of an extension page until the worker's answer, which is sent after the transaction. */
  readonly acknowledged: number;
  /** A message that the worker answers without doing anything. */
  readonly message: number;
  /** The first script of any kind in a document, an empty one: the browser makes its world. */
  readonly injection: number;
  /** What the capture script takes beyond an empty one. */
  readonly capture: number;
  /** What is left: decoding, the hash, the transaction. */
  readonly rest: number;
}

const WAIT_MS = 10_000;
/** For whatever a page still does after it loaded. */
const SETTLE_MS = 250;

declare const chrome: {
  readonly runtime: { sendMessage(message: unknown): Promise<{ readonly status: string } | undefined> };
  readonly tabs: { query(filter: object): Promise<readonly { readonly id?: number; readonly url?: string }[]> };
  readonly scripting: { executeScript(injection: object): Promise<unknown> };
};

/** Loads a page under an address that was not saved yet. On the same site the browser keeps the grant of the click. */
export async function openAnew(article: Page, url: string): Promise<void> {
  await article.goto(url);
  await article.bringToFront();
  await pause(SETTLE_MS);
}

/**
 * Measures one save of the page in a tab, and its parts. `helper` is a page of the extension; the tab must have been
 * clicked once with the toolbar button.
 *
 * @throws if the page was not saved, for then the time says nothing.
 */
export async function measureSaving(article: Page, helper: Page, newUrl: () => string): Promise<Saving> {
  await openAnew(article, newUrl());
  const title = await article.title();
  const { acknowledged, status } = await helper.evaluate(save, article.url(), title);
  if (status !== 'saved') throw new Error(`${article.url()} was not saved but ${status}.`);
  await waitForPictures(helper);
  await openAnew(article, newUrl());
  const { message, injection, secondInjection, script } = await helper.evaluate(measureParts, article.url());
  const capture = script - secondInjection;
  return { acknowledged, message, injection, capture, rest: acknowledged - message - injection - capture };
}

/** Milliseconds after a real click on the toolbar button. */
export interface Click {
  /** The popup's document began: until then the browser is at work. */
  readonly begun: number;
  /** The popup says that the page is saved. */
  readonly said: number;
}

/** Clicks the toolbar button over a page, and closes the popup once it says that the page is saved. */
export async function measureClick(chromium: Chromium, article: Page): Promise<Click> {
  const clickedAt = Date.now();
  const popup = await chromium.clickToolbar(article);
  const savedAt = await waitFor('“Saved” in the popup', WAIT_MS, () => popup.evaluate(() => globalThis.benchSavedAt));
  const begunAt = await popup.evaluate(() => performance.timeOrigin);
  await popup.close();
  return { begun: begunAt - clickedAt, said: savedAt - clickedAt };
}

/** The queue of one round must not work during the next. */
export function waitForPictures(helper: Page): Promise<unknown> {
  return waitFor('the pictures of the round before', WAIT_MS, () => helper.evaluate(isQueueEmpty));
}

// The functions below are serialised into a page: they may use nothing from this module.

async function save(url: string, title: string) {
  // A tab's address is shown to an extension only where the click granted it.
  const tab = (await chrome.tabs.query({})).find((candidate) => candidate.url === url);
  if (tab?.id === undefined) throw new Error(`No tab with ${url}: the grant is gone.`);
  // A worker that slept would be woken in the time; a reader's first click does so too, which the popup shows.
  await chrome.runtime.sendMessage({ kind: 'keep-link', url: 'about:blank', title: '' });
  const begunAt = performance.now();
  const answer = await chrome.runtime.sendMessage({ kind: 'save-page', tab: { tabId: tab.id, url, title } });
  return { acknowledged: performance.now() - begunAt, status: answer?.status ?? 'not answered' };
}

async function measureParts(url: string) {
  const tab = (await chrome.tabs.query({})).find((candidate) => candidate.url === url);
  if (tab?.id === undefined) throw new Error(`No tab with ${url}: the grant is gone.`);
  const target = { tabId: tab.id };
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const begunAt = performance.now();
    await work();
    return performance.now() - begunAt;
  };
  // The worker refuses this address at once, without a look at page or database.
  const nothing = { kind: 'keep-link', url: 'about:blank', title: '' };
  await chrome.runtime.sendMessage(nothing);
  return {
    message: await timed(() => chrome.runtime.sendMessage(nothing)),
    injection: await timed(() => chrome.scripting.executeScript({ target, func: () => undefined })),
    secondInjection: await timed(() => chrome.scripting.executeScript({ target, func: () => undefined })),
    script: await timed(() => chrome.scripting.executeScript({ target, files: ['/capture.js'] })),
  };
}

function isQueueEmpty(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('lectern');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const counting = db.transaction('pictures').objectStore('pictures').index('queuedFor').count();
      counting.onerror = () => reject(counting.error);
      counting.onsuccess = () => {
        db.close();
        resolve(counting.result === 0);
      };
    };
  });
}
