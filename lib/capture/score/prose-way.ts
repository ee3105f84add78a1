import type { Facts, WriteNumbers } from './block-facts.ts';
import { type Place, type Places, proseOf } from './box-places.ts';
import type { Block } from './split-blocks.ts';

// The way leads from the page down to where its prose is, each time into the box that holds the most. What stands off
// it is described by where it turns off: a text in many boxes has branches that look alike, a sidebar is one by itself.

/** Share of a box's prose, in words, from which on the way goes on into a box in it. */
const LEAST_SHARE = 0.3;

export const WAY_NAMES: readonly string[] = [
  ...['prose at turn', 'kept at turn', 'boxes from turn', 'way from turn', 'way share'],
  ...['branch prose', 'branch share', 'branch link density', 'branch prose density', 'branch kept'],
  ...['branch like way', 'branches alike'],
];

/** A box on the way. */
interface Turn {
  readonly place: Place;
  readonly index: number;
  readonly next: Place | undefined;
  readonly signOfNext: string | undefined;
  /** How many boxes and blocks directly in it have the same tag and class, the next box on the way among them. */
  readonly alike: Map<string, number>;
}

/** What turns off the way as one: a box, or a block that stands directly on it. */
interface Branch {
  readonly turn: Turn;
  readonly sign: string;
  /** In words, as those of a place. */
  readonly sums: Pick<Place, 'words' | 'linkWords' | 'keptWords' | 'proseWords'>;
}

/**
 * Gives what `WAY_NAMES` names for each block that stands off the way.
 * @param places with their sums, in which those of `all` are
 */
export function describeWay(
  blocks: readonly Block[],
  all: readonly Facts[],
  places: Places,
  write: WriteNumbers,
): void {
  const turns = wayDown(places);
  const boxes = branchesOf(places, turns);
  const branches = all.map((facts, index) => boxes.get(facts.place) ?? branchOf(facts, blocks[index], turns));
  for (const branch of new Set([...boxes.values(), ...branches])) {
    if (branch !== undefined) branch.turn.alike.set(branch.sign, (branch.turn.alike.get(branch.sign) ?? 0) + 1);
  }
  const prose = proseOf(places);
  for (const [index, { place: own }] of all.entries()) {
    const branch = branches[index];
    if (branch === undefined) continue;
    const { turn, sign, sums } = branch;
    const { place, next, signOfNext, alike } = turn;
    const words = Math.max(1, sums.words);
    const proseAtTurn = Math.max(1, place.proseWords);
    write(index, [
      ...[place.proseWords / prose, place.keptWords / Math.max(1, place.words)],
      ...[own.depth - place.depth, turns.size - 1 - turn.index, (next?.proseWords ?? 0) / proseAtTurn],
      ...[Math.log1p(sums.proseWords), sums.proseWords / proseAtTurn],
      ...[sums.linkWords / words, sums.proseWords / words, sums.keptWords / words],
      ...[Number(sign === signOfNext), alike.get(sign) ?? 0],
    ]);
  }
}

/** The boxes on the way, outer ones first. */
function wayDown(places: Places): ReadonlyMap<Place, Turn> {
  const largest = new Map<Place, readonly [Element, Place]>();
  for (const entry of places) {
    const { parent, proseWords } = entry[1];
    if (parent !== undefined && proseWords > (largest.get(parent)?.[1].proseWords ?? 0)) largest.set(parent, entry);
  }
  const turns = new Map<Place, Turn>();
  let [place] = places.values();
  while (place !== undefined) {
    const [element, inner] = largest.get(place) ?? [];
    const next: Place | undefined =
      inner !== undefined && inner.proseWords >= place.proseWords * LEAST_SHARE ? inner : undefined;
    const signOfNext = next === undefined || element === undefined ? undefined : signOf(element);
    const alike = new Map(signOfNext === undefined ? [] : [[signOfNext, 1]]);
    turns.set(place, { place, index: turns.size, next, signOfNext, alike });
    place = next;
  }
  return turns;
}

/** By each box off the way the branch in which it stands. Boxes were met after those around them. */
function branchesOf(places: Places, turns: ReadonlyMap<Place, Turn>): ReadonlyMap<Place, Branch> {
  const branches = new Map<Place, Branch>();
  for (const [element, place] of places) {
    const { parent } = place;
    if (parent === undefined || turns.has(place)) continue;
    const turn = turns.get(parent);
    const branch = turn === undefined ? branches.get(parent) : { turn, sign: signOf(element), sums: place };
    if (branch !== undefined) branches.set(place, branch);
  }
  return branches;
}

function branchOf(facts: Facts, block: Block | undefined, turns: ReadonlyMap<Place, Turn>): Branch | undefined {
  const turn = turns.get(facts.place);
  if (turn === undefined || block === undefined) return undefined;
  const { words, linkDensity, isKept, isProse } = facts;
  const sums = {
    words,
    linkWords: words * linkDensity,
    keptWords: isKept ? words : 0,
    proseWords: isProse ? words : 0,
  };
  return { turn, sign: signOf(block.element), sums };
}

const signOf = (element: Element): string => `${element.localName}.${element.getAttribute('class') ?? ''}`;
