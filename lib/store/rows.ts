import type { Article } from '../article/article.ts';
import type { ArticleId, ListId } from '../article/ids.ts';
import type { Reading } from '../article/reading.ts';
import type { Store } from './database.ts';
import { readLists } from './lists.ts';

/** All that one row of a list shows. */
export interface ArticleRow {
  readonly article: Article;
  readonly reading: Reading;
  /** Lists that are not deleted. */
  readonly listIds: readonly ListId[];
  readonly tags: readonly string[];
  readonly hasNote: boolean;
  readonly thumbnail?: Blob;
}

/** Rows for ids, in their order; ids that are not here are left out. */
export function readRows(store: Store, ids: readonly ArticleId[]): Promise<readonly ArticleRow[]> {
  const { db } = store;
  const keys = [...ids];
  const tables = [db.articles, db.readings, db.lists, db.listEntries, db.taggings, db.notes, db.thumbnails];
  return db.transaction('r', tables, async () => {
    const [articles, readings, lists, entries, taggings, notes, thumbnails] = await Promise.all([
      db.articles.bulkGet(keys),
      db.readings.bulkGet(keys),
      readLists(store),
      db.listEntries.where('articleId').anyOf(keys).toArray(),
      db.taggings.where('articleId').anyOf(keys).toArray(),
      db.notes.bulkGet(keys),
      db.thumbnails.bulkGet(keys),
    ]);
    const listsHere = new Set(lists.map(({ id }) => id));
    return keys.flatMap((id, i): ArticleRow[] => {
      const article = articles[i];
      const reading = readings[i];
      const thumbnail = thumbnails[i]?.blob;
      if (!article || !reading) return [];
      const of = <Row extends { articleId: ArticleId }>(rows: Row[]) => rows.filter((row) => row.articleId === id);
      return [
        {
          article,
          reading,
          listIds: of(entries).flatMap(({ listId, removedAt }) =>
            removedAt === undefined && listsHere.has(listId) ? [listId] : [],
          ),
          tags: of(taggings).flatMap(({ label, removedAt }) => (removedAt === undefined ? [label] : [])),
          hasNote: (notes[i]?.text.trim() ?? '') !== '',
          ...(thumbnail && { thumbnail }),
        },
      ];
    });
  });
}
