import { browser } from 'wxt/browser';
import { LIBRARY_PATH, ownUrl, readerPath } from './own-pages.ts';

/** An article as a line below the address bar. */
interface Line {
  readonly articleId: string;
  readonly plain: string;
  /** The same as XML with the elements that Chromium knows here. */
  readonly markup: string;
}

/** The library with a search in it, as its address has it. */
const searchPath = (typed: string): string => `${LIBRARY_PATH}#search/${encodeURIComponent(typed.trim())}`;

/**
 * Has `lec` and a space in the address bar search the library: the browser shows the articles that `find` gives, and Enter
 * opens the one chosen, or all that is found.
 */
export function searchFromAddressBar(find: (typed: string) => Promise<readonly Line[]>): void {
  // Firefox for Android has none.
  if (browser.omnibox === undefined) return;
  browser.omnibox.setDefaultSuggestion({ description: 'Search everything you kept in Lectern' });
  browser.omnibox.onInputChanged.addListener(async (typed, suggest) => {
    // What can't be searched now is no reason for an error: Enter still opens the library.
    const lines = await find(typed).catch(() => []);
    // Chromium reads a line as XML and drops one that is none; Firefox shows it as it stands.
    const isMarkup = location.protocol === 'chrome-extension:';
    suggest(
      lines.map(({ articleId, plain, markup }) => ({
        content: ownUrl(readerPath(articleId)),
        description: isMarkup ? markup : plain,
      })),
    );
  });
  browser.omnibox.onInputEntered.addListener(async (typed, disposition) => {
    if (typed.trim() === '') return;
    // A line that was chosen comes as its address.
    const url = typed.startsWith(ownUrl('/')) ? typed : ownUrl(searchPath(typed));
    if (disposition === 'currentTab') await browser.tabs.update({ url });
    else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}
