import type { Facts, WriteNumbers } from './block-facts.ts';
import { type Place, type Places, proseOf } from './box-places.ts';

/** Boxes in which a page says where its text is: an article, and the part that is not the same on all its pages. */
const KINDS = ['article', 'main'] as const;
/** More of them are a list of articles, however many. */
const MANY = 4;

export const OWN_BOX_NAMES: readonly string[] = KINDS.flatMap((kind) =>
  ['count', 'prose share', 'kept'].map((name) => `${kind} ${name}`),
);

/**
 * Gives for each block what `OWN_BOX_NAMES` names: how many such boxes there are, how much of the page's prose stands in the
 * one around it, and how much of that one is kept.
 * @param places with their sums, in which those of `all` are
 */
export function describeOwnBoxes(all: readonly Facts[], places: Places, write: WriteNumbers): void {
  const prose = proseOf(places);
  const kinds = KINDS.map((kind) => boxesAround(places, kind));
  for (const [index, { place }] of all.entries()) {
    const numbers = kinds.flatMap(([around, count]) => {
      const box = around.get(place);
      return [
        Math.min(MANY, count),
        (box?.proseWords ?? 0) / prose,
        (box?.keptWords ?? 0) / Math.max(1, box?.words ?? 0),
      ];
    });
    write(index, numbers);
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
