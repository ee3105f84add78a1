import { parseAddress, siteOf, webAddress } from '../addresses.ts';
import type { MetaTags } from './meta-tags.ts';

/**
 * The address the page calls its own. Dropped if it lies on another site, or is the home page: some sites name their
 * home page as canonical on every page, and all their articles would become one.
 */
export function readCanonical(doc: Document, meta: MetaTags, pageUrl: string): string | undefined {
  const page = parseAddress(pageUrl, pageUrl);
  for (const claim of [doc.querySelector('link[rel~="canonical" i]')?.getAttribute('href'), meta.first('og:url')]) {
    const canonical = parseAddress(webAddress(claim, pageUrl), pageUrl);
    if (canonical === undefined || page === undefined) continue;
    const isHome =
      canonical.pathname === '/' && canonical.search === '' && (page.pathname !== '/' || page.search !== '');
    if (!isHome && siteOf(canonical.hostname) === siteOf(page.hostname)) return canonical.href;
  }
  return undefined;
}
