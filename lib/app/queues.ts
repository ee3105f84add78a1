import type { ArticleId } from '../article/ids.ts';
import type { List } from '../article/list.ts';
import type { Chosen } from '../library/fill-time.ts';
import type { Store } from '../store/database.ts';
import { type Live, live } from '../store/live.ts';
import { readSavedSearches } from '../store/saved-searches.ts';

/** Live queries of the library page alone: the popup has no room for them. */
export function createQueues(store: Store) {
  let queues: typeof import('./read-queue.ts') | undefined;
  const load = async () => {
    queues ??= await import('./read-queue.ts');
  };
  return {
    /** Articles that fill a time in minutes, each with its reason. */
    queue: (minutes: number): Live<readonly Chosen<ArticleId>[]> =>
      live(async () => (await queues?.readQueue(store, minutes)) ?? [], load()),
    savedSearches: (): Live<readonly List[]> => live(() => readSavedSearches(store)),
  };
}

export type Queues = ReturnType<typeof createQueues>;
