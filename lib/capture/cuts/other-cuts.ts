import { hasWords } from '../../article/reading-time.ts';

const FURNITURE =
  'script, style, noscript, template, link, meta, nav, aside, footer, form, button, input, select, textarea, dialog, iframe, object, embed, [hidden], [aria-hidden="true"], [role="dialog"], [role="navigation"]';
const FEWEST_WORDS = 40;
/** Two cuts whose lengths are so close are the same one to a reader. */
const SAME_LENGTH = 0.04;
const PARAGRAPHS = 'p, li, pre, blockquote';

/**
 * The candidates beside the one that Lectern holds for the article, in the order in which they are offered: the page's
 * own boxes for it, then the box with the most paragraphs and the one around it. They are not pruned by rules: a
 * reader who asks for another cut may well miss what a rule took.
 *
 * @param index from 1 on
 * @param takenText the best candidate's text
 */
export function otherCut(copy: Document, index: number, takenText: string): Element | undefined {
  for (const element of copy.body.querySelectorAll(FURNITURE)) element.remove();
  const lengths = [lettersIn(takenText)];
  let found = 0;
  for (const candidate of candidatesOf(copy)) {
    const length = lettersIn(candidate.textContent ?? '');
    const isKnown = lengths.some((other) => Math.abs(other - length) <= Math.max(other, length) * SAME_LENGTH);
    if (isKnown || !hasWords(candidate.textContent ?? '', FEWEST_WORDS)) continue;
    lengths.push(length);
    found++;
    if (found === index) return boxOf(candidate, copy);
  }
  return undefined;
}

function candidatesOf(copy: Document): readonly Element[] {
  const densest = densestBox(copy);
  return [
    largest(copy, '[itemprop~="articleBody"]'),
    largest(copy, 'article'),
    largest(copy, 'main, [role="main"]'),
    densest,
    densest?.parentElement,
  ].filter((candidate) => candidate != null);
}

function largest(copy: Document, selector: string): Element | undefined {
  let found: Element | undefined;
  for (const element of copy.body.querySelectorAll(selector)) {
    if (lengthOf(element) > lengthOf(found)) found = element;
  }
  return found;
}

function densestBox(copy: Document): Element | undefined {
  const lengths = new Map<Element, number>();
  let densest: Element | undefined;
  for (const paragraph of copy.body.querySelectorAll(PARAGRAPHS)) {
    const box = paragraph.parentElement;
    if (box === null) continue;
    const length = (lengths.get(box) ?? 0) + lengthOf(paragraph);
    lengths.set(box, length);
    if (densest === undefined || length > (lengths.get(densest) ?? 0)) densest = box;
  }
  return densest;
}

const lengthOf = (element: Element | undefined): number => element?.textContent?.length ?? 0;

const lettersIn = (text: string): number => text.replace(/\s+/g, '').length;

/** A box of its own: the body itself can not be cut out. */
export function boxOf(element: Element, copy: Document): Element {
  const box = copy.createElement('div');
  box.append(...element.childNodes);
  return box;
}
