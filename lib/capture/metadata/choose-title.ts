import { fold, textOf } from '../text.ts';

export interface TitleSources {
  /** What the page declares, best first: JSON-LD, Open Graph, other tags. */
  readonly declared: readonly string[];
  /** The text of `<title>`. */
  readonly documentTitle: string;
  /** The texts of the page's `<h1>`, in order. */
  readonly headings: readonly string[];
  readonly siteName: string;
  readonly host: string;
}

/**
 * The title as a reader would say it: without the site's name. The heading wins where a declared title confirms it,
 * because declared titles are shortened or sharpened for search engines and the heading is what stood on the page.
 */
export function chooseTitle(sources: TitleSources): string {
  const { headings, documentTitle } = sources;
  const claims = [...sources.declared, documentTitle].filter((title) => title.trim() !== '');
  const confirmed = headings.find((heading) => claims.some((claim) => confirms(claim, heading)));
  if (confirmed !== undefined) return confirmed;
  const claim = claims[0];
  if (claim !== undefined) return withoutSiteName(claim, sources);
  return headings[0] ?? '';
}

/** The texts of the headings that may be the title. */
export function headingsOf(doc: Document): readonly string[] {
  return [...doc.querySelectorAll('h1')].map(textOf).filter((text) => text !== '');
}

function confirms(claim: string, heading: string): boolean {
  const folded = fold(heading);
  // A single short word as heading is more often the name of the site or of a section.
  if (folded.length < 8) return fold(claim) === folded;
  return fold(claim).includes(folded);
}

const SEPARATOR = /\s+[|–—·•»:]+\s+|\s+-\s+|\s*\|\s*|\s+::\s+/;

function withoutSiteName(title: string, sources: TitleSources): string {
  const bar = title.lastIndexOf('|');
  // A bar is never part of a sentence; the shorter side is the site.
  if (bar > 0) {
    const head = title.slice(0, bar).trim();
    const tail = title.slice(bar + 1).trim();
    if (isSite(head, sources)) return tail;
    if (tail.length <= head.length || isSite(tail, sources)) return withoutSiteName(head, sources);
  }
  const parts = title.split(SEPARATOR);
  const head = parts[0]?.trim() ?? '';
  const tail = parts.at(-1)?.trim() ?? '';
  if (parts.length > 1 && head !== '' && isSite(tail, sources)) {
    return title.slice(0, title.lastIndexOf(tail)).replace(/[\s|–—·•»:-]+$/, '');
  }
  if (parts.length > 1 && tail !== '' && isSite(head, sources)) {
    return title.slice(title.indexOf(head) + head.length).replace(/^[\s|–—·•»:-]+/, '');
  }
  return title.trim();
}

function isSite(text: string, { siteName, host }: TitleSources): boolean {
  const folded = fold(text).replaceAll(' ', '');
  if (folded === '') return false;
  const name = fold(siteName).replaceAll(' ', '');
  const bareHost = host.toLowerCase().replace(/^www\./, '');
  const hostName = (bareHost.split('.').at(-2) ?? bareHost).replaceAll('-', '');
  return folded === name || folded === fold(bareHost).replaceAll(' ', '') || folded === hostName;
}
