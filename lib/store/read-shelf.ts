import type { ArticleId } from '../article/ids.ts';
import type { Shelf } from '../article/reading.ts';
import type { Store } from './database.ts';
import { readKeys } from './read-keys.ts';

/** From this many on, all keys at once are faster than a cursor from the end. */
const MANY = 1000;

/**
 * Ids on a shelf, newest there first, at most `limit`. Backwards, IndexedDB has only a cursor, a step per key: 20 s for
 * 100,000 (Chromium 156). Forwards it gives all keys in one answer, so a whole shelf is read that way and turned round.
 */
export async function readShelf({ db }: Store, shelf: Shelf, limit: number): Promise<readonly ArticleId[]> {
  const index = `shelves.${shelf}`;
  if (limit < MANY) return db.readings.orderBy(index).reverse().limit(limit).primaryKeys();
  return (await readKeys(db.readings, index)).toReversed().slice(0, limit);
}
