import type { RefusalReason } from '../messages/requests.ts';

/** Stores of extensions: browsers let no extension into them. */
const STORES: readonly RegExp[] = [
  /^https:\/\/chromewebstore\.google\.com\//,
  /^https:\/\/chrome\.google\.com\/webstore/,
  /^https:\/\/addons\.mozilla\.org\//,
  /^https:\/\/microsoftedge\.microsoft\.com\/addons/,
];

/**
 * Why the browser did not let the script into a tab, from the tab's address and, where that is not shown, the
 * browser's own message.
 */
export function whyRefused(url: string, message: string): RefusalReason {
  if (STORES.some((store) => store.test(url)) || /extensions gallery/i.test(message)) return 'store-page';
  if (url.startsWith('file:')) return 'file';
  if (/\.pdf($|[?#])/i.test(url)) return 'pdf';
  // An error page, an empty tab and a page's source have no address here and one message, in Chromium 156.
  if (url === '' && /cannot access contents of the page/i.test(message)) return 'withheld';
  // Chrome's words for chrome:// and its kin, seen in Chromium 156, November 2026.
  const isBrowserPage =
    !/^https?:/.test(url) || /cannot access a? ?(chrome|edge|brave|about|view-source)/i.test(message);
  return isBrowserPage ? 'browser-page' : 'blocked';
}
