import type { ArticleId } from '../article/ids.ts';
import { FINISHED_AT, type Reading, type ReadingPosition, shelvesOf } from '../article/reading.ts';
import type { Store } from './database.ts';
import { addToIndex, stateBits, statesOf } from './index-writes.ts';
import { refreshShown } from './shown.ts';

/** The fields a use case may change; a key with `undefined` takes the field away. */
export type ReadingChange = {
  readonly [field in 'favouriteAt' | 'archivedAt' | 'trashedAt' | 'finishedAt' | 'reviewedAt' | 'progress']?:
    | number
    | undefined;
};

/** What was changed where, to be handed to `undoReadings`. */
export type ReadingChanges = readonly { readonly articleId: ArticleId; readonly former: ReadingChange }[];

export const readReading = ({ db }: Store, articleId: ArticleId): Promise<Reading | undefined> =>
  db.readings.get(articleId);

/** How many of these articles are here, in the trash or out of it. */
export const countReadings = async ({ db }: Store, articleIds: readonly ArticleId[]): Promise<number> =>
  (await db.readings.bulkGet([...articleIds])).filter((reading) => reading !== undefined).length;

/** Changes the reading state of articles in one transaction. Ids that are not here are passed over. */
export function changeReadings(
  store: Store,
  articleIds: readonly ArticleId[],
  changeOf: (reading: Reading) => ReadingChange,
): Promise<ReadingChanges> {
  const { db, now } = store;
  const tables = [db.readings, db.listEntries, db.taggings, db.notes, db.highlights, db.indexDeltas];
  return db.transaction('rw', tables, async () => {
    const readings = await db.readings.bulkGet([...articleIds]);
    const changes: { articleId: ArticleId; former: ReadingChange }[] = [];
    const changed: Reading[] = [];
    const moved: { articleId: ArticleId; isTrashed: boolean }[] = [];
    for (const reading of readings) {
      if (!reading) continue;
      const { articleId } = reading;
      const change = changeOf(reading);
      const fields = Object.keys(change) as (keyof ReadingChange)[];
      changes.push({ articleId, former: Object.fromEntries(fields.map((field) => [field, reading[field]])) });
      changed.push(withChange(reading, { ...change, updatedAt: now() }));
      if ('trashedAt' in change) moved.push({ articleId, isTrashed: change.trashedAt !== undefined });
    }
    await Promise.all([db.readings.bulkPut(changed), addToIndex(db, [], statesOf(changed))]);
    await refreshShown(db, moved);
    return changes;
  });
}

/** Puts back exactly the fields that were changed, and leaves what came since. */
export async function undoReadings(store: Store, changes: ReadingChanges): Promise<void> {
  const formerOf = new Map(changes.map(({ articleId, former }) => [articleId, former]));
  await changeReadings(store, [...formerOf.keys()], ({ articleId }) => ({ ...formerOf.get(articleId) }));
}

/**
 * Remembers where the reader is. Progress never goes back by scrolling up; reaching `FINISHED_AT` sets `finishedAt` once.
 */
export async function keepPlace(
  { db, now }: Store,
  articleId: ArticleId,
  place: { readonly position: ReadingPosition; readonly progress: number },
): Promise<void> {
  await db.transaction('rw', db.readings, db.indexDeltas, async () => {
    const reading = await db.readings.get(articleId);
    if (!reading) return;
    const at = now();
    const progress = Math.max(reading.progress, place.progress);
    const isFinishedNow = progress >= FINISHED_AT && reading.finishedAt === undefined;
    const finished = isFinishedNow ? { finishedAt: at } : {};
    const next = { ...reading, ...finished, progress, position: place.position, lastReadAt: at, updatedAt: at };
    const row: Reading = { ...next, shelves: shelvesOf(next) };
    const isNewState = stateBits(row) !== stateBits(reading);
    await Promise.all([db.readings.put(row), isNewState && addToIndex(db, [], statesOf([row]))]);
  });
}

function withChange(reading: Reading, change: ReadingChange & { readonly updatedAt: number }): Reading {
  const merged = Object.entries({ ...reading, ...change }).filter(([, value]) => value !== undefined);
  const next = Object.fromEntries(merged) as unknown as Reading;
  return { ...next, shelves: shelvesOf(next) };
}
