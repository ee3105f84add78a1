import type { List } from '../article/list.ts';
import { type BriefRow, readBriefRows } from '../store/brief-rows.ts';
import type { Store } from '../store/database.ts';
import { answered, type Live, live } from '../store/live.ts';
import { readTotals, type Totals } from '../store/totals.ts';
import { readNestedLists } from './nested-lists.ts';

/** What the popup shows before anything else; apart from the rest of the library so that it loads first. */
export interface FirstRows {
  readonly upNext: Live<readonly BriefRow[]>;
  readonly lists: Live<readonly List[]>;
  readonly totals: Live<Totals>;
  /** Resolves once the rows are there, or can't be read: the time for all that nobody looks for first. */
  readonly afterRows: Promise<void>;
}

export type { BriefRow };

/**
 * Starts the popup's first queries: the newest rows of the inbox, at most `limit`, and after them the numbers. All at
 * once, the counts stood before the rows in the database's queue.
 */
export function startFirstRows(store: Store, limit: number): FirstRows {
  const upNext = live(() => readBriefRows(store, 'inbox', limit));
  const afterRows = answered(upNext);
  return {
    upNext,
    lists: live(() => readNestedLists(store), afterRows),
    totals: live(() => readTotals(store), afterRows),
    afterRows,
  };
}
