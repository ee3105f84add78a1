import type { ArticleId } from '../article/ids.ts';
import type { Store } from '../store/database.ts';
import { type Live, live } from '../store/live.ts';

/** An article that waits in a queue of reading. */
export interface Queued {
  readonly articleId: ArticleId;
  readonly title: string;
  readonly wordCount: number;
  readonly progress: number;
}

/**
 * What is still to be read of a queue after one of its articles; all of it after one that is not in it, as a link may lead to.
 * What was finished, put away, thrown away or erased meanwhile is left out. What was passed over does not come again: who reads
 * on is through with it, also where a text was too short to be scrolled to its end.
 */
export const restOfQueue = (store: Store, queue: readonly ArticleId[], articleId: ArticleId): Live<readonly Queued[]> =>
  live(async () => {
    const after = queue.slice(queue.indexOf(articleId) + 1);
    const [articles, readings] = await Promise.all([
      store.db.articles.bulkGet(after),
      store.db.readings.bulkGet(after),
    ]);
    return after.flatMap((id, i): Queued[] => {
      const [article, reading] = [articles[i], readings[i]];
      if (!article || !reading) return [];
      if ([reading.finishedAt, reading.archivedAt, reading.trashedAt].some((at) => at !== undefined)) return [];
      return [{ articleId: id, title: article.title, wordCount: article.wordCount, progress: reading.progress }];
    });
  });
