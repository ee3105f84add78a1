import type { Facts } from './block-facts.ts';
import type { Place, Places } from './box-places.ts';

/** Boxes in which a page says where its text is: an article, and the part that is not the same on all its pages. */
const KINDS = ['article', 'main'] as const;
/** More of them are a list of articles, however many. */
const MANY = 4;

export const OWN_BOX_NAMES: readonly string[] = KINDS.flatMap((kind) =>
  ['count', 'prose share', 'kept'].map((name) => `${kind} ${name}`),
);

/**
 * Writes what `OWN_BOX_NAMES` names into each row of `width` numbers, from `at` on, where it holds zeros: how many such
 * boxes there are, how much of the page's prose stands in the one around a block, and how much of that one is kept.
 * @param places with their sums, in which those of `all` are
 */
export function describeOwnBoxes(
  all: readonly Facts[],
  places: Places,
  rows: Float32Array,
  width: number,
  at: number,
): void {
  const prose = Math.max(1, places.values().next().value?.proseWords ?? 0);
  for (const [kind, name] of KINDS.entries()) {
    const [around, count] = boxesAround(places, name);
    if (count === 0) continue;
    for (const [index, { place }] of all.entries()) {
      const box = around.get(place);
      const from = index * width + at + kind * 3;
      rows[from] = Math.min(MANY, count);
      if (box === undefined) continue;
      rows[from + 1] = box.proseWords / prose;
      rows[from + 2] = box.keptWords / Math.max(1, box.words);
    }
  }
}

/** For each place the innermost box of a kind around it, and how many there are. Boxes were met after those around them. */
function boxesAround(places: Places, kind: string): readonly [around: ReadonlyMap<Place, Place>, count: number] {
  const around = new Map<Place, Place>();
  let count = 0;
  for (const [element, place] of places) {
    const isOne = element.localName === kind || element.getAttribute('role') === kind;
    if (isOne) count++;
    const box = isOne ? place : place.parent === undefined ? undefined : around.get(place.parent);
    if (box !== undefined) around.set(place, box);
  }
  return [around, count];
}
