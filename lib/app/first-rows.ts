import type { List } from '../article/list.ts';
import type { Store } from '../store/database.ts';
import { readLists } from '../store/lists.ts';
import { type Live, live } from '../store/live.ts';
import { type ArticleRow, readRows, readShelf } from '../store/rows.ts';
import { readTotals, type Totals } from '../store/totals.ts';

/** What the popup shows before anything else; apart from the rest of the library so that it loads first. */
export interface FirstRows {
  readonly upNext: Live<readonly ArticleRow[]>;
  readonly lists: Live<readonly List[]>;
  readonly totals: Live<Totals>;
}

/** Starts the popup's first queries: the newest rows of the inbox, at most `limit`, and the numbers. */
export function startFirstRows(store: Store, limit: number): FirstRows {
  return {
    upNext: live(async () => readRows(store, await readShelf(store, 'inbox', limit))),
    lists: live(() => readLists(store)),
    totals: live(() => readTotals(store)),
  };
}
