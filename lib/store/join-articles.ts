import type { Highlight } from '../article/highlight.ts';
import type { ArticleId, ListId, Timestamp } from '../article/ids.ts';
import type { Note } from '../article/note.ts';
import { putManyOnList, tagMany, takeManyOffList, untagMany } from './change-many.ts';
import type { Store } from './database.ts';
import { addToIndex, marksPart, notePart } from './index-writes.ts';
import { changeReadings, type ReadingChanges, undoReadings } from './readings.ts';

/** What joining two articles changed, to be handed to `partArticles`. */
export interface Joined {
  readonly keptId: ArticleId;
  readonly otherId: ArticleId;
  readonly at: Timestamp;
  readonly listIds: readonly ListId[];
  readonly tagKeys: readonly string[];
  readonly marks: readonly Highlight[];
  /** Set if the note of the kept article was added to; `former` is what it was. */
  readonly note?: { readonly former: Note | undefined };
  readonly readings: ReadingChanges;
}

const tablesOf = ({ db }: Store) => [
  db.readings,
  db.lists,
  db.listEntries,
  db.taggings,
  db.notes,
  db.highlights,
  db.indexDeltas,
];

/**
 * Makes one article of two, in one transaction: lists, tags, star, note and marks of the other come to the one that is kept,
 * and the other goes to the trash with its text. A note that both have becomes one, the added words last.
 */
export function joinArticles(
  store: Store,
  keptId: ArticleId,
  otherId: ArticleId,
  nextRank: (last: string | undefined) => string,
): Promise<Joined> {
  const { db, now } = store;
  return db.transaction('rw', tablesOf(store), async () => {
    const at = now();
    const [entries, taggings, marks, other] = await Promise.all([
      db.listEntries.where('articleId').equals(otherId).toArray(),
      db.taggings.where('articleId').equals(otherId).toArray(),
      db.highlights.where('articleId').equals(otherId).toArray(),
      db.readings.get(otherId),
    ]);
    const listIds: ListId[] = [];
    for (const { listId, removedAt } of entries) {
      if (removedAt !== undefined) continue;
      if ((await putManyOnList(store, listId, [keptId], nextRank)).length > 0) listIds.push(listId);
    }
    const tagKeys: string[] = [];
    for (const { label, tagKey, removedAt } of taggings) {
      if (removedAt === undefined && (await tagMany(store, [keptId], label)).length > 0) tagKeys.push(tagKey);
    }
    await db.highlights.bulkPut(marks.map((mark) => ({ ...mark, articleId: keptId, updatedAt: at })));
    const note = await addNote(store, keptId, otherId, at);
    const starred =
      other?.favouriteAt === undefined
        ? []
        : await changeReadings(store, [keptId], ({ favouriteAt = other.favouriteAt }) => ({ favouriteAt }));
    const trashed = await changeReadings(store, [otherId], () => ({ trashedAt: at }));
    if (marks.length > 0) await indexMarks(store, [keptId, otherId]);
    return { keptId, otherId, at, listIds, tagKeys, marks, ...(note && { note }), readings: [...starred, ...trashed] };
  });
}

/** Takes the joining back. What was changed of it since stays as it is now, and all of it if the other was erased meanwhile. */
export function partArticles(store: Store, joined: Joined): Promise<void> {
  const { db } = store;
  const { keptId, otherId, at, listIds, tagKeys, marks, note, readings } = joined;
  return db.transaction('rw', tablesOf(store), async () => {
    // Its marks and the words of its note would go where nobody finds them.
    if (!(await db.readings.get(otherId))) return;
    for (const listId of listIds) await takeManyOffList(store, listId, [keptId]);
    for (const tagKey of tagKeys) await untagMany(store, [keptId], tagKey);
    const present = await db.highlights.bulkGet(marks.map(({ id }) => id));
    await db.highlights.bulkPut(present.flatMap((mark) => (mark ? [{ ...mark, articleId: otherId }] : [])));
    const text = await db.notes.get(keptId);
    if (note && text?.updatedAt === at) await putNote(store, { ...text, text: note.former?.text ?? '' });
    await undoReadings(store, readings);
    if (marks.length > 0) await indexMarks(store, [keptId, otherId]);
  });
}

async function addNote(
  store: Store,
  keptId: ArticleId,
  otherId: ArticleId,
  at: Timestamp,
): Promise<{ readonly former: Note | undefined } | undefined> {
  const [former, other] = await store.db.notes.bulkGet([keptId, otherId]);
  const added = other?.text.trim() ?? '';
  if (added === '') return undefined;
  const text = former && former.text.trim() !== '' ? `${former.text.trimEnd()}\n\n${added}` : added;
  await putNote(store, { articleId: keptId, createdAt: at, ...former, text, updatedAt: at });
  return { former };
}

async function putNote({ db }: Store, { shownAt: _, ...note }: Note): Promise<void> {
  const shown = note.text.trim() === '' ? note : { ...note, shownAt: note.updatedAt };
  await Promise.all([db.notes.put(shown), addToIndex(db, [notePart(note.articleId, note.text)])]);
}

async function indexMarks({ db }: Store, ids: readonly ArticleId[]): Promise<void> {
  const parts = await Promise.all(
    ids.map(async (articleId) => marksPart(articleId, await db.highlights.where({ articleId }).toArray())),
  );
  await addToIndex(db, parts);
}
