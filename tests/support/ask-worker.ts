import type { Page } from 'puppeteer-core';

export interface OpenTab {
  readonly tabId: number;
  readonly url: string;
  readonly title: string;
}

/** Sends a message to the worker from a page of the extension, which starts it if it sleeps, and gives the answer. */
export const askWorker = (page: Page, message: object): Promise<unknown> =>
  page.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(message)}).catch(() => undefined)`);

/** Starts the worker if it sleeps, by a message that it does not understand. */
export async function wakeWorker(page: Page): Promise<void> {
  await askWorker(page, {});
}

/** The tabs whose address the extension may see: after a click on its button, and its own. */
export const readTabs = (page: Page): Promise<readonly OpenTab[]> =>
  page.evaluate(
    `chrome.tabs.query({}).then((tabs) => tabs.flatMap(({ id, url, title }) => (url ? [{ tabId: id, url, title }] : [])))`,
  ) as Promise<readonly OpenTab[]>;

/** Chooses whether a click on the toolbar button saves at once. Without, a click gives the right to the page and keeps nothing. */
export async function setSaveOnClick(page: Page, saveOnClick: boolean): Promise<void> {
  await page.evaluate(`chrome.storage.local.set({ settings: { saveOnClick: ${saveOnClick} } })`);
}
