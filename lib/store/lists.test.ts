import { describe, expect, it } from 'vitest';
import { aDraft, aStore, type TestStore } from '../../tests/support/a-store.ts';
import type { ArticleId, ListId } from '../article/ids.ts';
import { keepArticle } from './articles.ts';
import { addList, changeList } from './change-lists.ts';
import { putOnList, takeOffList } from './list-entries.ts';
import { readListOrder, readLists } from './lists.ts';
import { changeReadings } from './readings.ts';

async function someArticles(store: TestStore, count: number): Promise<readonly ArticleId[]> {
  const kept = [];
  for (let i = 0; i < count; i += 1)
    kept.push(await keepArticle(store, await aDraft({ url: `https://daily.example/${i}` })));
  return kept.map(({ articleId }) => articleId);
}

/** A list with three articles on it, at the ranks b, d and f. */
async function aListOfThree() {
  const store = aStore();
  const ids = await someArticles(store, 3);
  const listId = await addList(store, 'Weekend', () => ({ colour: 'green', rank: 'm' }));
  for (const [i, id] of ids.entries()) await putOnList(store, listId, id, () => 'bdf'.charAt(i));
  return { store, listId, ids };
}

const order = (store: TestStore, listId: ListId) => readListOrder(store, listId);

describe('lists', () => {
  it('stand in the order of their ranks', async () => {
    const store = aStore();
    for (const rank of ['n', 'a', 'Z', 'm']) await addList(store, rank, () => ({ colour: 'blue', rank }));
    expect((await readLists(store)).map(({ name }) => name)).toEqual(['Z', 'a', 'm', 'n']);
  });

  it('change only what they are told to', async () => {
    const store = aStore();
    const id = await addList(store, 'Weekend', () => ({ colour: 'green', rank: 'm' }));
    const createdAt = store.now();
    const updatedAt = store.wait();
    await changeList(store, id, { colour: 'rose' });
    expect(await readLists(store)).toEqual([{ id, name: 'Weekend', colour: 'rose', rank: 'm', createdAt, updatedAt }]);
  });

  it('are not made by a change to a list that is not here', async () => {
    const store = aStore();
    await changeList(store, 'nowhere' as ListId, { name: 'Ghost' });
    expect(await store.db.lists.count()).toBe(0);
  });

  it('come back with their entries in order when a deletion is undone', async () => {
    const { store, listId, ids } = await aListOfThree();
    await changeList(store, listId, { deletedAt: store.wait() });
    expect(await readLists(store)).toEqual([]);
    await changeList(store, listId, { deletedAt: undefined });
    expect((await readLists(store)).map(({ id }) => id)).toEqual([listId]);
    expect(await order(store, listId)).toEqual(ids);
    expect(await store.db.lists.get(listId)).not.toHaveProperty('deletedAt');
  });
});

describe('entries', () => {
  it('move by taking another rank, in one row', async () => {
    const { store, listId, ids } = await aListOfThree();
    const [first, second, third] = ids;
    if (!first || !second || !third) throw new Error('Three articles were made.');
    await putOnList(store, listId, third, () => 'c');
    expect(await order(store, listId)).toEqual([first, third, second]);
    expect(await store.db.listEntries.count()).toBe(3);
  });

  it('remember when an article was first added', async () => {
    const { store, listId, ids } = await aListOfThree();
    const [first] = ids;
    if (!first) throw new Error('Three articles were made.');
    const addedAt = store.now();
    store.wait();
    await takeOffList(store, listId, first);
    const updatedAt = store.wait();
    await putOnList(store, listId, first, () => 'z');
    expect(await store.db.listEntries.get([listId, first])).toEqual({
      listId,
      articleId: first,
      rank: 'z',
      shownRank: 'z',
      addedAt,
      updatedAt,
    });
  });

  it('stay as rows when taken off, and give the rank for the way back, once', async () => {
    const { store, listId, ids } = await aListOfThree();
    const [first, second, third] = ids;
    if (!first || !second || !third) throw new Error('Three articles were made.');
    expect(await takeOffList(store, listId, second)).toBe('d');
    expect(await takeOffList(store, listId, second)).toBeUndefined();
    expect(await order(store, listId)).toEqual([first, third]);
    expect(await store.db.listEntries.get([listId, second])).toMatchObject({ removedAt: store.now(), rank: 'd' });
  });

  it('of an article in the trash are hidden, and come back at their rank', async () => {
    const { store, listId, ids } = await aListOfThree();
    const [first, second, third] = ids;
    if (!first || !second || !third) throw new Error('Three articles were made.');
    await changeReadings(store, [second], () => ({ trashedAt: store.now() }));
    expect(await order(store, listId)).toEqual([first, third]);
    await changeReadings(store, [second], () => ({ trashedAt: undefined }));
    expect(await order(store, listId)).toEqual(ids);
  });

  it('that were taken off stay off when the article comes back from the trash', async () => {
    const { store, listId, ids } = await aListOfThree();
    const [first, second, third] = ids;
    if (!first || !second || !third) throw new Error('Three articles were made.');
    await takeOffList(store, listId, second);
    await changeReadings(store, [second], () => ({ trashedAt: store.now() }));
    await changeReadings(store, [second], () => ({ trashedAt: undefined }));
    expect(await order(store, listId)).toEqual([first, third]);
  });

  it('made while the article is in the trash are hidden until it is back', async () => {
    const { store, listId, ids } = await aListOfThree();
    const [, , third] = ids;
    const other = await addList(store, 'Later', () => ({ colour: 'blue', rank: 'n' }));
    if (!third) throw new Error('Three articles were made.');
    await changeReadings(store, [third], () => ({ trashedAt: store.now() }));
    await putOnList(store, other, third, () => 'm');
    expect(await order(store, other)).toEqual([]);
    await changeReadings(store, [third], () => ({ trashedAt: undefined }));
    expect(await order(store, other)).toEqual([third]);
    expect(await order(store, listId)).toEqual(ids);
  });
});
