import type { ArticleId } from '../article/ids.ts';
import type { Shelf } from '../article/reading.ts';
import type { Store } from './database.ts';

/** Ids from both ends of a shelf, at most `each` of either, none twice. */
export async function readEnds({ db }: Store, shelf: Shelf, each: number): Promise<readonly ArticleId[]> {
  const onShelf = () => db.readings.orderBy(`shelves.${shelf}`);
  const [newest, oldest] = await Promise.all([
    onShelf().reverse().limit(each).primaryKeys(),
    onShelf().limit(each).primaryKeys(),
  ]);
  return [...new Set([...newest, ...oldest])];
}

/** Ids of a shelf, those that came first, at most `limit`. */
export const readOldest = ({ db }: Store, shelf: Shelf, limit: number): Promise<readonly ArticleId[]> =>
  db.readings.orderBy(`shelves.${shelf}`).limit(limit).primaryKeys();
