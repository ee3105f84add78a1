import type { UntrustedHtml } from '../article/html.ts';
import { parseUrl } from '../article/parse-url.ts';

interface ParsingWindow {
  readonly DOMParser: new () => DOMParser;
  readonly trustedTypes?: {
    createPolicy(name: 'default', rules: { readonly createHTML: (html: string) => string }): unknown;
  };
}

/**
 * Makes the parser of pages that were fetched and are not shown. Their documents have no window: nothing in them runs or
 * loads. Call it once, in a document that exists for nothing else: it lets its window make nodes of any text, as
 * Readability does (docs/decisions/0012).
 */
export function createPageParser(window: object): (html: UntrustedHtml, url: string) => Document {
  const { DOMParser, trustedTypes } = window as ParsingWindow;
  trustedTypes?.createPolicy('default', { createHTML: (html) => html });
  return (html, url) => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const declared = page.querySelector('base[href]')?.getAttribute('href') ?? '';
    const found = parseUrl(declared, url);
    // As a browser would: a base that is a script or data counts for none (HTML, "set the frozen base URL").
    const base = found && /^https?:$/.test(found.protocol) ? found.href : url;
    // Such a document has the address of its maker, and reading code asks it for its own.
    return Object.defineProperties(page, { URL: { value: url }, baseURI: { value: base } });
  };
}
