import type { Store } from './database.ts';
import { type NumberedArticles, readNumbering } from './index-numbers.ts';
import type { IndexedPart, IndexedState } from './index-tables.ts';
import { addToIndex } from './index-writes.ts';
import { DELTAS_AT_ONCE, MOST_PARTS } from './tend-index.ts';
import { mergeParts, takeRevision, writeMerged } from './write-segment.ts';

/**
 * As `addToIndex`, for a write that may change many articles. These are merged into a segment at once, together with the
 * deltas that wait: to a search, every part in a delta is a segment of its own, and a thousand of them make it take
 * seconds. `known` holds the rows of articles that are at hand, `undefined` for those that have none yet.
 */
export async function addManyToIndex(
  { db, now }: Pick<Store, 'db' | 'now'>,
  parts: readonly IndexedPart[],
  states: readonly IndexedState[] = [],
  known?: NumberedArticles,
): Promise<void> {
  if (parts.length <= MOST_PARTS) return addToIndex(db, parts, states);
  const waiting = await db.indexDeltas.limit(DELTAS_AT_ONCE + 1).toArray();
  // So far behind, the index is made anew just now.
  if (waiting.length > DELTAS_AT_ONCE) return addToIndex(db, parts, states);
  const deltas = [...waiting, { parts, states }];
  const [numbering, order] = await Promise.all([
    readNumbering(db, deltas, now(), known),
    // Its place among the writes, by an entry that goes with the others.
    db.indexDeltas.add({ parts: [], states: [] }),
  ]);
  const merged = mergeParts(deltas, numbering);
  const id = await takeRevision(db, undefined, order);
  if (id !== undefined) await writeMerged(db, merged, id, order);
}
