import { describe, expect, it } from 'vitest';
import { aDraft, aStore, type TestStore } from '../../tests/support/a-store.ts';
import type { ArticleId } from '../article/ids.ts';
import { keepArticles } from '../store/articles.ts';
import { findIndexFaults } from '../store/check/check-index.ts';
import { eraseTrashed } from '../store/erase-articles.ts';
import { indexMissing } from '../store/index-anew.ts';
import { addManyToIndex } from '../store/index-many.ts';
import { notePart } from '../store/index-writes.ts';
import { writeNote } from '../store/notes.ts';
import { changeReadings } from '../store/readings.ts';
import { isIndexBehind, tendIndex } from '../store/tend-index.ts';
import { createSearch } from './search.ts';

const QUERIES = [
  'harbour',
  'har',
  'h',
  'xy',
  '"old harbour"',
  '"harbour old"',
  'harbuor',
  'harbour before:2024',
  'is:reading',
  'length:<10',
  'left:<10',
  'has:code',
  'lang:de',
];

async function aLibrary(): Promise<TestStore> {
  const store = aStore();
  const drafts = Array.from({ length: 60 }, async (_, n) => ({
    ...(await aDraft({
      url: `https://daily.example/${n}`,
      title: `Report ${n}`,
      html: n % 3 === 0 ? `<p>The old harbour, and <code>${n}</code>.</p>` : `<p>Harvest ${n} of the old harbours.</p>`,
      wordCount: 100 * (n + 1),
    })),
    ...(n % 2 === 0 ? { publishedAt: `20${10 + (n % 20)}-05-06` } : { publishedAt: 'yesterday' }),
    ...(n % 5 === 0 && { language: 'de' }),
  }));
  const kept = await keepArticles(store, await Promise.all(drafts));
  const ids = kept.map(({ articleId }) => articleId);
  await changeReadings(store, ids.slice(0, 9), () => ({ progress: 0.5 }));
  return store;
}

/** Everything that a search says, in each order. */
async function answers(search: ReturnType<typeof createSearch>) {
  const told: (readonly [string, string, number, ...unknown[]])[] = [];
  for (const typed of QUERIES) {
    for (const order of ['relevance', 'newest', 'shortest'] as const) {
      const { ids, count, instead } = await search.find(typed, order, 12);
      told.push([typed, order, count, order === 'relevance' ? [] : ids, [...instead]]);
    }
  }
  return told;
}

