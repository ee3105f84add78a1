import { countWords } from '../../article/reading-time.ts';
import { boxName } from '../blocks.ts';
import { collapse } from '../text.ts';
import { WALL_PROMPT } from './phrases.ts';

/** A text longer than this stands for itself; what it says about subscribing is then advertising. */
const LONGEST_TEASER = 600;
/** The most that a site shows of what it declares as not free; above, the reader has signed in. */
const LONGEST_DECLARED = 350;
const LONGEST_PAGE = 60_000;
const LONGEST_WALL = 120;
// One wide selector and a look at what it finds: a selector for each name is matched with every element of the page.
const WALL = '[class*="wall" i], [id*="wall" i], [data-paywall]';
const WALL_NAME = /paywall|regwall|pay-wall|(subscribe|subscription|premium)-wall/i;

/** Whether the page stops before its text does. Made before the text is cut out: the wall lies outside it. */
export function wallFinder(copy: Document, pageText: string): () => boolean {
  const walls = [...copy.body.querySelectorAll(WALL)]
    .filter((wall) => wall.hasAttribute('data-paywall') || WALL_NAME.test(boxName(wall)))
    .map((wall) => wall.textContent ?? '');
  return () =>
    walls.some((text) => {
      // The same class is set on the text behind the wall, to name it to search engines; a wall itself is short.
      const words = countWords(text);
      return words > 2 && words <= LONGEST_WALL;
    }) ||
    // The text of a page this long is no teaser, whatever stands around it.
    (pageText.length < LONGEST_PAGE && WALL_PROMPT.test(collapse(pageText)));
}

export function isTeaser(wordCount: number, hasWall: () => boolean, isFree: boolean | undefined): boolean {
  return (isFree === false && wordCount <= LONGEST_DECLARED) || (wordCount <= LONGEST_TEASER && hasWall());
}
