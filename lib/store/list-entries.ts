import { Dexie } from 'dexie';
import type { ArticleId, ListId } from '../article/ids.ts';
import { byRank, type ListEntry } from '../article/list.ts';
import type { ChooseRank } from './change-lists.ts';
import type { Store } from './database.ts';
import { addToIndex, shelvingPart } from './index-writes.ts';

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
  return db.transaction('rw', [db.listEntries, db.readings, db.taggings, db.indexDeltas], async () => {
    const entries = db.listEntries.where('[listId+articleId]').between([listId, Dexie.minKey], [listId, Dexie.maxKey]);
    const others = (await entries.toArray()).filter((entry) => entry.articleId !== articleId).sort(byRank);
    const row = await db.listEntries.get([listId, articleId]);
    const former = row?.removedAt === undefined ? row?.rank : undefined;
    const rank = chooseRank(others, former);
    if (rank === former) return former;
    const at = now();
    const reading = await db.readings.get(articleId);
    // Erased since, in the trash of another window or before an undo: nothing may hang on it.
    if (!reading) return former;
    const isTrashed = reading.trashedAt !== undefined;
    const entry: ListEntry = { listId, articleId, rank, addedAt: row?.addedAt ?? at, updatedAt: at };
    await db.listEntries.put(isTrashed ? entry : { ...entry, shownRank: rank });
    // Another place on the same list is nothing to the search.
    if (former === undefined) await addToIndex(db, [await shelvingPart(db, articleId)]);
    return former;
  });
}

/** Takes an article off a list; the row stays, marked. Gives the rank it had, for undo. */
export function takeOffList({ db, now }: Store, listId: ListId, articleId: ArticleId): Promise<string | undefined> {
  return db.transaction('rw', db.listEntries, db.taggings, db.indexDeltas, async () => {
    const former = await db.listEntries.get([listId, articleId]);
    if (!former || former.removedAt !== undefined) return undefined;
    const at = now();
    const { shownRank: _, ...entry } = former;
    await db.listEntries.put({ ...entry, removedAt: at, updatedAt: at });
    await addToIndex(db, [await shelvingPart(db, articleId)]);
    return former.rank;
  });
}

/** Runs several changes of lists as one: a popup that closes in between leaves none of them half done. */
export const changeListsAtOnce = <Result>({ db }: Store, change: () => Promise<Result>): Promise<Result> =>
  db.transaction('rw', [db.lists, db.listEntries, db.readings, db.taggings, db.indexDeltas], change);
