import type { Store } from '../../store/database.ts';
import { type Live, live } from '../../store/live.ts';
import {
  addTextJobs,
  pauseTexts,
  readFailedTexts,
  readTextless,
  readTextProgress,
  resumeTexts,
  stopTexts,
  type TextProgress,
} from '../../store/text-jobs.ts';
import { PACE } from './text-queue.ts';

export type { TextProgress };

/** What a page does with the fetching of texts. `wake` tells the worker that there is something to do. */
export function createTexts(store: Store, wake: () => void) {
  return {
    progress: (): Live<TextProgress> => live(() => readTextProgress(store)),
    /** Links without a text. Not live: it goes over the whole library. */
    count: async (): Promise<number> => (await readTextless(store)).length,
    /** Fetches the texts of all links that have none. Those that failed before are left, unless there is nothing else. */
    async start(): Promise<void> {
      const [all, failed] = await Promise.all([readTextless(store), readFailedTexts(store)]);
      const known = new Set(failed);
      await addTextJobs(
        store,
        all.filter((id) => !known.has(id)),
        PACE,
      );
      wake();
    },
    async retryFailed(): Promise<void> {
      await addTextJobs(store, await readFailedTexts(store), PACE);
      wake();
    },
    pause: (): Promise<unknown> => pauseTexts(store),
    async resume(): Promise<void> {
      await resumeTexts(store);
      wake();
    },
    stop: (): Promise<void> => stopTexts(store),
  };
}

export type Texts = ReturnType<typeof createTexts>;
