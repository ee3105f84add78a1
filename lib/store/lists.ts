import { byRank, type List } from '../article/list.ts';
import type { Store } from './database.ts';

/** Lists that are not deleted, in the reader's order. */
export async function readLists({ db }: Store): Promise<readonly List[]> {
  const lists = await db.lists.toArray();
  return lists.filter(({ deletedAt }) => deletedAt === undefined).sort(byRank);
}
