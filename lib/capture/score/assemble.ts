import { CARD } from '../prepare-embeds.ts';
import { textOf } from '../text.ts';
import type { Block } from './split-blocks.ts';

const MEDIA = `img, math, hr, [${CARD}]`;
const CAPTION = 'figcaption';
const ELSEWHERE = 'nav, footer, aside';
/** Share of the words of a box that must have been chosen for its pictures to belong to the article. */
const LEAST_SHARE = 0.5;

/**
 * Takes everything out of the page but the chosen blocks, and the pictures that stand among them. Gives the innermost
 * box that holds them all; absent where nothing was chosen.
 */
export function assemble(
  body: Element,
  blocks: readonly Block[],
  isChosen: (index: number) => boolean,
): Element | undefined {
  const scopes = wordsByBox(body, blocks, isChosen);
  const kept = new Set<Element>();
  for (const [index, { element }] of blocks.entries()) if (isChosen(index)) kept.add(element);
  if (kept.size === 0) return undefined;
  const span = spanOf(blocks, kept);
  for (const media of body.querySelectorAll(MEDIA)) if (belongs(media, body, scopes, span)) kept.add(media);
  for (const figure of body.querySelectorAll('figure')) {
    if (!belongs(figure, body, scopes, span)) continue;
    for (const part of figure.querySelectorAll(`${MEDIA}, ${CAPTION}`)) kept.add(part);
  }
  keepOnly(body, kept);
  return innermost(body);
}

/** In characters. */
export interface Words {
  readonly outer: Words | undefined;
  all: number;
  chosen: number;
}

/** "Image 2 of 5", "2/5": the count of a gallery, in the languages the rules speak. */
const COUNT = /^[^\d\s]{0,12}\s*\d{1,3}\s*(?:of|von|sur|de|di|van|\/)\s*\d{1,3}$/i;

/** How many characters of the blocks in each box were chosen; figures' own words, counts and cards count for none. */
export function wordsByBox(
  body: Element,
  blocks: readonly Block[],
  isChosen: (index: number) => boolean,
): ReadonlyMap<Element, Words> {
  const boxes = new Map<Element, Words>();
  const figures = new Set<Element>(body.querySelectorAll(`${CAPTION}, figure:has(${CAPTION})`));
  for (const [index, { element, text }] of blocks.entries()) {
    // A caption, a credit or a count goes with its picture, and a card stands for one: none of them speaks for it.
    if (element.hasAttribute(CARD) || COUNT.test(text) || isOfFigure(element, figures)) continue;
    const sums = sumsOf(element, body, boxes);
    sums.all += text.length;
    if (isChosen(index)) sums.chosen += text.length;
  }
  // Boxes were met after those around them.
  for (const { outer, all, chosen } of [...boxes.values()].reverse()) {
    if (outer === undefined) continue;
    outer.all += all;
    outer.chosen += chosen;
  }
  return boxes;
}

const DEEPEST_CAPTION = 3;

function isOfFigure(element: Element, figures: ReadonlySet<Element>): boolean {
  if (/^(pre|table)$/.test(element.localName)) return false;
  let box: Element | null = element;
  for (let depth = 0; depth <= DEEPEST_CAPTION && box !== null; depth++, box = box.parentElement)
    if (figures.has(box)) return true;
  return false;
}

function sumsOf(box: Element, body: Element, boxes: Map<Element, Words>): Words {
  const path: Element[] = [];
  let known: Words | undefined;
  for (let step: Element | null = box; step !== null && known === undefined; step = outerBox(step, body)) {
    known = boxes.get(step);
    if (known === undefined) path.push(step);
  }
  for (const step of path.reverse()) {
    known = { outer: known, all: 0, chosen: 0 };
    boxes.set(step, known);
  }
  return known ?? { outer: undefined, all: 0, chosen: 0 };
}

interface Span {
  readonly first: Element;
  readonly last: Element;
}

function spanOf(blocks: readonly Block[], kept: ReadonlySet<Element>): Span | undefined {
  const first = blocks.find(({ element }) => kept.has(element))?.element;
  const last = blocks.findLast(({ element }) => kept.has(element))?.element;
  return first === undefined || last === undefined ? undefined : { first, last };
}

/**
 * Whether a picture is one of the article: the smallest box around it that says anything says mostly what was chosen, or
 * the article's own text goes on around it.
 */
function belongs(media: Element, body: Element, scopes: ReadonlyMap<Element, Words>, span: Span | undefined): boolean {
  if (span === undefined || media.closest(ELSEWHERE) !== null) return false;
  let box: Element | null = media;
  while (box !== null && !scopes.has(box)) box = outerBox(box, body);
  const sums = box === null ? undefined : scopes.get(box);
  if (sums === undefined) return false;
  // A card of another article: a picture in a box of its own with a title that was not chosen.
  if (sums.chosen === 0) return false;
  return sums.chosen >= sums.all * LEAST_SHARE || isBetween(media, span);
}

const PRECEDING = 2;
const FOLLOWING = 4;

function isBetween(element: Element, { first, last }: Span): boolean {
  return (
    (first.compareDocumentPosition(element) & PRECEDING) === 0 &&
    (last.compareDocumentPosition(element) & FOLLOWING) === 0
  );
}

function keepOnly(body: Element, kept: ReadonlySet<Element>): void {
  const paths = new Set<Element>();
  for (const element of kept) {
    for (let outer: Element | null = element; outer !== null && !paths.has(outer); outer = outerBox(outer, body))
      paths.add(outer);
  }
  const visit = (box: Element): void => {
    for (const child of [...box.children]) {
      if (kept.has(child)) continue;
      if (paths.has(child)) visit(child);
      else child.remove();
    }
  };
  visit(body);
}

function innermost(body: Element): Element {
  let box = body;
  let length = textOf(body).length;
  while (box.childElementCount === 1) {
    const only: Element | null = box.firstElementChild;
    if (only === null) break;
    if (!/^(div|section|article|main|form|center|header|aside|body|tbody|tr|td|table|span)$/.test(only.localName))
      break;
    const innerLength = textOf(only).length;
    if (innerLength < length) break;
    box = only;
    length = innerLength;
  }
  return box;
}

function outerBox(box: Element, body: Element): Element | null {
  return box === body ? null : box.parentElement;
}
