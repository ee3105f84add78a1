import { FACT_NAMES, type Facts, factsOf } from './block-facts.ts';
import { FARTHEST, type Place, type Places, WITHIN } from './box-places.ts';
import { describeOwnBoxes, OWN_BOX_NAMES } from './own-boxes.ts';
import { describeWay, WAY_NAMES } from './prose-way.ts';
import type { Block } from './split-blocks.ts';
import { NAME_KIND_COUNT } from './word-kinds.ts';

/** How many boxes out a block is described by what else they hold. */
const LEVELS = 4;
/** Of the kinds of a text: those that say something of their neighbours. */
const TELLING_KINDS = [0, 3, 5, 6, 8, 11, 12];
const FARTHEST_BLOCK = 30;
const OLDEST_LABEL = 99;
const NEAR = [-2, -1, 1, 2];
const NEAR_KEPT = [-3, -2, -1, 1, 2, 3];
const REACHES = [3, 8];

/** What each number of a row is, in the order of the rows. */
export const FEATURE_NAMES: readonly string[] = [
  ...FACT_NAMES,
  'kept',
  'depth',
  ...WITHIN.map((name) => `within ${name}`),
  ...Array.from({ length: NAME_KIND_COUNT }, (_, kind) => `name kind ${kind}`),
  ...NEAR_KEPT.map((offset) => `kept at ${offset}`),
  ...NEAR.flatMap((offset) => ['words', 'link density', 'heading', 'marks'].map((name) => `${name} at ${offset}`)),
  ...[-1, 1].flatMap((offset) => [
    `same box at ${offset}`,
    ...TELLING_KINDS.map((kind) => `text kind ${kind} at ${offset}`),
  ]),
  ...REACHES.flatMap((reach) => [`kept within ${reach}`, `words within ${reach}`]),
  ...[
    'index',
    'words before',
    'blocks',
    'page words',
    'kept before',
    'kept after',
    'from first kept',
    'from last kept',
    'from h1',
  ],
  'label age',
  ...TELLING_KINDS.map((kind) => `label kind ${kind}`),
  ...Array.from({ length: LEVELS }, (_, level) =>
    ['words', 'link density', 'kept', 'prose', 'blocks'].map((name) => `box ${level} ${name}`),
  ).flat(),
  ...WAY_NAMES,
  ...OWN_BOX_NAMES,
];

/** Numbers for each block, row after row, as `FEATURE_NAMES` names those of a row. */
export function describeBlocks(
  body: Element,
  blocks: readonly Block[],
  title: string,
  isKept: (index: number) => boolean,
): Float32Array {
  const width = FEATURE_NAMES.length;
  // One array for all: a page has tens of thousands of these numbers, and pushing them one by one took most of the time.
  const table: Table = { numbers: new Float32Array(blocks.length * width), at: 0 };
  const places: Places = new Map();
  const repeats = new Map<string, number>();
  for (const { text } of blocks) repeats.set(text, (repeats.get(text) ?? 0) + 1);
  const titleWords = new Set(title.toLowerCase().split(/[\s,.:;!?|–—-]+/));
  const all = blocks.map((block, index) => {
    const repeated = repeats.get(block.text) ?? 1;
    return factsOf(block, isKept(index), repeated, titleWords, body, places, table.numbers, index * width);
  });
  sumUp(all, places);
  const h1 = blocks.findIndex(({ element }) => element.localName === 'h1');
  const page = sumsOf(all, h1);
  let label: { age: number; kinds: number } = { age: OLDEST_LABEL, kinds: 0 };
  for (const [index, facts] of all.entries()) {
    table.at = index * width + FACT_NAMES.length;
    put(table, facts.isKept ? 1 : 0);
    pushPlace(table, facts.place);
    pushNeighbours(table, all, index);
    pushPosition(table, page, index, all.length);
    put(table, label.age);
    pushKinds(table, label.kinds);
    pushBoxes(table, facts.place);
    const isLabel = facts.isHeading || (facts.words < 8 && facts.kinds !== 0);
    label = isLabel ? { age: 0, kinds: facts.kinds } : { ...label, age: Math.min(OLDEST_LABEL, label.age + 1) };
  }
  const atOwnBoxes = width - OWN_BOX_NAMES.length;
  const atWay = atOwnBoxes - WAY_NAMES.length;
  describeWay(blocks, all, places, (index, numbers) => table.numbers.set(numbers, index * width + atWay));
  describeOwnBoxes(all, places, (index, numbers) => table.numbers.set(numbers, index * width + atOwnBoxes));
  return table.numbers;
}

