import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { capturePage } from '../lib/capture/capture-page.ts';
import { answerReading, offerReading, type ReadPage } from '../lib/platform/read-page.ts';
import { createPageParser } from '../lib/safety/parse-fetched-page.ts';

/**
 * Takes the article out of pages that were fetched. Chromium's worker has no document and opens `text-reader.html` for it,
 * which is never shown; Firefox's background part is a page, and loads this with the first page to read.
 */
export default defineUnlistedScript(() => {
  const parse = createPageParser(window);
  const read: ReadPage = (html, url) => capturePage(parse(html, url));
  if (location.pathname === '/text-reader.html') answerReading(read);
  else offerReading(window, read);
});
