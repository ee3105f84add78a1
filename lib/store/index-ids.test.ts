import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDraft, aStore } from '../../tests/support/a-store.ts';
import type { ArticleId } from '../article/ids.ts';
import { keepArticles } from './articles.ts';
import { checkLibrary } from './check/check-library.ts';
import { repairLibrary } from './check/repair-library.ts';
import { eachId, idAt, readIdRows, writeAllIds, writeIds } from './index-ids.ts';
import { openIndex } from './index-session.ts';
import { tendIndex } from './tend-index.ts';

const nextRank = () => 'a';

describe('ids by number', () => {
  it('are those that were written, in whatever order, and none where there is none or no UUID', async () => {
    const { db } = aStore();
    const numbers = fc.uniqueArray(fc.record({ number: fc.integer({ min: 1, max: 9000 }), uuid: fc.uuid() }), {
      selector: ({ number }) => number,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(numbers, fc.integer({ min: 0, max: 40 }), async (given, cut) => {
        await db.indexIds.clear();
        const rows = given.map(({ number, uuid }) => ({ number, articleId: uuid as ArticleId }));
        await db.transaction('rw', db.indexIds, async () => {
          await writeIds(db, rows.slice(0, cut));
          await writeIds(db, rows.slice(cut));
          await writeIds(db, [{ number: 9500, articleId: 'no-uuid' as ArticleId }]);
        });
        const idRows = await readIdRows(db);
        const ids = new Map(rows.map(({ number, articleId }) => [number, articleId]));
        for (let number = 0; number <= 9600; number += 1) expect(idAt(idRows, number)).toBe(ids.get(number));
        expect(new Map([...eachId(idRows)].map(([id, number]) => [number, id]))).toEqual(
          new Map([...ids].sort(([a], [b]) => a - b)),
        );
      }),
      { numRuns: 20 },
    );
  });

  it('are found by a search, with those that stand in the table alone', async () => {
    const { store, ids } = await aMergedLibrary();
    const found = await openIndex(store)(async (reading) => (await reading).readArticleIds([3, 1, 2, 99]));
    expect(found).toEqual([ids[2], ids[0], ids[1], undefined]);
    expect([...eachId(await readIdRows(store.db))].length).toBe(ids.length - 1);
  });

  it('are held against the table by a check, and made anew from it by a repair', async () => {
    const { store, ids } = await aMergedLibrary();
    const [row] = await store.db.indexIds.toArray();
    if (!row) throw new Error('No ids');
    const bytes = row.bytes.slice();
    bytes[16] = (bytes[16] ?? 0) ^ 1;
    await store.db.indexIds.put({ ...row, bytes });
    expect((await checkLibrary(store)).faults).toMatchObject([{ kind: 'index', table: 'indexArticles' }]);
    await repairLibrary(store, { nextRank });
    expect((await checkLibrary(store)).faults).toEqual([]);
    const found = await openIndex(store)(async (reading) => (await reading).readArticleIds([1]));
    expect(found).toEqual([ids[0]]);
  });

  it('say the same after they were made anew', async () => {
    const { store } = await aMergedLibrary();
    const before = await store.db.indexIds.toArray();
    await store.db.transaction('rw', store.db.indexIds, store.db.indexArticles, () => writeAllIds(store.db));
    expect(await store.db.indexIds.toArray()).toEqual(before);
  });
});

/** Articles with numbers from 1, one of them with an id that is no UUID. */
async function aMergedLibrary() {
  let made = 0;
  const base = aStore();
  const makeId = <Id extends string>() => (made++ === 0 ? 'by-another-program' : crypto.randomUUID()) as Id;
  const store = { ...base, makeId };
  const drafts = Array.from({ length: 60 }, (_, i) => aDraft({ url: `https://daily.example/${i}` }));
  await keepArticles(store, await Promise.all(drafts));
  while (await tendIndex(store));
  const rows = await store.db.indexArticles.toArray();
  return { store, ids: rows.map(({ articleId }) => articleId) };
}
