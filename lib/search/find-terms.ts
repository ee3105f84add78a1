import { BLOCKS_PER_DICTIONARY } from './merge-segments.ts';
import { nearTerms } from './near-terms.ts';
import { type TermEntry, termsInBlock } from './read-block.ts';
import type { SegmentView } from './snapshot.ts';

/** A term's postings in one segment. */
export interface TermHit {
  readonly segment: SegmentView;
  readonly entry: TermEntry;
  readonly block: Uint8Array;
  readonly blockNumber: number;
}

/** The terms of a segment that begin with `range`, of those that are wanted. With the word itself, only that. */
export async function findTerms(
  segment: SegmentView,
  range: string,
  isWanted: (term: string) => boolean,
): Promise<readonly TermHit[]> {
  const { firstTerms } = segment;
  const first = blockBefore(firstTerms, range);
  const end = blockBefore(firstTerms, `${range}\uffff`) + 1;
  if (end <= first) return [];
  const blocks = await segment.readBlocks(first, end);
  return blocks.flatMap((block, i) =>
    termsInBlock(block, range, (term) => term.startsWith(range)).flatMap((entry) =>
      isWanted(entry.term) ? [{ segment, entry, block, blockNumber: first + i }] : [],
    ),
  );
}

export async function findTerm(segment: SegmentView, wanted: string): Promise<readonly TermHit[]> {
  const number = blockBefore(segment.firstTerms, wanted);
  const [block] = await segment.readBlocks(number, number + 1);
  if (block === undefined) return [];
  const [entry] = termsInBlock(block, wanted, (term) => term === wanted);
  return entry === undefined ? [] : [{ segment, entry, block, blockNumber: number }];
}

/** The last block that begins at or before a term: the one that holds it, if any does. */
function blockBefore(firstTerms: readonly string[], term: string): number {
  let low = 0;
  let high = firstTerms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((firstTerms[middle] ?? '') <= term) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The terms of all segments within so many slips of a word, from the dictionaries alone. */
export async function findNearTerms(
  segments: readonly SegmentView[],
  word: string,
  slips: number,
  isPrefix: boolean,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  await Promise.all(
    segments.map(async (segment) => {
      const count = Math.ceil(segment.firstTerms.length / BLOCKS_PER_DICTIONARY);
      for (const dictionary of await segment.readDictionaries(0, count)) {
        for (const term of nearTerms(dictionary, word, slips, isPrefix)) if (term > '\u0002') found.add(term);
      }
    }),
  );
  return found;
}
