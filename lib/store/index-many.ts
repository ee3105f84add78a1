import type { ArticleId } from '../article/ids.ts';
import type { LecternDatabase } from './database.ts';
import { idsIn } from './index-session.ts';
import type { IndexedPart, IndexedState } from './index-tables.ts';
import { addToIndex } from './index-writes.ts';
import { rowsOf } from './rows-of.ts';
import { DELTAS_AT_ONCE, MOST_PARTS } from './tend-index.ts';
import { mergeParts, takeRevision, writeMerged } from './write-segment.ts';

/** The tables that `addManyToIndex` touches, for the caller's transaction. */
export const indexTables = (db: LecternDatabase) => [
  db.indexArticles,
  db.indexDeltas,
  db.indexSegments,
  db.indexBlocks,
  db.indexPrefixes,
  db.indexRoot,
];

/**
 * As `addToIndex`, for a write that may change many articles. These are merged into a segment at once, together with the
 * deltas that wait: to a search, every part in a delta is a segment of its own, and a thousand of them make it take
 * seconds. `known` holds numbers of articles that are at hand.
 */
export async function addManyToIndex(
  db: LecternDatabase,
  parts: readonly IndexedPart[],
  states: readonly IndexedState[] = [],
  known: ReadonlyMap<ArticleId, number> = new Map(),
): Promise<void> {
  if (parts.length <= MOST_PARTS) return addToIndex(db, parts, states);
  const waiting = await db.indexDeltas.limit(DELTAS_AT_ONCE + 1).toArray();
  // So far behind, the index is made anew just now.
  if (waiting.length > DELTAS_AT_ONCE) return addToIndex(db, parts, states);
  const deltas = [...waiting, { parts, states }];
  const unknown = new Set(deltas.flatMap(idsIn).filter((id) => !known.has(id)));
  const [rows, order] = await Promise.all([
    rowsOf(db.indexArticles, 'articleId', [...unknown]),
    // Its place among the writes, by an entry that goes with the others.
    db.indexDeltas.add({ parts: [], states: [] }),
  ]);
  const numberOf = new Map([...known, ...rows.map(({ articleId, number }) => [articleId, number] as const)]);
  const merged = mergeParts(deltas, numberOf);
  const id = await takeRevision(db, undefined, order);
  if (id !== undefined) await writeMerged(db, merged, id, order);
}