describe('an index that is merged', () => {
  it('answers as it did before, to a page that was open meanwhile and to a new one, each time', async () => {
    const store = await aLibrary();
    const open = createSearch(store);
    const before = await answers(open);
    expect(before.filter(([, , count]) => count > 0).length).toBeGreaterThan(20);
    await tendIndex(store);
    expect(await store.db.indexDeltas.count()).toBe(0);
    expect(await answers(open)).toEqual(before);
    const fresh = createSearch(store);
    expect(await answers(fresh)).toEqual(before);
    expect(await answers(fresh)).toEqual(before);
  });

  it('is read on by a page that was open, segment after segment, and holds nothing twice', async () => {
    const store = await aLibrary();
    const open = createSearch(store);
    await tendIndex(store);
    expect((await open.find('harbour', 'newest', 99)).count).toBe(60);
    for (const round of [1, 2]) {
      const drafts = Array.from({ length: 60 }, (_, n) =>
        aDraft({ url: `https://more.example/${round}/${n}`, html: `<p>One more harbour ${n}.</p>` }),
      );
      await keepArticles(store, await Promise.all(drafts));
      await tendIndex(store);
      expect((await open.find('harbour', 'newest', 999)).count).toBe(60 + round * 60);
      expect((await open.find('h', 'newest', 999)).count).toBe(60 + round * 60);
    }
    expect(await store.db.indexSegments.count()).toBe(3);
  });

  it('is behind while many writes wait, or many articles are not in it', async () => {
    const store = await aLibrary();
    while (await tendIndex(store));
    expect(await isIndexBehind(store)).toBe(false);
    await store.db.indexDeltas.bulkAdd(Array.from({ length: 25 }, () => ({ parts: [], states: [] })) as never);
    expect(await isIndexBehind(store)).toBe(true);
    await store.db.indexDeltas.clear();
    const some = await store.db.articles.limit(1).toArray();
    const others = Array.from({ length: 1200 }, (_, n) => ({ ...some[0], id: `more-${n}`, urlKey: `more-${n}` }));
    await store.db.articles.bulkAdd(others as never);
    expect(await isIndexBehind(store)).toBe(true);
  });

  it('is made for those that it lacks, and for no others', async () => {
    const store = await aLibrary();
    const dump = () => Promise.all([store.db.indexDeltas.toArray(), store.db.indexArticles.toArray()]);
    const before = await dump();
    await indexMissing(store);
    expect(await dump()).toEqual(before);
    await store.db.indexArticles.clear();
    await store.db.indexDeltas.clear();
    // A state without its article is none of the index's business.
    await store.db.readings.add({ articleId: 'orphan' as never, savedAt: 1, progress: 0, shelves: {}, updatedAt: 1 });
    await indexMissing(store);
    expect((await createSearch(store).find('harbour', 'newest', 99)).count).toBe(60);
  });

  it('is cleared of what was erased or written anew, once that is much of it', async () => {
    const store = await aLibrary();
    await tendIndex(store);
    const ids = await store.db.articles.toCollection().primaryKeys();
    const gone = ids.slice(0, 40);
    await changeReadings(store, gone, () => ({ trashedAt: store.now() }));
    await eraseTrashed(store, gone);
    const documentCount = async () =>
      (await store.db.indexDocuments.toArray()).reduce((sum, { keys }) => sum + keys.length, 0);
    const before = await documentCount();
    while (await tendIndex(store));
    expect(await documentCount()).toBeLessThan(before);
    expect(await findIndexFaults(store, () => undefined)).toEqual([]);
    expect((await createSearch(store).find('old', 'newest', 99)).count).toBe(20);
  });

  it('is not merged by two pages at once: the slower one gives up, and nothing is there twice', async () => {
    const store = await aLibrary();
    const other = { ...store, db: aStore(store.db.name).db };
    await Promise.all([tendIndex(store), tendIndex(other), tendIndex(store)]);
    while (await tendIndex(store));
    expect(await findIndexFaults(store, () => undefined)).toEqual([]);
    expect((await createSearch(other).find('harbour', 'newest', 99)).count).toBe(60);
  });

  it('waits for the upkeep with a large write while it is far behind', async () => {
    const store = await aLibrary();
    const [articleId] = await store.db.articles.toCollection().primaryKeys();
    if (articleId === undefined) throw new Error('There are articles.');
    for (let n = 0; n < 201; n++) await store.db.indexDeltas.add({ parts: [notePart(articleId, `w${n}`)], states: [] });
    await store.db.transaction('rw', store.db.tables, () =>
      addManyToIndex(
        store,
        Array.from({ length: 49 }, (_, n) => notePart(articleId, `late${n}`)),
      ),
    );
    expect(await store.db.indexSegments.count()).toBe(0);
    expect(await store.db.indexDeltas.count()).toBeGreaterThan(201);
    while (await tendIndex(store));
    expect((await createSearch(store).find('has:note late48', 'newest', 9)).ids).toEqual([articleId]);
  });

  it('is looked at again by a check while the reader goes on writing, and not for ever', async () => {
    const store = await aLibrary();
    const [articleId] = await store.db.articles.toCollection().primaryKeys();
    if (articleId === undefined) throw new Error('There are articles.');
    let looks = 0;
    const writeOnce = () => {
      looks++;
      if (looks === 1) void writeNote(store, { articleId }, 'typed meanwhile');
    };
    expect(await findIndexFaults(store, writeOnce)).toEqual([]);
    await store.db.notes.update(articleId, { text: 'behind its back' });
    looks = 0;
    const writing: Promise<unknown>[] = [];
    const faults = await findIndexFaults(store, () => {
      looks++;
      writing.push(changeReadings(store, [articleId], () => ({ favouriteAt: looks })));
    });
    await Promise.all(writing);
    expect(faults).toMatchObject([{ articleId }]);
    expect(looks).toBeLessThanOrEqual(3 * 2);
  });

  it('puts of equals the latest save first, whichever word found it', async () => {
    const store = aStore();
    const drafts = Array.from({ length: 4 }, (_, n) =>
      aDraft({ url: `https://daily.example/${n}`, html: '<p>The old harbour.</p>', wordCount: 100 }),
    );
    const ids = (await keepArticles(store, await Promise.all(drafts))).map(({ articleId }) => articleId);
    await writeNote(store, { articleId: ids[0] as ArticleId }, 'The quay.');
    const found = await createSearch(store).find('quay OR harbour', 'shortest', 2);
    expect(found.ids).toEqual([ids[3], ids[2]]);
  });
});
