import type { ArticleId } from '../article/ids.ts';
import { briefRowsOf } from '../store/brief-rows.ts';
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
    const rows = await briefRowsOf(store, after);
    return rows.flatMap(({ article, reading }): readonly Queued[] => {
      if ([reading.finishedAt, reading.archivedAt, reading.trashedAt].some((at) => at !== undefined)) return [];
      const { id: articleId, title, wordCount } = article;
      return [{ articleId, title, wordCount, progress: reading.progress }];
    });
  });
