import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { capturePage } from '../lib/capture/capture-page.ts';
import { offerReading } from '../lib/platform/read-page.ts';
import { createPageParser } from '../lib/safety/parse-fetched-page.ts';

/** The same for Firefox, whose background part is a page and reads by itself. Loaded with the first page to read. */
export default defineUnlistedScript({
  include: ['firefox'],
  main: () => {
    const parse = createPageParser(window);
    offerReading(window, (html, url) => capturePage(parse(html, url)));
  },
});
