import type { Highlight } from '../article/highlight.ts';
import type { ArticleId } from '../article/ids.ts';
import type { Store } from './database.ts';

/** Marks of an article that are not deleted, in the order in which they were made. */
export async function readHighlights({ db }: Store, articleId: ArticleId): Promise<readonly Highlight[]> {
  const highlights = await db.highlights.where({ articleId }).toArray();
  return highlights.filter(({ deletedAt }) => deletedAt === undefined).sort((a, b) => a.createdAt - b.createdAt);
}

/** Marks that count, over the whole library, last made first, at most `limit`. */
export const readLatestHighlights = ({ db }: Store, limit: number): Promise<readonly Highlight[]> =>
  db.highlights.orderBy('shownAt').reverse().limit(limit).toArray();

/** Marks whose notes link to any of these targets, as `article/id` or `mark/id`. */
export const readLinking = ({ db }: Store, targets: readonly string[]): Promise<readonly Highlight[]> =>
  db.highlights
    .where('links')
    .anyOf([...targets])
    .distinct()
    .toArray();

export const countHighlights = ({ db }: Store): Promise<number> => db.highlights.orderBy('shownAt').count();
