import { browser } from 'wxt/browser';
import type { TabAtClick } from '../messages/requests.ts';

/**
 * The tab in front when the popup opened. `url` is empty where the browser keeps the address to itself, as on its
 * own pages.
 */
export async function readActiveTab(): Promise<TabAtClick | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab && tabAtClick(tab);
}

interface BrowserTab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
}

/** `undefined` for what has no id, such as a developer tools window. */
export const tabAtClick = ({ id, url, title }: BrowserTab): TabAtClick | undefined =>
  id === undefined ? undefined : { tabId: id, url: url ?? '', title: title ?? '' };
