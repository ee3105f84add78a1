import { describe, expect, it } from 'vitest';
import { aDraft, aStore, type TestStore } from '../../tests/support/a-store.ts';
import type { ArticleId } from '../article/ids.ts';
import { keepArticles } from '../store/articles.ts';
import { findIndexFaults } from '../store/check/check-index.ts';
import { eraseTrashed } from '../store/erase-articles.ts';
import { indexAnew, indexMissing } from '../store/index-anew.ts';
import { changeReadings } from '../store/readings.ts';
import { tendIndex } from '../store/tend-index.ts';
import { createRelated } from './related.ts';
import { createSearch } from './search.ts';

const NONE = '' as ArticleId;

const save = async (store: TestStore, from: number, count: number): Promise<readonly ArticleId[]> => {
  const drafts = Array.from({ length: count }, (_, n) =>
    aDraft({
      url: `https://daily.example/${from + n}`,
      title: `Lanterns along harbour ${from + n}`,
      html: `<p>The harbour lanterns of quay ${from + n} were lit by hand.</p>`,
    }),
  );
  return (await keepArticles(store, await Promise.all(drafts))).map(({ articleId }) => articleId);
};

describe('articles that wait for their numbers', () => {
  it('are found, filtered by their minutes, and related to others', async () => {
    const store = aStore();
    const [one = NONE, other = NONE] = await save(store, 0, 2);
    await changeReadings(store, [one], () => ({ progress: 0.5 }));
    expect(await store.db.indexArticles.count()).toBe(0);
    const search = createSearch(store);
    expect((await search.find('lanterns', 'relevance', 9)).ids.toSorted()).toEqual([one, other].toSorted());
    expect((await search.find('left:<60', 'newest', 9)).ids.toSorted()).toEqual([one, other].toSorted());
    expect((await createRelated(store)(one, 5)).map(({ articleId }) => articleId)).toEqual([other]);
  });

  it('get them with the merge, in the order of saving, and are not indexed again', async () => {
    const store = aStore();
    const before = await save(store, 0, 2);
    const after = await save(store, 2, 47);
    await indexMissing(store);
    expect(await store.db.indexDeltas.count()).toBe(2);
    while (await tendIndex(store));
    const numbered = await store.db.indexArticles.toArray();
    expect(numbered.map(({ articleId }) => articleId)).toEqual([...before, ...after]);
    expect(await findIndexFaults(store, () => undefined)).toEqual([]);
  });

  it('get none when they are erased before, and the index lacks none for that', async () => {
    const store = aStore();
    const [gone = NONE] = await save(store, 0, 1);
    await changeReadings(store, [gone], () => ({ trashedAt: store.now() }));
    await eraseTrashed(store, [gone]);
    const kept = await save(store, 1, 49);
    const search = createSearch(store);
    expect((await search.find('lanterns', 'relevance', 99)).count).toBe(49);
    await indexMissing(store);
    while (await tendIndex(store));
    expect((await store.db.indexArticles.toArray()).map(({ articleId }) => articleId)).toEqual(kept);
    expect((await search.find('lanterns', 'relevance', 99)).count).toBe(49);
    expect(await findIndexFaults(store, () => undefined)).toEqual([]);
  });

  it('are told apart from those that were erased after the merge, until the next one writes it down', async () => {
    const store = aStore();
    const kept = await save(store, 0, 49);
    while (await tendIndex(store));
    const [gone = NONE] = kept;
    await changeReadings(store, [gone], () => ({ trashedAt: store.now() }));
    await eraseTrashed(store, [gone]);
    // Counted as the rows stand, the one that the index lacks would be made up for by the one that is gone.
    const [added = NONE] = await save(store, 49, 1);
    await store.db.indexDeltas.filter(({ parts }) => parts.some(({ articleId }) => articleId === added)).delete();
    await indexMissing(store);
    expect((await createSearch(store).find('lanterns', 'relevance', 99)).count).toBe(49);
    await save(store, 50, 49);
    while (await tendIndex(store));
    expect(await store.db.indexArticles.orderBy('goneAt').count()).toBe(1);
    expect(await findIndexFaults(store, () => undefined)).toEqual([]);
  });

  it('hold nothing that they held before the merge and then no more', async () => {
    const store = aStore();
    const kept = await save(store, 0, 20);
    await store.db.notes.bulkAdd(
      kept.map((articleId) => ({ articleId, text: 'Ballast', shownAt: 1, createdAt: 1, updatedAt: 1 }) as never),
    );
    const anew = () => store.db.transaction('rw', store.db.tables, () => indexAnew(store, kept.slice(0, 9)));
    await anew();
    const search = createSearch(store);
    expect((await search.find('ballast', 'relevance', 99)).count).toBe(9);
    await store.db.notes.clear();
    await anew();
    expect((await search.find('ballast', 'relevance', 99)).count).toBe(0);
    while (await tendIndex(store));
    expect(await store.db.indexDeltas.count()).toBe(0);
    expect((await search.find('ballast', 'relevance', 99)).count).toBe(0);
    expect(await findIndexFaults(store, () => undefined)).toEqual([]);
  });
});
