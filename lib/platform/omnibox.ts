import { browser } from 'wxt/browser';
import { LIBRARY_PATH, ownUrl } from './own-pages.ts';

/** The library with a search in it, as its address has it. */
const searchPath = (typed: string): string => `${LIBRARY_PATH}#search/${encodeURIComponent(typed.trim())}`;

/** Has `lec` and a space in the address bar search the library. The browser shows one line, and Enter opens what is found. */
export function searchFromAddressBar(): void {
  // Firefox for Android has none.
  if (browser.omnibox === undefined) return;
  browser.omnibox.setDefaultSuggestion({ description: 'Search everything you kept in Lectern' });
  browser.omnibox.onInputEntered.addListener(async (typed, disposition) => {
    if (typed.trim() === '') return;
    const url = ownUrl(searchPath(typed));
    if (disposition === 'currentTab') await browser.tabs.update({ url });
    else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}
