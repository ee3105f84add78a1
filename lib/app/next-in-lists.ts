import type { ArticleId } from '../article/ids.ts';
import type { Store } from '../store/database.ts';
import { readListOrder, readLists } from '../store/lists.ts';

/** What stands after an article on one of its lists. */
export interface NextInList {
  readonly listName: string;
  readonly articleId: ArticleId;
  readonly title: string;
  readonly wordCount: number;
}

/** So many are passed over that are read already; after them the list counts as read. */
const MOST_PASSED = 50;

/** On each list of an article, the first one after it that is not finished, in the reader's order. */
export async function readNextInLists(store: Store, articleId: ArticleId): Promise<readonly NextInList[]> {
  const { db } = store;
  const entries = await db.listEntries.where('articleId').equals(articleId).toArray();
  const on = new Set(entries.flatMap(({ listId, removedAt }) => (removedAt === undefined ? [listId] : [])));
  const lists = (await readLists(store)).filter(({ id }) => on.has(id));
  const found = await Promise.all(
    lists.map(async ({ id, name }): Promise<NextInList | undefined> => {
      const order = await readListOrder(store, id);
      const after = order.slice(order.indexOf(articleId) + 1).slice(0, MOST_PASSED);
      const readings = await db.readings.bulkGet([...after]);
      const next = readings.find((reading) => reading !== undefined && reading.finishedAt === undefined);
      const article = next && (await db.articles.get(next.articleId));
      return article && { listName: name, articleId: article.id, title: article.title, wordCount: article.wordCount };
    }),
  );
  return found.filter((next) => next !== undefined);
}
