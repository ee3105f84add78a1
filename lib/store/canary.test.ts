import { describe, expect, it } from 'vitest';
import { aDraft, aStore, type TestStore } from '../../tests/support/a-store.ts';
import { keepArticle } from './articles.ts';
import { decodeRemembered, type Remembered, readHealth } from './canary.ts';
import { writeNote } from './notes.ts';

/** A library of three articles, and what is remembered of it. */
async function aLibrary(): Promise<{ readonly store: TestStore; readonly was: Remembered }> {
  const store = aStore();
  for (const n of [1, 2, 3]) await keepArticle(store, await aDraft({ url: `https://daily.example/${n}` }));
  return { store, was: (await readHealth(store, undefined)).now };
}

const statusOf = async (store: TestStore, was: Remembered | undefined) => (await readHealth(store, was)).status;

describe('the canary', () => {
  it('is made once, and tells how much there is', async () => {
    const { store, was } = await aLibrary();
    expect(was).toMatchObject({
      writes: 3,
      at: store.now(),
      counts: { articles: 3, readings: 3, bodies: 3, notes: 0 },
    });
    expect((await readHealth(store, was)).now).toEqual(was);
    expect(await store.db.canary.toArray()).toEqual([{ name: 'library', id: was.id }]);
  });

  it('is fine after more was written', async () => {
    const { store, was } = await aLibrary();
    const { articleId } = await keepArticle(store, await aDraft());
    await writeNote(store, { articleId }, 'Mine');
    expect(await statusOf(store, was)).toBe('fine');
  });

  it('is fine on a new device, where nothing is remembered', async () => {
    expect(await statusOf(aStore(), undefined)).toBe('fine');
  });

  it('notices a database that was made anew, and gives it no canary by itself', async () => {
    const { was } = await aLibrary();
    const empty = aStore();
    expect(await readHealth(empty, was)).toMatchObject({ status: 'empty', was: { counts: { articles: 3 } } });
    await keepArticle(empty, await aDraft());
    expect(await statusOf(empty, was)).not.toBe('fine');
    expect(await empty.db.canary.count()).toBe(0);
    const other = aStore();
    await readHealth(other, undefined);
    await keepArticle(other, await aDraft());
    expect(await statusOf(other, was)).toBe('empty');
  });

  it('tells one that lost its end from one that is empty, where neither has a canary', async () => {
    const { store, was } = await aLibrary();
    await store.db.canary.clear();
    expect(await statusOf(store, was)).toBe('older');
    await store.db.articles.clear();
    expect(await statusOf(store, was)).toBe('empty');
  });

  it('lets a reader go on with what is here', async () => {
    const { was } = await aLibrary();
    const empty = aStore();
    const accepted = await readHealth(empty, was, true);
    expect(accepted.status).toBe('fine');
    expect(accepted.now.id).not.toBe(was.id);
    expect(await statusOf(empty, accepted.now)).toBe('fine');
  });

  it('notices that the last writes are missing', async () => {
    const { store, was } = await aLibrary();
    const { articleId } = await keepArticle(store, await aDraft());
    const later = (await readHealth(store, was)).now;
    // As a log that lost its end: the write and what the index heard of it are gone together.
    await Promise.all([store.db.articles.delete(articleId), store.db.readings.delete(articleId)]);
    await store.db.indexDeltas.where('seq').above(was.writes).delete();
    expect(await statusOf(store, later)).toBe('older');
  });

  it.each(['articles', 'readings', 'versions', 'bodies'] as const)('notices that %s lost rows', async (table) => {
    const { store, was } = await aLibrary();
    await store.db.table(table).clear();
    expect(await statusOf(store, was)).toBe('smaller');
  });

  it('notices a lost table of articles even after something was written', async () => {
    const { store, was } = await aLibrary();
    await store.db.articles.clear();
    await keepArticle(store, await aDraft());
    expect(await statusOf(store, was)).toBe('smaller');
  });

  it('takes what a write took away for what it is', async () => {
    const { store, was } = await aLibrary();
    const [article] = await store.db.articles.toArray();
    if (!article) throw new Error('Three articles are here.');
    await store.db.articles.delete(article.id);
    await store.db.readings.delete(article.id);
    await store.db.indexDeltas.add({ parts: [], states: [] });
    expect(await statusOf(store, was)).toBe('fine');
  });
});

describe('what is remembered', () => {
  it('is read back as it was written', async () => {
    const { was } = await aLibrary();
    expect(decodeRemembered(structuredClone(was))).toEqual(was);
  });

  it.each([undefined, null, 7, {}, { id: 'a' }, { id: 'a', writes: '1', at: 1 }, { id: 1, writes: 1, at: 1 }])(
    'is nothing where it is not whole: %j',
    (value) => expect(decodeRemembered(value)).toBeUndefined(),
  );

  it('leaves out counts that are no numbers', () => {
    const { counts } = decodeRemembered({ id: 'a', writes: 1, at: 1, counts: { articles: 2, notes: 'x' } }) ?? {};
    expect(counts).toEqual({ articles: 2 });
  });
});

describe('a library that is remembered', () => {
  it('of a time before a table was counted is not called smaller for it', async () => {
    const { store } = await aLibrary();
    const first = await readHealth(store, undefined);
    const { articles, readings } = first.now.counts;
    const was = decodeRemembered({ ...first.now, counts: { articles, readings, notes: 'many' } });
    expect((await readHealth(store, was)).status).toBe('fine');
    await store.db.articles.clear();
    expect((await readHealth(store, was)).status).toBe('smaller');
  });

  it('without its canary is older if it holds something, and new if it does not', async () => {
    const { store } = await aLibrary();
    const { now } = await readHealth(store, undefined);
    await store.db.canary.clear();
    expect((await readHealth(store, now)).status).toBe('older');
    expect((await readHealth(aStore(), now)).status).toBe('empty');
    await store.db.indexDeltas.clear();
    expect((await readHealth(store, now)).status).toBe('empty');
  });
});
