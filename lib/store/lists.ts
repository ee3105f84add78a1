import { Dexie } from 'dexie';
import type { ArticleId, ListId } from '../article/ids.ts';
import type { Colour, List, ListEntry } from '../article/list.ts';
import type { Store } from './database.ts';

export interface ListChange {
  readonly name?: string;
  readonly colour?: Colour;
  readonly deletedAt?: number | undefined;
}

/**
 * Chooses a rank from all that the others hold, in their order. It runs inside the transaction, so that two windows
 * never choose the same; hidden ones are among them, so that what comes back later has a place of its own.
 */
export type ChooseRank<Ranked> = (others: readonly Ranked[], former: string | undefined) => string;

/** Lists that are not deleted, in the reader's order. */
export async function readLists({ db }: Store): Promise<readonly List[]> {
  const lists = await db.lists.toArray();
  return lists.filter(({ deletedAt }) => deletedAt === undefined).sort(byRank);
}

/** Makes a list, or gives the one that has this name already in any case of letters. */
export function addList(
  { db, now, makeId }: Store,
  name: string,
  dressAmong: (others: readonly List[]) => { readonly colour: Colour; readonly rank: string },
): Promise<ListId> {
  return db.transaction('rw', db.lists, async () => {
    const others = (await db.lists.toArray()).sort(byRank);
    const isSame = (list: List) => list.deletedAt === undefined && list.name.toLowerCase() === name.toLowerCase();
    const same = others.find(isSame);
    if (same) return same.id;
    const at = now();
    const id = makeId<ListId>();
    await db.lists.add({ ...dressAmong(others), id, name, createdAt: at, updatedAt: at });
    return id;
  });
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

/** Moves a list among the others, deleted ones included. Gives the rank it had, for undo. */
export function rankList(
  { db, now }: Store,
  listId: ListId,
  chooseRank: ChooseRank<List>,
): Promise<string | undefined> {
  return db.transaction('rw', db.lists, async () => {
    const list = await db.lists.get(listId);
    if (!list) return undefined;
    const others = (await db.lists.toArray()).filter(({ id }) => id !== listId).sort(byRank);
    await db.lists.put({ ...list, rank: chooseRank(others, list.rank), updatedAt: now() });
    return list.rank;
  });
}

/**
 * Puts an article on a list, or back on it, or to another place in it. Gives the rank it had, for undo; `undefined` if
 * it was not on the list.
 */
export function putOnList(
  { db, now }: Store,
  listId: ListId,
  articleId: ArticleId,
  chooseRank: ChooseRank<ListEntry>,
): Promise<string | undefined> {
  return db.transaction('rw', db.listEntries, db.readings, async () => {
    const entries = db.listEntries.where('[listId+articleId]').between([listId, Dexie.minKey], [listId, Dexie.maxKey]);
    const others = (await entries.toArray()).filter((entry) => entry.articleId !== articleId).sort(byRank);
    const row = await db.listEntries.get([listId, articleId]);
    const former = row?.removedAt === undefined ? row?.rank : undefined;
    const rank = chooseRank(others, former);
    if (rank === former) return former;
    const at = now();
    const isTrashed = (await db.readings.get(articleId))?.trashedAt !== undefined;
    const entry: ListEntry = { listId, articleId, rank, addedAt: row?.addedAt ?? at, updatedAt: at };
    await db.listEntries.put(isTrashed ? entry : { ...entry, shownRank: rank });
    return former;
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
