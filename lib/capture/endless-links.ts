import { unwrap } from './nodes.ts';
import type { Step } from './steps.ts';

/** In characters: as long as a teaser may be, and longer than anything that is a link on purpose. */
const LONGEST_LINK = 2000;
/** Share of the page's text. */
const MOST_OF_PAGE = 0.5;

export const ENDLESS_LINK_STEP: Step<Document> = {
  id: 'endless-links',
  why: 'A link that was never closed goes on in every box after it, and the whole text would be taken for a link.',
  apply: unwrapEndlessLinks,
};

/** The parser opens such a link anew in each box, so it is known by its address and not by one element. */
function unwrapEndlessLinks({ body }: Document): void {
  const lengths = new Map<string, number>();
  const links = [...body.querySelectorAll('a[href]')];
  for (const link of links) {
    const href = link.getAttribute('href') ?? '';
    lengths.set(href, (lengths.get(href) ?? 0) + (link.textContent?.length ?? 0));
  }
  const least = Math.max(LONGEST_LINK, (body.textContent?.length ?? 0) * MOST_OF_PAGE);
  for (const link of links) if ((lengths.get(link.getAttribute('href') ?? '') ?? 0) > least) unwrap(link);
}
