import { Dexie } from 'dexie';
import type { ArticleId, ListId } from '../article/ids.ts';
import type { Colour, List, ListEntry } from '../article/list.ts';
import type { Store } from './database.ts';

export interface ListChange {
  readonly name?: string;
  readonly colour?: Colour;
  readonly rank?: string;
  readonly deletedAt?: number | undefined;
}

/** Lists that are not deleted, in the reader's order. */
export async function readLists({ db }: Store): Promise<readonly List[]> {
  const lists = await db.lists.toArray();
  return lists.filter(({ deletedAt }) => deletedAt === undefined).sort(byRank);
}

export async function addList(
  { db, now, makeId }: Store,
  list: { readonly name: string; readonly colour: Colour; readonly rank: string },
): Promise<ListId> {
  const at = now();
  const id = makeId<ListId>();
  await db.lists.add({ ...list, id, createdAt: at, updatedAt: at });
  return id;
}

/** Changes a list's own fields. `deletedAt: undefined` brings a deleted list back with its entries. */
export async function changeList({ db, now }: Store, listId: ListId, change: ListChange): Promise<void> {
  await db.transaction('rw', db.lists, async () => {
    const list = await db.lists.get(listId);
    if (!list) return;
    const { deletedAt, ...rest } = { ...list, ...change, updatedAt: now() };
    await db.lists.put(deletedAt === undefined ? rest : { ...rest, deletedAt });
  });
}

/** Puts an article on a list at `rank`, or back on it, or to another place in it. */
export async function putOnList({ db, now }: Store, listId: ListId, articleId: ArticleId, rank: string): Promise<void> {
  await db.transaction('rw', db.listEntries, db.readings, async () => {
    const at = now();
    const former = await db.listEntries.get([listId, articleId]);
    const isTrashed = (await db.readings.get(articleId))?.trashedAt !== undefined;
    const entry: ListEntry = { listId, articleId, rank, addedAt: former?.addedAt ?? at, updatedAt: at };
    await db.listEntries.put(isTrashed ? entry : { ...entry, shownRank: rank });
  });
}

/** Takes an article off a list; the row stays, marked. Gives the rank it had, for undo. */
export function takeOffList({ db, now }: Store, listId: ListId, articleId: ArticleId): Promise<string | undefined> {
  return db.transaction('rw', db.listEntries, async () => {
    const former = await db.listEntries.get([listId, articleId]);
    if (!former || former.removedAt !== undefined) return undefined;
    const at = now();
    const { shownRank: _, ...entry } = former;
    await db.listEntries.put({ ...entry, removedAt: at, updatedAt: at });
    return former.rank;
  });
}

/** Articles of a list with their ranks, in the reader's order. */
export async function readListOrder(
  { db }: Store,
  listId: ListId,
): Promise<readonly { readonly articleId: ArticleId; readonly rank: string }[]> {
  const range = db.listEntries.where('[listId+shownRank]').between([listId, Dexie.minKey], [listId, Dexie.maxKey]);
  return (await range.toArray()).map(({ articleId, rank }) => ({ articleId, rank }));
}

const byRank = (a: { rank: string }, b: { rank: string }) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0);
