import { Dexie, type Table } from 'dexie';

type Bounds = readonly [lower: unknown, upper: unknown];

/**
 * Primary keys in the order of an index, all or those between two bounds, for a live query to watch. Asks the browser itself: through
 * Dexie (4.4) each key that is read is also one to watch, put into a tree of its own, and 20,000 of them hold the page's thread
 * for a tenth of a second or more, at each change anew. The count, which watches the index as a whole, comes as one number.
 */
export function readKeys<Row, Key>(table: Table<Row, Key>, index: string, bounds?: Bounds): Promise<readonly Key[]> {
  const watched = bounds ? table.where(index).between(...bounds, true, true) : table.orderBy(index);
  return table.db.transaction('r', table, async ({ idbtrans }) => {
    const range = bounds && IDBKeyRange.bound(...bounds);
    const request = idbtrans.objectStore(table.name).index(index).getAllKeys(range);
    const [keys] = await Promise.all([answerOf(request), watched.count()]);
    // The index is of this table, whose keys these are.
    return keys as readonly unknown[] as readonly Key[];
  });
}

/** In a promise of Dexie's, as a transaction goes on with no other. */
const answerOf = <Answer>(request: IDBRequest<Answer>): PromiseLike<Answer> =>
  new Dexie.Promise<Answer>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
