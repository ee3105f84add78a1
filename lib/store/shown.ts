import type { Table } from 'dexie';
import type { ArticleId } from '../article/ids.ts';
import type { LecternDatabase } from './database.ts';
import { rowsOf } from './rows-of.ts';

/**
 * Renews the derived `shown…` keys of what hangs on articles that went to the trash or came back, so that lists,
 * tags, notes and marks count without reading the articles. Runs inside the caller's transaction.
 */
export async function refreshShown(
  db: LecternDatabase,
  moved: readonly { readonly articleId: ArticleId; readonly isTrashed: boolean }[],
): Promise<void> {
  if (moved.length === 0) return;
  const isTrashed = new Map(moved.map((one) => [one.articleId, one.isTrashed]));
  const ids = [...isTrashed.keys()];
  // All rows of a table at once: walking each article's by a cursor took a minute for 5,000 articles.
  async function renew<Row extends { readonly articleId: ArticleId }, Key, Insert>(
    table: Table<Row, Key, Insert>,
    key: keyof Row & string,
    shownOf: (row: Row) => unknown,
  ): Promise<void> {
    const rows = await rowsOf(table, 'articleId', ids);
    const changed = rows.flatMap((row) => {
      const shown = isTrashed.get(row.articleId) ? undefined : shownOf(row) || undefined;
      if (row[key] === shown) return [];
      const { [key]: _, ...rest } = row;
      return [(shown === undefined ? rest : { ...rest, [key]: shown }) as unknown as Insert];
    });
    await table.bulkPut(changed);
  }
  await Promise.all([
    renew(db.listEntries, 'shownRank', ({ removedAt, rank }) => !removedAt && rank),
    renew(db.taggings, 'shownKey', ({ removedAt, tagKey }) => !removedAt && tagKey),
    renew(db.notes, 'shownAt', ({ text, updatedAt }) => text.trim() && updatedAt),
    renew(db.highlights, 'shownAt', ({ deletedAt, createdAt }) => !deletedAt && createdAt),
  ]);
}
