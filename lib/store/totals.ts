import type { Store } from './database.ts';
import { readLists } from './lists.ts';

/** The few numbers the popup shows. */
export interface Totals {
  readonly inbox: number;
  /** Articles outside the trash. */
  readonly articles: number;
  readonly lists: number;
  readonly notes: number;
}

export async function readTotals(store: Store): Promise<Totals> {
  const { db } = store;
  const [inbox, archive, lists, notes] = await Promise.all([
    db.readings.orderBy('shelves.inbox').count(),
    db.readings.orderBy('shelves.archive').count(),
    readLists(store),
    db.notes.orderBy('shownAt').count(),
  ]);
  return { inbox, articles: inbox + archive, lists: lists.length, notes };
}
