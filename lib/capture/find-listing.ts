import { countWords } from '../article/reading-time.ts';
import { isProse, linkDensity } from './blocks.ts';
import { textOf } from './text.ts';

const HEADINGS = 'h1, h2, h3, h4';
/** Headings that are links to other pages, from which on a page lists articles. */
const FEWEST_ENTRIES = 4;
/** A teaser below a heading is one or two sentences. */
const WORDS_PER_ENTRY = 60;
const SHORTEST_ARTICLE_BESIDE_LIST = 200;
const MOSTLY_LINKS = 0.6;
const FEWEST_WORDS = 10;

/** Whether a page lists other pages: most of its headings are links. Asked before the text is cut out. */
export function looksLikeListing(copy: Document): boolean {
  const headings = [...copy.body.querySelectorAll(HEADINGS)].filter(
    (heading) => heading.closest('nav, footer, aside') === null,
  );
  return isMostlyLinked(headings);
}

/** Whether what was cut out is no text to read: a list of links or of teasers, or nothing that makes a sentence. */
export function isNoArticle(root: Element, isListing: boolean, isDeclaredArticle: boolean): boolean {
  const words = countWords(textOf(root));
  if (words < FEWEST_WORDS) return true;
  const prose = [...root.querySelectorAll('p, li, pre, blockquote, dd, td')].filter(isProse);
  const proseWords = prose.reduce((sum, block) => sum + countWords(textOf(block)), 0);
  // Text in bare boxes is prose too, if it is not made of links.
  if (linkDensity(root) > MOSTLY_LINKS && proseWords < Math.min(words / 2, WORDS_PER_ENTRY)) return true;
  if (isDeclaredArticle) return false;
  const headings = [...root.querySelectorAll(HEADINGS)];
  if (isMostlyLinked(headings) && proseWords < headings.length * WORDS_PER_ENTRY) return true;
  return isListing && words < SHORTEST_ARTICLE_BESIDE_LIST;
}

function isMostlyLinked(headings: readonly Element[]): boolean {
  const linked = headings.filter((heading) => heading.closest('a[href]') !== null || linkDensity(heading) > 0.8);
  return linked.length >= FEWEST_ENTRIES && linked.length >= headings.length * 0.6;
}
