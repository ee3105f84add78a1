import type { ArticleId, VersionId } from '../article/ids.ts';
import type { ImportJournal, JoinedArticle } from '../article/import-job.ts';
import type { Reading } from '../article/reading.ts';
import { importTables } from './apply-import.ts';
import type { Store } from './database.ts';
import { deleteArticles, deleteUnusedBodies, erasedTables } from './erase-articles.ts';
import { indexAnew } from './index-anew.ts';
import { rowsOf } from './rows-of.ts';
import { refreshShown } from './shown.ts';

/**
 * Takes back what a batch did: articles it brought go, those that were here get back what they had. What the reader
 * has changed since stays as it is now. Does nothing unless the import is undoing and the batch was applied.
 */
export function undoImportBatch(store: Store, importId: string, seq: number): Promise<void> {
  const { db, now } = store;
  return db.transaction('rw', [...new Set([...importTables(store), ...erasedTables(db)])], async () => {
    const [job, batch] = await Promise.all([db.imports.get(importId), db.importBatches.get([importId, seq])]);
    if (job?.status !== 'undoing' || batch?.state !== 'applied' || !batch.journal) return;
    const { created, joined, lists } = batch.journal;
    const kept = await removeUntouched(store, batch.journal);
    // One change for each article, so they do not wait for one another.
    const { at: writtenAt } = batch.journal;
    const back = await Promise.all(joined.map((change) => restoreJoined(store, change, writtenAt)));
    // The import had taken them out of the trash, and they lie there again.
    await refreshShown(
      db,
      back.flatMap((reading) => (reading?.trashedAt === undefined ? [] : [{ ...reading, isTrashed: true }])),
    );
    await indexAnew(
      store,
      joined.map(({ articleId }) => articleId),
    );
    for (const listId of lists) {
      const [list, entries] = await Promise.all([
        db.lists.get(listId),
        db.listEntries.where('[listId+articleId]').between([listId, ''], [listId, '\uffff']).count(),
      ]);
      if (list?.updatedAt === batch.journal.at && entries === 0) await db.lists.delete(listId);
    }
    const { at: _, ...rest } = job;
    await Promise.all([
      db.importBatches.delete([importId, seq]),
      db.imports.put({
        ...rest,
        added: job.added - created.length,
        joined: Math.max(0, job.joined - joined.length),
        kept: job.kept + kept,
        updatedAt: now(),
      }),
    ]);
  });
}

/** Deletes articles of the batch that nobody touched since. Gives how many stay. */
async function removeUntouched(store: Store, { created, at }: ImportJournal): Promise<number> {
  const { db } = store;
  const ids = [...created];
  const [articles, readings, notes, taggings, entries, marks] = await Promise.all([
    db.articles.bulkGet(ids),
    db.readings.bulkGet(ids),
    db.notes.bulkGet(ids),
    rowsOf(db.taggings, 'articleId', ids),
    rowsOf(db.listEntries, 'articleId', ids),
    rowsOf(db.highlights, 'articleId', ids),
  ]);
  const touched = new Set(
    [
      ...articles.map((row) => row && { articleId: row.id, updatedAt: row.updatedAt }),
      ...readings,
      ...notes,
      ...taggings,
      ...entries,
      ...marks,
    ]
      .filter((row) => row !== undefined && row.updatedAt !== at)
      .map((row) => row?.articleId),
  );
  const gone = ids.filter((id) => !touched.has(id));
  await deleteArticles(store, gone);
  return articles.filter((row) => row && touched.has(row.id)).length;
}

/** Each part goes back only if it is as the import left it. Gives the reading that was put back. */
async function restoreJoined(store: Store, change: JoinedArticle, at: number): Promise<Reading | undefined> {
  const { db } = store;
  const { articleId } = change;
  const [article, reading, note] = await Promise.all([
    db.articles.get(articleId),
    db.readings.get(articleId),
    db.notes.get(articleId),
  ]);
  const former = reading?.updatedAt === at ? change.reading : undefined;
  if (former) await db.readings.put(former);
  if (change.hasNewNote && note?.updatedAt === at) {
    if (change.note) await db.notes.put(change.note);
    else await db.notes.delete(articleId);
  }
  const taggings = await db.taggings.bulkGet(change.tagKeys.map((tagKey): [ArticleId, string] => [articleId, tagKey]));
  const ownTags = taggings.flatMap((row) => (row?.updatedAt === at ? [row.tagKey] : []));
  await db.taggings.bulkDelete(ownTags.map((tagKey): [ArticleId, string] => [articleId, tagKey]));
  for (const listId of change.listIds) {
    const entry = await db.listEntries.get([listId, articleId]);
    if (entry?.updatedAt === at) await db.listEntries.delete([listId, articleId]);
  }
  for (const row of change.removed ?? []) {
    if ('tagKey' in row) {
      if (ownTags.includes(row.tagKey)) await db.taggings.put(row);
    } else if ((await db.listEntries.get([row.listId, articleId])) === undefined) await db.listEntries.put(row);
  }
  const marks = await db.highlights.bulkGet([...(change.markIds ?? [])]);
  await db.highlights.bulkDelete(marks.flatMap((row) => (row?.updatedAt === at ? [row.id] : [])));
  // Touched since, it keeps its text and its title; untouched, it is again what it was, to the letter.
  if (article?.updatedAt !== at) return former;
  if (change.versionId !== undefined) await removeVersion(store, articleId, change.versionId);
  await db.articles.put(change.article);
  return former;
}

async function removeVersion({ db }: Store, articleId: ArticleId, versionId: VersionId): Promise<void> {
  const version = await db.versions.get(versionId);
  if (!version) return;
  await db.versions.delete(versionId);
  const pictures = db.pictures.where({ articleId });
  await pictures.and(({ state, updatedAt }) => state === 'blocked' && updatedAt === version.updatedAt).delete();
  await deleteUnusedBodies({ db }, [version.bodyHash]);
}
