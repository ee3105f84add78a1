import { holdsContentBox, isProse } from './blocks.ts';
import { isElement } from './nodes.ts';
import type { Step } from './steps.ts';

const BLOCK = 'p, li, pre, td';
/** Share of the page's sentences that its main part must hold to be believed. */
const LEAST_SHARE = 0.7;

export const NARROW_STEP: Step<Document> = {
  id: 'narrow-to-main',
  why: 'Readability joins paragraphs beside the text to it, and below the text those are colophons and legal lines.',
  apply: narrowToMain,
};

/** Removes what stands outside the page's one `<main>`, if nearly all sentences stand inside. */
function narrowToMain(copy: Document): void {
  const mains = copy.querySelectorAll('main, [role="main"]');
  const main = mains[0];
  if (main === undefined || mains.length > 1) return;
  const blocks = [...copy.body.querySelectorAll(BLOCK)];
  const outside = lengthOfProse(
    blocks.filter((block) => !main.contains(block)),
    Number.POSITIVE_INFINITY,
  );
  const enough = Math.max(1, (outside * LEAST_SHARE) / (1 - LEAST_SHARE));
  if (lengthOfProse(main.querySelectorAll(BLOCK), enough) < enough) return;
  for (let part: Element = main; part !== copy.body && part.parentElement !== null; part = part.parentElement) {
    for (const sibling of [...part.parentElement.childNodes]) {
      // Reference pages set their examples in a column of their own.
      if (sibling !== part && !(isElement(sibling) && holdsContentBox(sibling))) sibling.remove();
    }
  }
}

/** Characters in the innermost blocks that read as sentences, counted no further than `enough`. */
function lengthOfProse(blocks: Iterable<Element>, enough: number): number {
  let length = 0;
  for (const block of blocks) {
    if (length >= enough) break;
    if (block.querySelector(BLOCK) === null && isProse(block)) length += block.textContent?.length ?? 0;
  }
  return length;
}
