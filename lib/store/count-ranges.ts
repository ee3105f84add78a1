import { Dexie, type Transaction } from 'dexie';

/**
 * Counts an index in a range for each key, inside the caller's transaction. Asks the browser itself: through Dexie each of hundreds of
 * counts is also a range for live queries to watch, which takes longer than the counting. The caller watches the index as a whole.
 */
export function countRanges<Key>(
  { idbtrans }: Transaction,
  table: string,
  index: string,
  ranges: readonly (readonly [Key, IDBKeyRange])[],
): PromiseLike<ReadonlyMap<Key, number>> {
  return new Dexie.Promise<ReadonlyMap<Key, number>>((resolve, reject) => {
    const counts = new Map<Key, number>();
    if (ranges.length === 0) return resolve(counts);
    const asked = idbtrans.objectStore(table).index(index);
    for (const [key, range] of ranges) {
      const request = asked.count(range);
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        if (counts.set(key, request.result).size === ranges.length) resolve(counts);
      };
    }
  });
}
