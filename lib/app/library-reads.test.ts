import { beforeAll, describe, expect, it } from 'vitest';
import { inventLibrary } from '../../bench/support/invent-library.ts';
import { aStore, type TestStore } from '../../tests/support/a-store.ts';
import { countReads } from '../../tests/support/count-reads.ts';
import type { ListId } from '../article/ids.ts';
import { answered } from '../store/live.ts';
import { startFirstRows } from './first-rows.ts';
import { createLibrary, type View } from './library.ts';
import { createQueues } from './queues.ts';

/** Rows of a library as the store would have written them; texts are not looked at here. */
async function aLibraryOf(count: number): Promise<{ readonly store: TestStore; readonly listId: ListId }> {
  const store = aStore();
  const { bodies: _, ...tables } = inventLibrary(count);
  for (const [table, rows] of Object.entries(tables)) await store.db.table(table).bulkAdd(rows);
  const [list] = tables.lists;
  if (!list) throw new Error('There are lists.');
  return { store, listId: list.id };
}

/** What the library page asks for until its first rows and all its numbers are there. */
async function openLibrary(store: TestStore, view: View): Promise<void> {
  const library = createLibrary(store);
  const ids = library.ids(view, 100_000);
  await answered(ids);
  const loaded = ids.peek();
  const shown = loaded.status === 'ready' ? loaded.value.slice(0, 20) : [];
  const [first] = shown;
  if (first === undefined) throw new Error('There is something to show.');
  const asked = [library.rows(shown), library.article(first), library.counts(), library.lists()];
  await Promise.all([...asked, createQueues(store).savedSearches()].map(answered));
}

/** Rows that may be read until all of a first window is there: 20 articles with what hangs on them, lists, a row of each tag. */
const MOST_ROWS = 200;

describe('what is read of the database', () => {
  let small: Awaited<ReturnType<typeof aLibraryOf>>;
  let large: typeof small;
  beforeAll(async () => {
    small = await aLibraryOf(500);
    large = await aLibraryOf(10_000);
  }, 60_000);

  it('are as many rows at 10,000 articles as at 500, wherever the library is opened', async () => {
    const readsOf = async ({ store, listId }: typeof small, view: View | 'list') =>
      countReads(store.db, () => openLibrary(store, view === 'list' ? { kind: 'list', listId } : view));
    const views: readonly (View | 'list')[] = [
      { kind: 'shelf', shelf: 'inbox' },
      { kind: 'shelf', shelf: 'archive' },
      { kind: 'shelf', shelf: 'trash' },
      { kind: 'tag', tagKey: 'energy' },
      'list',
    ];
    for (const view of views) {
      const [few, many] = [await readsOf(small, view), await readsOf(large, view)];
      // Which articles come first differs, and with them how many lists and notes there are.
      expect([view, many.rows <= few.rows + 30, many.rows <= MOST_ROWS]).toEqual([view, true, true]);
      expect(many.rows).toBeGreaterThan(20);
    }
  });

  it('are bounded for the popup', async () => {
    const popup = await countReads(large.store.db, () => startFirstRows(large.store, 20).afterRows);
    expect(popup.rows).toBeLessThanOrEqual(60);
  });

  it('would be seen growing', async () => {
    const { db } = small.store;
    expect((await countReads(db, () => db.readings.toArray())).rows).toBe(500);
    expect((await countReads(db, () => db.readings.filter(() => false).toArray())).rows).toBe(500);
    expect((await countReads(db, () => db.readings.toCollection().primaryKeys())).keys).toBe(500);
  });
});
