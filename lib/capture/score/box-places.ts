import { kindsOfName, NAME_KIND_COUNT } from './word-kinds.ts';

/** Kinds of boxes that a block may stand in; the order is that of the model's features. */
export const WITHIN = [
  'a',
  'nav',
  'footer',
  'aside',
  'header',
  'form',
  'table',
  'figure',
  'list',
  'blockquote',
  'article',
  'main',
  'section',
  'details',
  'button',
  'dl',
  'hidden',
  'articleBody',
] as const;
/** A name farther out than this says nothing of a block. */
export const FARTHEST = 12;

/** Where a box stands, and what is in it. */
export interface Place {
  readonly parent: Place | undefined;
  readonly depth: number;
  /** One bit for each of `WITHIN`, its own included. */
  readonly within: number;
  /** For each kind of name the depth of the innermost box named so, or `-FARTHEST`. */
  readonly named: readonly number[];
  // Sums over the blocks inside.
  words: number;
  linkWords: number;
  keptWords: number;
  proseWords: number;
  blocks: number;
}

export type Places = Map<Element, Place>;

/** Prose of the whole page, in words and at least 1: the first place is the page's. */
export const proseOf = (places: Places): number => Math.max(1, places.values().next().value?.proseWords ?? 0);

/** The place of an element, those of the boxes around it made on the way. */
export function placeOf(element: Element, body: Element, places: Places): Place {
  const known = places.get(element);
  if (known !== undefined) return known;
  const outer: Element[] = [];
  let start: Element | null = element;
  while (start !== null && !places.has(start)) {
    outer.push(start);
    start = start === body ? null : start.parentElement;
  }
  let place = start === null ? undefined : places.get(start);
  for (const box of outer.reverse()) {
    place = makePlace(box, place, box === body);
    places.set(box, place);
  }
  return place ?? makePlace(element, undefined, true);
}

const NOWHERE: readonly number[] = Array.from({ length: NAME_KIND_COUNT }, () => -FARTHEST);

function makePlace(box: Element, parent: Place | undefined, isBody: boolean): Place {
  const depth = (parent?.depth ?? -1) + 1;
  const bits = isBody ? 0 : namesOf(box);
  const outer = parent?.named ?? NOWHERE;
  const named = bits === 0 ? outer : outer.map((at, kind) => ((bits >> kind) & 1 ? depth : at));
  return {
    parent,
    depth,
    within: (parent?.within ?? 0) | boxBits(box),
    named,
    words: 0,
    linkWords: 0,
    keptWords: 0,
    proseWords: 0,
    blocks: 0,
  };
}

function namesOf(box: Element): number {
  let bits = 0;
  const names = box.getAttribute('class');
  if (names !== null) for (const name of names.split(' ')) if (name !== '') bits |= kindsOfName(name);
  for (const attribute of ['id', 'data-testid', 'data-component', 'aria-label']) {
    const name = box.getAttribute(attribute);
    if (name !== null && name.length < 60) bits |= kindsOfName(name);
  }
  return bits;
}

const bit = (name: (typeof WITHIN)[number]): number => 1 << WITHIN.indexOf(name);
const BY_NAME = new Map<string, number>([
  ...WITHIN.slice(0, 16).map((name) => [name, bit(name)] as const),
  ['ul', bit('list')],
  ['ol', bit('list')],
]);
const BY_ROLE = new Map<string, number>([
  ['navigation', bit('nav')],
  ['main', bit('main')],
  ['complementary', bit('aside')],
  ['contentinfo', bit('footer')],
  ['button', bit('button')],
]);
const HIDDEN = bit('hidden');
const ARTICLE_BODY = bit('articleBody');

function boxBits(box: Element): number {
  let bits = BY_NAME.get(box.localName) ?? 0;
  const role = box.getAttribute('role');
  if (role !== null) bits |= BY_ROLE.get(role) ?? 0;
  const style = box.getAttribute('style');
  if (
    box.hasAttribute('hidden') ||
    box.getAttribute('aria-hidden') === 'true' ||
    (style !== null && /(display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style))
  )
    bits |= HIDDEN;
  const property = box.getAttribute('itemprop');
  if (property !== null && (property.includes('articleBody') || property === 'text')) bits |= ARTICLE_BODY;
  return bits;
}
