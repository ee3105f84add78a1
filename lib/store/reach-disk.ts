import type { Store } from './database.ts';

/**
 * Waits until all that was written before is on the disk too, be it with relaxed durability. The browser keeps the order of its
 * writes, so it is enough to write something strictly after them: an entry of the index that says nothing.
 */
export async function reachDisk({ db }: Pick<Store, 'db'>): Promise<void> {
  await db.indexDeltas.add({ parts: [], states: [] });
}
