import { byRank, type List } from '../article/list.ts';
import type { Store } from './database.ts';

/** Searches that were kept, in the reader's order. */
export async function readSavedSearches({ db }: Store): Promise<readonly List[]> {
  const lists = await db.lists.toArray();
  return lists.filter(({ deletedAt, query }) => deletedAt === undefined && query !== undefined).sort(byRank);
}
