import { browser } from 'wxt/browser';

/** The address of a page of the extension, in any of its pages or its worker. */
export const ownUrl = (path: string): string => new URL(path, location.origin).href;

/** Opens a page of the extension in a new tab beside the one in front. */
export async function openOwnPage(path: string): Promise<void> {
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  const beside = active?.index === undefined ? {} : { index: active.index + 1 };
  await browser.tabs.create({ url: ownUrl(path), ...beside });
}

/** Where the reader shows an article. With `origin` of `lib/library/origin.ts`, its way back leads there. */
export const readerPath = (articleId: string, origin = ''): string => `/reader.html?${origin}article=${articleId}`;
/** The same for `article/` or `mark/` and an id, as notes name them; a mark is shown at its place. */
export const passagePath = (target: string, origin = ''): string => `/reader.html?${origin}${target.replace('/', '=')}`;
export const LIBRARY_PATH = '/library.html';
export const TRANSFER_PATH = '/transfer.html';
/** The same, for articles that the tab handed over (`lib/store/handed-over.ts`). */
export const EXPORT_PATH = `${TRANSFER_PATH}#export`;
