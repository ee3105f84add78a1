import { browser } from 'wxt/browser';
import type { TabAtClick } from '../messages/requests.ts';

/**
 * Tabs whose address the extension may see at this moment: those with a grant under `activeTab`, and its own.
 * They are the tabs into which it may inject. A file of its own: the popup's first load has no room for it.
 */
export async function readOpenTabs(): Promise<readonly TabAtClick[]> {
  const tabs = await browser.tabs.query({});
  return tabs.flatMap(({ id, url, title }) =>
    id === undefined || url === undefined ? [] : [{ tabId: id, url, title: title ?? '' }],
  );
}
