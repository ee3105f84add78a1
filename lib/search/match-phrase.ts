import { findTerm, findTerms, type TermHit } from './find-terms.ts';
import { type GapReader, lowBitsOf, readGap } from './gaps.ts';
import { FIELD, PARTS } from './index-part.ts';
import { placeOf, saturate } from './match-word.ts';
import { addMatch, countIn, type Matches, openMatches } from './matches.ts';
import type { Slot } from './query.ts';
import { eachPosting, positionsOf } from './read-block.ts';
import { documentsOf, type IndexSnapshot, isLatest, type SegmentDocuments } from './snapshot.ts';

/** A phrase says more than its words. */
const PHRASE_WEIGHT = 2;
const TITLE_WEIGHT = 6;

/** What stands in a document of a term: fields, and positions in order. */
interface Standing {
  readonly positions: number[];
  fields: number;
}

/** Articles in which the slots stand at their offsets. */
export function matchPhrase(snapshot: IndexSnapshot, slots: readonly Slot[], out: number): Promise<Matches> {
  return matchPlaces(snapshot, slots, out, (standings) => {
    const [first, ...others] = standings;
    const [start, ...rest] = slots;
    const sets = others.map(({ positions }) => new Set(positions));
    const isThere = (position: number) =>
      sets.every((set, i) => set.has(position + (rest[i]?.offset ?? 0) - (start?.offset ?? 0)));
    return first?.positions.filter(isThere).length ?? 0;
  });
}

/** Articles in which all the terms stand within so many words of one another, in one part. */
export function matchNear(
  snapshot: IndexSnapshot,
  terms: readonly string[],
  within: number,
  out: number,
): Promise<Matches> {
  const slots = terms.map((term): Slot => ({ term, offset: 0, isPrefix: false }));
  return matchPlaces(snapshot, slots, out, (standings) => countWindows(standings, within));
}

/** Windows of `within` words that hold one of each, counted by their first word. */
function countWindows(standings: readonly Standing[], within: number): number {
  const all = standings.flatMap(({ positions }, i) => positions.map((position) => ({ position, i })));
  all.sort((a, b) => a.position - b.position);
  const latest = new Map<number, number>();
  let count = 0;
  for (const { position, i } of all) {
    latest.set(i, position);
    if (latest.size === standings.length && Math.min(...latest.values()) >= position - within) count++;
  }
  return count;
}

async function matchPlaces(
  snapshot: IndexSnapshot,
  slots: readonly Slot[],
  out: number,
  count: (standings: readonly Standing[]) => number,
): Promise<Matches> {
  const { segments } = snapshot;
  const matches = openMatches(snapshot);
  await Promise.all(
    segments.map(async (segment) => {
      const hits = await Promise.all(
        slots.map(({ term, isPrefix }) => (isPrefix ? findTerms(segment, term, () => true) : findTerm(segment, term))),
      );
      if (hits.some((ofSlot) => ofSlot.length === 0)) return;
      const documents = documentsOf(segment, await snapshot.readDocuments());
      const common = commonDocuments(hits, documents);
      if (common.size === 0) return;
      const standings = await Promise.all(hits.map((ofSlot) => readStandings(ofSlot, documents, common)));
      for (const document of common) {
        const here = standings.flatMap((ofSlot) => ofSlot.get(document) ?? []);
        const occurrences = count(here);
        if (occurrences > 0) add(matches, documents.keys[document] ?? 0, occurrences, here);
      }
    }),
  );
  saturate(matches, countIn(matches, snapshot, out));
  return matches;
}

function add(matches: Matches, key: number, occurrences: number, here: readonly Standing[]) {
  const number = Math.floor(key / PARTS);
  const fields = here.reduce((shared, standing) => shared & standing.fields, 7);
  const title = (fields & FIELD.title) === 0 ? 0 : TITLE_WEIGHT;
  addMatch(matches, number, PHRASE_WEIGHT * occurrences + title, placeOf(key % PARTS, occurrences, fields));
}

/** The documents that every slot has, before any position is read. */
function commonDocuments(hits: readonly (readonly TermHit[])[], documents: SegmentDocuments): ReadonlySet<number> {
  let common: Set<number> | undefined;
  const sizeOf = (ofSlot: readonly TermHit[]) => ofSlot.reduce((sum, { entry }) => sum + entry.documents, 0);
  for (const ofSlot of hits.toSorted((a, b) => sizeOf(a) - sizeOf(b))) {
    const former = common;
    const next = new Set<number>();
    for (const { block, entry } of ofSlot) {
      eachPosting(block, entry, (document) => {
        if (former === undefined ? isLatest(documents, document) : former.has(document)) next.add(document);
      });
    }
    common = next;
    if (next.size === 0) break;
  }
  return common ?? new Set();
}

async function readStandings(
  hits: readonly TermHit[],
  { lengths }: SegmentDocuments,
  wanted: ReadonlySet<number>,
): Promise<Map<number, Standing>> {
  const standings = new Map<number, Standing>();
  for (const { segment, block, blockNumber, entry } of hits) {
    const bytes = positionsOf(await segment.readPositions(blockNumber), entry.ordinal);
    const reader: GapReader = { bytes, at: 0 };
    eachPosting(block, entry, (document, occurrences, fields) => {
      const lowBits = lowBitsOf(lengths[document] ?? 0, occurrences);
      if (!wanted.has(document)) {
        for (let left = occurrences; left > 0; left--) readGap(reader, lowBits);
        return;
      }
      const standing = standings.get(document) ?? { positions: [], fields: 0 };
      let position = 0;
      for (let left = occurrences; left > 0; left--) {
        position += readGap(reader, lowBits);
        standing.positions.push(position);
      }
      standing.fields |= fields;
      standings.set(document, standing);
    });
  }
  return standings;
}
