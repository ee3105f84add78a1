import 'fake-indexeddb/auto';
import { Dexie, liveQuery } from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { openDatabase } from './database.ts';

async function durabilityOf(db: ReturnType<typeof openDatabase>): Promise<unknown> {
  // Dexie binds it when it opens the database.
  const begin = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await db.lists.clear();
  const write = begin.mock.calls.findLast(([, mode]) => mode === 'readwrite');
  begin.mockRestore();
  db.close();
  return write?.[2]?.durability;
}

describe('openDatabase', () => {
  it('flushes to the disk before it says that something is written, but for works that end with such a write', async () => {
    expect(await durabilityOf(openDatabase('strict-one'))).toBe('strict');
    expect(await durabilityOf(openDatabase('relaxed-one', 'relaxed'))).toBe('relaxed');
  });

  it('is the library where no other name is given', () => {
    expect(openDatabase().name).toBe('lectern');
  });

  it('keeps no answers of live queries, which pages that stay open would only have more of', async () => {
    const db = openDatabase('without-cache');
    const subscription = liveQuery(() => db.lists.toArray()).subscribe(() => undefined);
    await vi.waitFor(async () => expect(await db.lists.count()).toBe(0));
    await db.lists.toArray();
    expect(Object.values((Dexie as unknown as { cache: Record<string, { queries: object }> }).cache)).toEqual([]);
    subscription.unsubscribe();
    db.close();
  });
});
