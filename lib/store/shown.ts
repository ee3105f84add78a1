import type { Table } from 'dexie';
import type { Highlight } from '../article/highlight.ts';
import type { ArticleId } from '../article/ids.ts';
import type { ListEntry, Tagging } from '../article/list.ts';
import type { Note } from '../article/note.ts';
import type { LecternDatabase } from './database.ts';

/**
 * Renews the derived `shown…` keys of what hangs on articles that went to the trash or came back, so that lists,
 * tags, notes and marks count without reading the articles. Runs inside the caller's transaction.
 */
export async function refreshShown(
  db: LecternDatabase,
  moved: readonly { readonly articleId: ArticleId; readonly isTrashed: boolean }[],
): Promise<void> {
  for (const { articleId, isTrashed } of moved) {
    const renew = <Row>(table: Table, key: keyof Row, shownOf: (row: Row) => unknown) =>
      table.where({ articleId }).modify((row) => {
        const shown = !isTrashed && shownOf(row);
        if (shown) row[key] = shown;
        else delete row[key];
      });
    await renew<ListEntry>(db.listEntries, 'shownRank', (entry) => !entry.removedAt && entry.rank);
    await renew<Tagging>(db.taggings, 'shownKey', (tagging) => !tagging.removedAt && tagging.tagKey);
    await renew<Note>(db.notes, 'shownAt', (note) => note.text.trim() && note.updatedAt);
    await renew<Highlight>(db.highlights, 'shownAt', (mark) => !mark.deletedAt && mark.createdAt);
  }
}
