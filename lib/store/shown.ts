import type { ArticleId } from '../article/ids.ts';
import type { LecternDatabase } from './database.ts';

/**
 * Renews the derived `shown…` keys of what hangs on articles that went to the trash or came back, so that lists,
 * tags and notes count without reading the articles. Runs inside the caller's transaction.
 */
export async function refreshShown(
  db: LecternDatabase,
  moved: readonly { readonly articleId: ArticleId; readonly isTrashed: boolean }[],
): Promise<void> {
  for (const { articleId, isTrashed } of moved) {
    await db.listEntries
      .where('articleId')
      .equals(articleId)
      .modify((entry: { shownRank?: string; rank: string; removedAt?: number }) => {
        if (isTrashed || entry.removedAt !== undefined) delete entry.shownRank;
        else entry.shownRank = entry.rank;
      });
    await db.taggings
      .where('articleId')
      .equals(articleId)
      .modify((tagging: { shownKey?: string; tagKey: string; removedAt?: number }) => {
        if (isTrashed || tagging.removedAt !== undefined) delete tagging.shownKey;
        else tagging.shownKey = tagging.tagKey;
      });
    await db.notes
      .where('articleId')
      .equals(articleId)
      .modify((note: { shownAt?: number; text: string; updatedAt: number }) => {
        if (isTrashed || note.text.trim() === '') delete note.shownAt;
        else note.shownAt = note.updatedAt;
      });
  }
}
