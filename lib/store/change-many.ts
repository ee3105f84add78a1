import { Dexie } from 'dexie';
import type { ArticleId, ListId } from '../article/ids.ts';
import { byRank, type Colour, type ListEntry, type Tagging } from '../article/list.ts';
import { foldText } from '../search/fold-text.ts';
import type { Store } from './database.ts';
import { addManyToIndex } from './index-many.ts';
import { indexTables } from './index-tables.ts';
import { shelvingParts } from './index-writes.ts';
import { labelOf } from './read-tags.ts';
import { looksOf } from './tags.ts';

/** Articles between two looks at whether the reader wants it to stop. */
const AT_ONCE = 200;

export interface Progress {
  /** Called with how many are done, from time to time. */
  readonly tell?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Changes many articles in one transaction, a few at a time: all of them or, if the reader stops it, the page closes or
 * anything fails, none. Gives what each call gave; `undefined` if it was stopped.
 */
export async function changeMany<Result>(
  { db }: Store,
  ids: readonly ArticleId[],
  { tell, signal }: Progress,
  change: (some: readonly ArticleId[]) => Promise<Result>,
): Promise<readonly Result[] | undefined> {
  const tables = [db.readings, db.listEntries, db.taggings, db.notes, db.highlights, db.lists, ...indexTables(db)];
  const isStopped = () => signal?.aborted === true;
  try {
    return await db.transaction('rw', tables, async (transaction) => {
      const results: Result[] = [];
      for (let at = 0; at < ids.length; at += AT_ONCE) {
        if (isStopped()) transaction.abort();
        results.push(await change(ids.slice(at, at + AT_ONCE)));
        tell?.(Math.min(ids.length, at + AT_ONCE));
      }
      if (isStopped()) transaction.abort();
      return results;
    });
  } catch (error) {
    if (isStopped()) return undefined;
    throw error;
  }
}

/**
 * Puts articles at the end of a list, in their order; those that are on it keep their place. Runs inside the caller's
 * transaction, and gives those that were not on it.
 */
export async function putManyOnList(
  store: Store,
  listId: ListId,
  ids: readonly ArticleId[],
  nextRank: (last: string | undefined) => string,
): Promise<readonly ArticleId[]> {
  const { db, now } = store;
  const range = db.listEntries.where('[listId+articleId]').between([listId, Dexie.minKey], [listId, Dexie.maxKey]);
  const [entries, readings] = await Promise.all([range.toArray(), db.readings.bulkGet([...ids])]);
  const known = new Map(entries.map((entry) => [entry.articleId, entry]));
  let last = entries.sort(byRank).at(-1)?.rank;
  const at = now();
  const fresh = ids.flatMap((articleId, i): ListEntry[] => {
    const former = known.get(articleId);
    const reading = readings[i];
    if (!reading || (former && former.removedAt === undefined)) return [];
    last = nextRank(last);
    const entry: ListEntry = { listId, articleId, rank: last, addedAt: former?.addedAt ?? at, updatedAt: at };
    return [reading.trashedAt === undefined ? { ...entry, shownRank: last } : entry];
  });
  await db.listEntries.bulkPut(fresh);
  return reindexed(store, fresh);
}

/** Puts a tag on articles, inside the caller's transaction. Gives those that did not have it. `colour` is for one not in use. */
export async function tagMany(
  store: Store,
  ids: readonly ArticleId[],
  label: string,
  colour?: Colour,
): Promise<readonly ArticleId[]> {
  const { db, now } = store;
  const typed = labelOf(label);
  const tagKey = foldText(typed);
  if (tagKey === '') return [];
  const [formers, readings, inUse] = await Promise.all([
    db.taggings.bulkGet(ids.map((id): [ArticleId, string] => [id, tagKey])),
    db.readings.bulkGet([...ids]),
    db.taggings.where('shownKey').equals(tagKey).first(),
  ]);
  const at = now();
  const fresh = ids.flatMap((articleId, i): Tagging[] => {
    const former = formers[i];
    const reading = readings[i];
    if (!reading || (former && former.removedAt === undefined)) return [];
    const looks = looksOf(inUse ?? { label: typed, ...(colour && { colour }) });
    const tagging = { articleId, tagKey, ...looks, addedAt: at, updatedAt: at };
    return [reading.trashedAt === undefined ? { ...tagging, shownKey: tagKey } : tagging];
  });
  await db.taggings.bulkPut(fresh);
  return reindexed(store, fresh);
}

/** Takes articles off a list, inside the caller's transaction; the rows stay, marked. Gives the rows as they were. */
export async function takeManyOffList(
  store: Store,
  listId: ListId,
  ids: readonly ArticleId[],
): Promise<readonly ListEntry[]> {
  const { db, now } = store;
  const rows = await db.listEntries.bulkGet(ids.map((id): [ListId, ArticleId] => [listId, id]));
  const formers = rows.flatMap((row) => (row && row.removedAt === undefined ? [row] : []));
  const at = now();
  await db.listEntries.bulkPut(formers.map(({ shownRank: _, ...row }) => ({ ...row, removedAt: at, updatedAt: at })));
  await reindexed(store, formers);
  return formers;
}

/** Takes a tag off articles, inside the caller's transaction; the rows stay, marked. Gives the rows as they were. */
export async function untagMany(store: Store, ids: readonly ArticleId[], tagKey: string): Promise<readonly Tagging[]> {
  const { db, now } = store;
  const rows = await db.taggings.bulkGet(ids.map((id): [ArticleId, string] => [id, tagKey]));
  const formers = rows.flatMap((row) => (row && row.removedAt === undefined ? [row] : []));
  const at = now();
  await db.taggings.bulkPut(formers.map(({ shownKey: _, ...row }) => ({ ...row, removedAt: at, updatedAt: at })));
  await reindexed(store, formers);
  return formers;
}

/** Puts taggings back as they were, inside the caller's transaction; those in the trash stay hidden, and of what was erased none comes back. */
export async function putTaggings(store: Store, rows: readonly Tagging[]): Promise<void> {
  const { db } = store;
  const readings = await db.readings.bulkGet(rows.map(({ articleId }) => articleId));
  const present = rows.flatMap(({ shownKey: _, ...row }, i): Tagging[] => {
    const reading = readings[i];
    if (!reading) return [];
    return [reading.trashedAt === undefined && row.removedAt === undefined ? { ...row, shownKey: row.tagKey } : row];
  });
  await db.taggings.bulkPut(present);
  await reindexed(store, present);
}

/** Every article with a tag, those in the trash included. */
export async function readAllTagged({ db }: Store, tagKey: string): Promise<readonly Tagging[]> {
  const [shown, trashed] = await Promise.all([
    db.taggings.where('shownKey').equals(tagKey).toArray(),
    db.readings.orderBy('shelves.trash').primaryKeys(),
  ]);
  const hidden = await db.taggings.bulkGet(trashed.map((id): [ArticleId, string] => [id, tagKey]));
  return [...shown, ...hidden.flatMap((row) => (row && row.removedAt === undefined ? [row] : []))];
}

async function reindexed(
  store: Store,
  rows: readonly { readonly articleId: ArticleId }[],
): Promise<readonly ArticleId[]> {
  const ids = rows.map(({ articleId }) => articleId);
  await addManyToIndex(store, await shelvingParts(store.db, ids));
  return ids;
}
