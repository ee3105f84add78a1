import { countWords, hasWords } from '../article/reading-time.ts';
import { parseAddress } from './addresses.ts';
import { baseOf } from './base.ts';
import { isProse, linkDensity } from './blocks.ts';
import { textOf } from './text.ts';

const HEADINGS = 'h1, h2, h3, h4';
/** Headings that are links to other pages, from which on a page lists articles. */
const FEWEST_ENTRIES = 4;
/** A teaser below a heading is one or two sentences. */
const WORDS_PER_ENTRY = 60;
/** What somebody writes about a page of another site is their own text, if it is more than a line. */
const WORDS_PER_COMMENT = 40;
/** A teaser with "read on" below it may be a paragraph or two; a text that comments on links has them once. */
const WORDS_PER_LONG_ENTRY = 120;
const SHORTEST_ARTICLE_BESIDE_LIST = 200;
const MOSTLY_LINKS = 0.6;
const FEWEST_WORDS = 10;

/** How a page lists other pages. */
export interface ListingSigns {
  /** Most of its headings are links. */
  readonly isListing: boolean;
  /** To most of the pages that its headings lead to, another link leads as well: a picture, or "read on". */
  readonly leadsOnTwice: boolean;
}

/** Asked before the text is cut out: the second links are not part of it. */
export function listingSignsOf(copy: Document): ListingSigns {
  const headings = [...copy.body.querySelectorAll(HEADINGS)].filter(
    (heading) => heading.closest('nav, footer, aside') === null,
  );
  const isListing = isMostlyLinked(headings);
  return { isListing, leadsOnTwice: isListing && leadOnTwice(headings, copy.body) };
}

/** Whether what was cut out is no text to read: a list of links or of teasers, or nothing that makes a sentence. */
export function isNoArticle(root: Element, signs: ListingSigns, isDeclaredArticle: boolean): boolean {
  const text = root.textContent ?? '';
  if (!hasWords(text, FEWEST_WORDS)) return true;
  // A page of plain lists has no sentences; a text full of links has.
  if (!hasProse(root, WORDS_PER_ENTRY) && linkDensity(root) > MOSTLY_LINKS) return true;
  if (isDeclaredArticle) return false;
  const headings = [...root.querySelectorAll(HEADINGS)];
  if (isMostlyLinked(headings)) {
    const shortest = leadElsewhere(headings) ? WORDS_PER_COMMENT : WORDS_PER_ENTRY;
    const wordsPerEntry = signs.leadsOnTwice || leadOnTwice(headings, root) ? WORDS_PER_LONG_ENTRY : shortest;
    if (!hasProse(root, headings.length * wordsPerEntry)) return true;
  }
  return signs.isListing && !hasWords(text, SHORTEST_ARTICLE_BESIDE_LIST);
}

/** Whether there are so many words in sentences. */
function hasProse(root: Element, fewest: number): boolean {
  let words = 0;
  for (const block of root.querySelectorAll('p, li, pre, blockquote, dd, td')) {
    // A teaser in a link around it is part of the link.
    if (isProse(block) && block.closest('a[href]') === null) words += countWords(textOf(block));
    if (words >= fewest) return true;
  }
  return false;
}

/** Whether all headings that are links lead to other sites. */
function leadElsewhere(headings: readonly Element[]): boolean {
  return headings.every((heading) => {
    const href = (heading.closest('a[href]') ?? heading.querySelector('a[href]'))?.getAttribute('href') ?? '#';
    if (href.startsWith('#')) return true;
    const base = baseOf(heading);
    const host = parseAddress(href, base)?.host;
    return host !== undefined && host !== parseAddress(base, base)?.host;
  });
}

/** Whether most headings lead to a page to which another link leads as well: a picture, or "read on". */
function leadOnTwice(headings: readonly Element[], root: Element): boolean {
  const counts = new Map<string, number>();
  for (const link of root.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    counts.set(href, (counts.get(href) ?? 0) + 1);
  }
  const twice = headings.filter((heading) => {
    const href = (heading.closest('a[href]') ?? heading.querySelector('a[href]'))?.getAttribute('href') ?? '';
    return (counts.get(href) ?? 0) > 1;
  });
  return twice.length >= headings.length * 0.6;
}

function isMostlyLinked(headings: readonly Element[]): boolean {
  const linked = headings.filter(
    (heading) => heading.closest('a[href]:not([href^="#"])') !== null || linkDensity(heading) > 0.8,
  );
  return linked.length >= FEWEST_ENTRIES && linked.length >= headings.length * 0.6;
}
