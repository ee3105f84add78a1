import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDraft, aStore, type TestStore } from '../../tests/support/a-store.ts';
import type { ArticleId, ListId } from '../article/ids.ts';
import { keepArticles } from '../store/articles.ts';
import { readListOrder, readLists } from '../store/lists.ts';
import { readTagged } from '../store/read-tags.ts';
import { createActions } from './actions.ts';
import { type BulkAct, changeAll } from './bulk.ts';
import { createList } from './organise.ts';
import { createSearch } from './search.ts';
import { eraseForGood } from './trash.ts';

async function aFullStore(count: number) {
  const store = aStore();
  const drafts = await Promise.all(
    Array.from({ length: count }, (_, i) => aDraft({ url: `https://daily.example/${i}`, html: '<p>relay</p>' })),
  );
  const ids = (await keepArticles(store, drafts)).map(({ articleId }) => articleId);
  await createList(store, 'Chips');
  const [list] = await readLists(store);
  if (!list) throw new Error('There is a list.');
  return { store, ids, list };
}

/** All that a reader can see of the state of articles. */
async function stateOf(store: TestStore, listId: ListId, ids: readonly ArticleId[]) {
  const readings = await store.db.readings.bulkGet([...ids]);
  const search = createSearch(store);
  return {
    readings: readings.map((reading) => reading && { ...reading, updatedAt: 0 }),
    list: await readListOrder(store, listId),
    tagged: (await readTagged(store, 'energy')).toSorted(),
    found: (await search.find('tag:energy', 'newest', 1000)).count,
    listed: (await search.find('list:Chips', 'newest', 1000)).count,
    trashed: (await search.find('is:trashed', 'newest', 1000)).count,
  };
}

describe('changeAll', () => {
  it('gives back the same state by one undo, whatever was there before', async () => {
    const act = fc.constantFrom('archive', 'unarchive', 'favourite', 'trash', 'restore', 'list', 'tag');
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 4 }), act, fc.nat({ max: 11 }), async (before, last, first) => {
        const { store, ids, list } = await aFullStore(12);
        const actOf = (kind: string) =>
          (kind === 'list' ? { kind, list } : kind === 'tag' ? { kind, label: 'Energy' } : { kind }) as BulkAct;
        for (const [i, kind] of before.entries()) await changeAll(store, ids.slice(i * 2, i * 2 + 5), actOf(kind));
        const former = await stateOf(store, list.id, ids);
        store.wait();
        const done = await changeAll(store, ids.slice(first), actOf(last));
        await done?.undo();
        expect(await stateOf(store, list.id, ids)).toEqual(former);
      }),
      { numRuns: Number(process.env['BULK_RUNS'] ?? 8) },
    );
  });

  it('leaves nothing half done when it is stopped', async () => {
    const { store, ids, list } = await aFullStore(220);
    const former = await stateOf(store, list.id, ids);
    for (const act of [{ kind: 'trash' }, { kind: 'list', list }, { kind: 'tag', label: 'Energy' }] as BulkAct[]) {
      const stop = new AbortController();
      const told: number[] = [];
      const tell = (done: number) => {
        told.push(done);
        if (done >= 200) stop.abort();
      };
      expect(await changeAll(store, ids, act, { tell, signal: stop.signal })).toBeUndefined();
      expect(told).toEqual([200]);
      expect(await stateOf(store, list.id, ids)).toEqual(former);
    }
  });

  it('takes back what is still here of articles of which some were erased, and counts both', async () => {
    const { store, ids } = await aFullStore(5);
    const done = await changeAll(store, ids, { kind: 'trash' });
    await eraseForGood(store, ids.slice(0, 2));
    expect(await done?.reach?.()).toEqual({ here: 3, erased: 2 });
    await done?.undo();
    expect((await store.db.readings.toArray()).map(({ trashedAt }) => trashedAt)).toEqual(Array(3).fill(undefined));
  });

  it('gives several tags at once, and takes back those that were not there before', async () => {
    const { store, ids } = await aFullStore(3);
    await store.db.taggings.clear();
    await changeAll(store, ids.slice(0, 1), { kind: 'tag', label: 'Chips' });
    const tags = async () =>
      (await store.db.taggings.toArray())
        .filter(({ removedAt }) => removedAt === undefined)
        .map(({ articleId, label }) => `${ids.indexOf(articleId)} ${label}`)
        .toSorted();
    const done = await changeAll(store, ids, { kind: 'tag', label: '#Chips, other，' });
    expect(done?.label).toBe('3 articles tagged Chips, other');
    expect(await tags()).toEqual(['0 Chips', '0 other', '1 Chips', '1 other', '2 Chips', '2 other']);
    await done?.undo();
    expect(await tags()).toEqual(['0 Chips']);
    expect(await changeAll(store, ids, { kind: 'tag', label: ' , #' })).toBeUndefined();
  });

  it('does the same as one by one', async () => {
    const one = await aFullStore(3);
    const many = await aFullStore(3);
    const actions = createActions(one.store);
    for (const id of one.ids) {
      await actions.addToList(one.list, id);
      await actions.tag(id, '#energy');
      await actions.trash([id]);
    }
    for (const act of [
      { kind: 'list', list: many.list },
      { kind: 'tag', label: '#energy' },
      { kind: 'trash' },
    ] as const) {
      await changeAll(many.store, many.ids, act);
    }
    const rows = async ({ store, ids }: typeof one) => ({
      entries: (await store.db.listEntries.toArray()).map(({ rank, shownRank }) => ({ rank, shownRank })),
      tags: (await store.db.taggings.toArray()).map(({ tagKey, label, shownKey }) => ({ tagKey, label, shownKey })),
      readings: (await store.db.readings.bulkGet(ids)).map((reading) => reading?.shelves),
    });
    expect(await rows(many)).toEqual(await rows(one));
  });
});
