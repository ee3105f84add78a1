import { holdsContentBox, isProse } from './blocks.ts';
import { isElement } from './nodes.ts';

/** Share of the page's sentences that its main part must hold to be believed. */
const LEAST_SHARE = 0.7;

/**
 * Removes what stands outside the page's one `<main>`, if nearly all sentences stand inside. Readability joins
 * paragraphs beside the text to it, and below the text those are colophons and legal lines.
 */
export function narrowToMain(copy: Document): void {
  const mains = copy.querySelectorAll('main, [role="main"]');
  const main = mains[0];
  if (main === undefined || mains.length > 1) return;
  let inside = 0;
  let all = 0;
  for (const block of copy.body.querySelectorAll('p, li, pre, td')) {
    if (block.querySelector('p, li, pre, td') !== null || !isProse(block)) continue;
    const length = block.textContent?.length ?? 0;
    all += length;
    if (main.contains(block)) inside += length;
  }
  if (inside === 0 || inside < all * LEAST_SHARE) return;
  for (let part: Element = main; part !== copy.body && part.parentElement !== null; part = part.parentElement) {
    for (const sibling of [...part.parentElement.childNodes]) {
      // Reference pages set their examples in a column of their own.
      if (sibling !== part && !(isElement(sibling) && holdsContentBox(sibling))) sibling.remove();
    }
  }
}
