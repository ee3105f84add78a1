import type { ArticleId } from '../article/ids.ts';
import { minutesLeft } from '../article/reading-time.ts';
import { type Candidate, type Chosen, fillTime } from '../library/fill-time.ts';
import type { Store } from '../store/database.ts';
import { readEnds } from '../store/read-ends.ts';
import { readRows } from '../store/rows.ts';

/** From each end of the inbox so many are thought of: the newest, and those that have waited longest. */
const FROM_EACH_END = 150;
const BEGUN = 100;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Articles of the inbox for a time in minutes, with the reason for each. */
export async function readQueue(store: Store, minutes: number): Promise<readonly Chosen<ArticleId>[]> {
  const [inbox, reading] = await Promise.all([
    readEnds(store, 'inbox', FROM_EACH_END),
    readEnds(store, 'reading', BEGUN),
  ]);
  const pace = store.pace?.();
  const rows = await readRows(store, [...new Set([...reading, ...inbox])]);
  const candidates = rows.flatMap(({ article, reading: state, listIds }): Candidate<ArticleId>[] => {
    if (article.wordCount === 0 || state.finishedAt !== undefined) return [];
    return [
      {
        id: article.id,
        minutes: minutesLeft(article.wordCount, state.progress, pace),
        isBegun: state.progress > 0,
        ageDays: Math.max(0, Math.floor((store.now() - state.savedAt) / DAY_MS)),
        isListed: listIds.length > 0,
        isFavourite: state.favouriteAt !== undefined,
      },
    ];
  });
  return fillTime(candidates, minutes);
}