interface Table {
  readonly numbers: Float32Array;
  at: number;
}

function put(table: Table, value: number): void {
  table.numbers[table.at++] = value;
}

/** Each box holds what the blocks in it and the boxes in it hold. Boxes were met after those around them. */
function sumUp(all: readonly Facts[], places: Places): void {
  for (const { place, words, linkDensity, isKept, isProse } of all) {
    place.words += words;
    place.linkWords += words * linkDensity;
    if (isKept) place.keptWords += words;
    if (isProse) place.proseWords += words;
    place.blocks++;
  }
  for (const own of [...places.values()].reverse()) {
    const { parent } = own;
    if (parent === undefined) continue;
    parent.words += own.words;
    parent.linkWords += own.linkWords;
    parent.keptWords += own.keptWords;
    parent.proseWords += own.proseWords;
    parent.blocks += own.blocks;
  }
}

function pushPlace(table: Table, { depth, within, named }: Place): void {
  put(table, depth);
  for (let kind = 0; kind < WITHIN.length; kind++) put(table, (within >> kind) & 1);
  for (const at of named) put(table, Math.min(FARTHEST, depth - at));
}

function pushNeighbours(table: Table, all: readonly Facts[], index: number): void {
  for (const offset of NEAR_KEPT) put(table, all[index + offset]?.isKept ? 1 : 0);
  for (const offset of NEAR) {
    const other = all[index + offset];
    put(table, Math.log1p(other?.words ?? 0));
    put(table, other?.linkDensity ?? 1);
    put(table, other?.isHeading ? 1 : 0);
    put(table, other?.marks ?? 0);
  }
  for (const offset of [-1, 1]) {
    const other = all[index + offset];
    put(table, other?.place === all[index]?.place ? 1 : 0);
    pushKinds(table, other?.kinds ?? 0);
  }
}

function pushKinds(table: Table, kinds: number): void {
  for (const kind of TELLING_KINDS) put(table, (kinds >> kind) & 1);
}

interface Sums {
  /** Words before each block, and of the whole page last. */
  readonly words: readonly number[];
  readonly kept: readonly number[];
  readonly firstKept: number;
  readonly lastKept: number;
  readonly h1: number;
}

function sumsOf(all: readonly Facts[], h1: number): Sums {
  const words = [0];
  const kept = [0];
  for (const facts of all) {
    words.push((words.at(-1) ?? 0) + facts.words);
    kept.push((kept.at(-1) ?? 0) + (facts.isKept ? facts.words : 0));
  }
  return {
    words,
    kept,
    firstKept: all.findIndex(({ isKept }) => isKept),
    lastKept: all.findLastIndex(({ isKept }) => isKept),
    h1,
  };
}

function pushPosition(
  table: Table,
  { words, kept, firstKept, lastKept, h1 }: Sums,
  index: number,
  count: number,
): void {
  const between = (sums: readonly number[], from: number, to: number): number => (sums[to] ?? 0) - (sums[from] ?? 0);
  for (const reach of REACHES) {
    const from = Math.max(0, index - reach);
    const to = Math.min(count, index + reach + 1);
    put(table, between(kept, from, to) / Math.max(1, between(words, from, to)));
    put(table, Math.log1p(between(words, from, to) / (to - from)));
  }
  const total = words[count] ?? 0;
  const allKept = Math.max(1, kept[count] ?? 0);
  put(table, index / count);
  put(table, (words[index] ?? 0) / Math.max(1, total));
  put(table, Math.log1p(count));
  put(table, Math.log1p(total));
  put(table, (kept[index] ?? 0) / allKept);
  put(table, between(kept, index + 1, count) / allKept);
  put(table, bounded(index - firstKept));
  put(table, bounded(index - lastKept));
  put(table, h1 < 0 ? -FARTHEST_BLOCK - 1 : bounded(index - h1));
}

/** The boxes around a block, each of which holds more blocks than the one before. */
function pushBoxes(table: Table, innermost: Place): void {
  let box: Place | undefined = innermost;
  for (let level = 0; level < LEVELS; level++) {
    if (box === undefined) table.at += 5;
    else {
      const words = Math.max(1, box.words);
      put(table, Math.log1p(box.words));
      put(table, box.linkWords / words);
      put(table, box.keptWords / words);
      put(table, box.proseWords / words);
      put(table, Math.log1p(box.blocks));
      const { blocks } = box;
      do box = box.parent;
      while (box !== undefined && box.blocks === blocks);
    }
  }
}

const bounded = (distance: number): number => Math.max(-FARTHEST_BLOCK, Math.min(FARTHEST_BLOCK, distance));
