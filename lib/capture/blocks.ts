import { hasWords } from '../article/reading-time.ts';
import { collectShortTexts, type ShortTexts, textOf } from './text.ts';

/** A block of this many words reads as a sentence; labels, counters and bylines stay below. */
const PROSE_WORDS = 12;
const PROSE = 'p, li, pre, blockquote, dd, td';

/** Blocks that are never taken apart: what stands in them is content even if it looks like furniture. */
const CONTENT_BOX = 'pre, table, figure, dl, math, blockquote';

/** Share of the text that stands in links which lead away from the page, 0 to 1. */
export function linkDensity(element: Element): number {
  const links = element.querySelectorAll('a[href]');
  const length = links.length === 0 ? 0 : textOf(element).length;
  if (length === 0) return 0;
  let linked = 0;
  for (const link of links) {
    if (!(link.getAttribute('href') ?? '').startsWith('#')) linked += textOf(link).length;
  }
  return Math.min(1, linked / length);
}

export function isProse(element: Element): boolean {
  if (element.localName === 'pre') return true;
  return hasWords(element.textContent ?? '', PROSE_WORDS) && linkDensity(element) < 0.5;
}

/** Everything that stands wholly before the first sentence, outer elements before inner ones. Empty if there is none. */
export function elementsBeforeText(root: Element): readonly Element[] {
  const first = firstProse(root);
  if (first === undefined) return [];
  const before: Element[] = [];
  for (const ancestor of pathTo(first, root)) {
    for (let element = ancestor.parentElement?.firstElementChild; element && element !== ancestor; ) {
      before.push(element, ...element.querySelectorAll('*'));
      element = element.nextElementSibling;
    }
  }
  return before;
}

function firstProse(root: Element): Element | undefined {
  for (const block of root.querySelectorAll(PROSE)) if (isProse(block)) return block;
  return undefined;
}

/** Everything that stands wholly after the last sentence, outer elements before inner ones. Empty if there is none. */
export function elementsAfterText(root: Element): readonly Element[] {
  const last = lastProse(root);
  if (last === undefined) return [];
  const after: Element[] = [];
  for (const ancestor of pathTo(last, root).reverse()) {
    for (let element = ancestor.nextElementSibling; element !== null; element = element.nextElementSibling) {
      after.push(element, ...element.querySelectorAll('*'));
    }
  }
  return after;
}

function lastProse(root: Element): Element | undefined {
  const blocks = root.querySelectorAll(PROSE);
  for (let index = blocks.length - 1; index >= 0; index--) {
    const block = blocks[index];
    if (block !== undefined && isProse(block)) return block;
  }
  return undefined;
}

/** From the child of the root in which the element stands down to the element. */
function pathTo(element: Element, root: Element): Element[] {
  const path: Element[] = [];
  for (let step: Element | null = element; step !== null && step !== root; step = step.parentElement)
    path.unshift(step);
  return path;
}

export function hasPicture(element: Element): boolean {
  return element.localName === 'img' || element.querySelector('img, picture, figure, video, svg, math') !== null;
}

/** True if removing the element could take something a reader came for: a picture with a caption, a table, code. */
export function holdsContentBox(element: Element): boolean {
  return element.matches(CONTENT_BOX) || element.querySelector(CONTENT_BOX) !== null;
}

/** The next element that a reader would see. */
export function nextBlock(element: Element): Element | undefined {
  let next = element.nextElementSibling;
  while (next !== null && textOf(next) === '' && !hasPicture(next)) next = next.nextElementSibling;
  return next ?? undefined;
}

/** `class` and `id`, where pages say what a box is for. */
export function boxName(element: Element): string {
  return `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
}

/**
 * The boxes with at most so many characters of text, and their text: outer ones before inner ones, none inside a
 * content box. Only the kinds of boxes that `collectShortTexts` reads, and no more than 900 characters. Lazy: what is
 * removed on the way is not visited.
 */
export function* shortBoxes(
  root: Element,
  selector: string,
  maxLength: number,
): Generator<readonly [box: Element, text: string]> {
  const { elements, textAt, isInContentBox } = shortTextsIn(root);
  const names = namesIn(selector);
  for (let index = 0; index < elements.length; index++) {
    const element = elements[index];
    if (element === undefined || !(names?.has(element.localName) ?? element.matches(selector))) continue;
    const text = textAt(index, maxLength);
    if (text === undefined || !root.contains(element)) continue;
    const isInside = isInContentBox[index] ?? element.closest(CONTENT_BOX) !== null;
    isInContentBox[index] = isInside;
    if (!isInside) yield [element, text];
  }
}

/** The names of elements that a selector lists, if that is all it says: to look one up is quicker than to match. */
function namesIn(selector: string): ReadonlySet<string> | undefined {
  return /^[a-z0-9, ]+$/.test(selector) ? new Set(selector.split(', ')) : undefined;
}

interface BoxTexts extends ShortTexts {
  /** By index, once it was asked for. */
  readonly isInContentBox: boolean[];
}

interface KnownTexts {
  readonly elementCount: number;
  readonly texts: BoxTexts;
}

const knownTexts = new WeakMap<Element, KnownTexts>();

/** Read once for all rules. Rules only ever take elements away, so a root with as many as before holds the same. */
function shortTextsIn(root: Element): BoxTexts {
  const elementCount = root.querySelectorAll('*').length;
  const known = knownTexts.get(root);
  if (known?.elementCount === elementCount) return known.texts;
  const texts = { ...collectShortTexts(root), isInContentBox: [] };
  knownTexts.set(root, { elementCount, texts });
  return texts;
}
