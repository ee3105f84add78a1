import type { Article } from '../article/article.ts';
import type { ArticleId } from '../article/ids.ts';
import type { Reading, Shelf } from '../article/reading.ts';
import type { Store } from './database.ts';
import { readShelf } from './read-shelf.ts';

/** All that one row of the popup shows: an `ArticleRow` without what only the library draws. */
export interface BriefRow {
  readonly article: Article;
  readonly reading: Reading;
  readonly hasNote: boolean;
}

/**
 * The newest rows on a shelf, at most `limit`. Lists, tags and thumbnails of 20 rows took as long as all else from the
 * popup's script to its rows (`npm run bench:popup`, November 2026), and it shows none of them.
 */
export function readBriefRows(store: Store, shelf: Shelf, limit: number): Promise<readonly BriefRow[]> {
  const { db } = store;
  return db.transaction('r', db.readings, db.articles, db.notes, async () =>
    briefRowsOf(store, await readShelf(store, shelf, limit)),
  );
}

/** Rows for ids, in their order; ids that are not here are left out. Inside the caller's transaction, where there is one. */
export async function briefRowsOf({ db }: Store, ids: readonly ArticleId[]): Promise<readonly BriefRow[]> {
  const keys = [...ids];
  const [articles, readings, notes] = await Promise.all([
    db.articles.bulkGet(keys),
    db.readings.bulkGet(keys),
    db.notes.bulkGet(keys),
  ]);
  return keys.flatMap((_, i): BriefRow[] => {
    const article = articles[i];
    const reading = readings[i];
    return article && reading ? [{ article, reading, hasNote: (notes[i]?.text.trim() ?? '') !== '' }] : [];
  });
}
