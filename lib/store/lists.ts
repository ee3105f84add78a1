import { Dexie } from 'dexie';
import type { ArticleId, ListId } from '../article/ids.ts';
import { byRank, type List } from '../article/list.ts';
import type { Store } from './database.ts';
import { readKeys } from './read-keys.ts';

/** Lists that are not deleted, in the reader's order. */
export async function readLists({ db }: Store): Promise<readonly List[]> {
  const lists = await db.lists.toArray();
  return lists.filter(({ deletedAt, query }) => deletedAt === undefined && query === undefined).sort(byRank);
}

/** Whether there is such a list, not deleted. */
export async function isListHere({ db }: Store, listId: ListId): Promise<boolean> {
  const list = await db.lists.get(listId);
  return list !== undefined && list.deletedAt === undefined;
}

/** Articles of a list in the reader's order: keys alone, as the index of shown entries has them. */
export async function readListOrder({ db }: Store, listId: ListId): Promise<readonly ArticleId[]> {
  const keys = await readKeys(db.listEntries, '[listId+shownRank]', [
    [listId, Dexie.minKey],
    [listId, Dexie.maxKey],
  ]);
  return keys.map(([, articleId]) => articleId);
}
