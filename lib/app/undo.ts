import type { ArticleId } from '../article/ids.ts';
import type { Store } from '../store/database.ts';
import { countReadings } from '../store/readings.ts';

/** What was done, in the reader's words, and the way back. */
export interface Done {
  /** As in "3 articles archived". */
  readonly label: string;
  readonly undo: () => Promise<void>;
  /** Given for what was done to articles: how many of them the way back still finds. */
  readonly reach?: () => Promise<Reach>;
}

/** Of the articles that something was done to: how many are here, and how many were erased for good since. */
export interface Reach {
  readonly here: number;
  readonly erased: number;
}

/** The `reach` of what was done to these articles. */
export const reachOf = (store: Store, ids: readonly ArticleId[]) => async (): Promise<Reach> => {
  const here = await countReadings(store, ids);
  return { here, erased: ids.length - here };
};
