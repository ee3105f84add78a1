import { hasWords } from '../article/reading-time.ts';
import { unwrap } from './nodes.ts';
import type { Step } from './steps.ts';

/** More than a teaser may have, and than anything that is a link on purpose. Not in characters: Japanese says as much in a third of them. */
const FEWEST_WORDS = 300;
/** Share of the page's text. */
const MOST_OF_PAGE = 0.5;

export const ENDLESS_LINK_STEP: Step<Document> = {
  id: 'endless-links',
  why: 'A link that was never closed goes on in every box after it, and the whole text would be taken for a link.',
  apply: unwrapEndlessLinks,
};

/** The parser opens such a link anew in each box, so it is known by its address and not by one element. */
function unwrapEndlessLinks({ body }: Document): void {
  const linksOf = Map.groupBy(body.querySelectorAll('a[href]'), (link) => link.getAttribute('href'));
  const least = (body.textContent?.length ?? 0) * MOST_OF_PAGE;
  for (const links of linksOf.values()) {
    const texts = links.map(({ textContent }) => textContent ?? '');
    const length = texts.reduce((sum, text) => sum + text.length, 0);
    if (length > least && hasWords(texts.join(' '), FEWEST_WORDS)) for (const link of links) unwrap(link);
  }
}
