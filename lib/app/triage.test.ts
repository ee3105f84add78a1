import { describe, expect, it } from 'vitest';
import { aDraft, aStore, type TestStore } from '../../tests/support/a-store.ts';
import type { ArticleId } from '../article/ids.ts';
import { keepArticle } from '../store/articles.ts';
import { keepPlace, readReading } from '../store/readings.ts';
import { archive, markDone, markFavourite, restore, trash, unarchive, unmarkFavourite } from './triage.ts';

async function someArticles(count: number) {
  const store = aStore();
  const ids: ArticleId[] = [];
  for (let i = 0; i < count; i += 1) {
    store.wait();
    ids.push((await keepArticle(store, await aDraft({ url: `https://daily.example/${i}` }))).articleId);
  }
  return { store, ids };
}

/** What the reader can see of a reading: everything but the time of the last change. */
async function readAll(store: TestStore, ids: readonly ArticleId[]) {
  const readings = await Promise.all(ids.map((id) => readReading(store, id)));
  return readings.map((reading) => reading && { ...reading, updatedAt: 0 });
}

const shelvesOf = async (store: TestStore, ids: readonly ArticleId[]) =>
  (await readAll(store, ids)).map((reading) => Object.keys(reading?.shelves ?? {}).join(' '));

describe('triage', () => {
  it.each([
    ['archive', archive, 'archive'],
    ['markFavourite', markFavourite, 'favourites inbox'],
    ['trash', trash, 'trash'],
    ['markDone', markDone, 'archive'],
  ] as const)('%s puts each article where it belongs, and undo puts all back', async (_, act, shelves) => {
    const { store, ids } = await someArticles(3);
    const before = await readAll(store, ids);
    store.wait();
    const done = await act(store, ids);
    expect(await shelvesOf(store, ids)).toEqual([shelves, shelves, shelves]);
    store.wait();
    await done.undo();
    expect(await readAll(store, ids)).toEqual(before);
  });

  it.each([
    ['unarchive', archive, unarchive],
    ['unmarkFavourite', markFavourite, unmarkFavourite],
    ['restore', trash, restore],
  ] as const)('%s leads back, and its undo forth again', async (_, forth, back) => {
    const { store, ids } = await someArticles(2);
    await forth(store, ids);
    const between = await readAll(store, ids);
    store.wait();
    const done = await back(store, ids);
    expect(await shelvesOf(store, ids)).toEqual(['inbox', 'inbox']);
    store.wait();
    await done.undo();
    expect(await readAll(store, ids)).toEqual(between);
  });

  it('undoes to what each article was, not to one state for all', async () => {
    const { store, ids } = await someArticles(2);
    const [first] = ids;
    if (!first) throw new Error('Two articles were made.');
    await archive(store, [first]);
    const before = await readAll(store, ids);
    store.wait();
    await (await archive(store, ids)).undo();
    expect(await readAll(store, ids)).toEqual(before);
  });

  it('brings an article that was archived back from the trash into the archive', async () => {
    const { store, ids } = await someArticles(1);
    await archive(store, ids);
    await trash(store, ids);
    await restore(store, ids);
    expect(await shelvesOf(store, ids)).toEqual(['archive']);
  });

  it('keeps the time at which an article was finished when it is marked as done', async () => {
    const { store, ids } = await someArticles(1);
    const [id] = ids;
    if (!id) throw new Error('One article was made.');
    const position = { anchorText: 'End', anchorOccurrence: 0, fraction: 1 };
    await keepPlace(store, id, { position, progress: 1 });
    const finishedAt = store.now();
    store.wait();
    await markDone(store, ids);
    expect(await readReading(store, id)).toMatchObject({ finishedAt, archivedAt: store.now() });
  });

  it('says how many articles it moved', async () => {
    const { store, ids } = await someArticles(3);
    expect((await archive(store, ids)).label).toBe('3 articles archived');
    expect((await trash(store, ids.slice(0, 1))).label).toBe('Article moved to Trash');
  });
});
