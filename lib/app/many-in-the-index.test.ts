import { describe, expect, it } from 'vitest';
import { aDraft, aStore, type TestStore } from '../../tests/support/a-store.ts';
import type { ArticleId } from '../article/ids.ts';
import { keepArticle } from '../store/articles.ts';
import { checkLibrary } from '../store/check/check-library.ts';
import { indexAnew } from '../store/index-anew.ts';
import { writeNote } from '../store/notes.ts';
import { tendIndex } from '../store/tend-index.ts';
import { changeAll as actOnAll } from './bulk.ts';
import { createSearch } from './search.ts';

/** Articles of which each has a note, and an index that holds all of it in small writes. */
async function aLibrary(store: TestStore, count: number, from = 0): Promise<readonly ArticleId[]> {
  const ids: ArticleId[] = [];
  for (let n = from; n < from + count; n++) {
    const { articleId } = await keepArticle(store, await aDraft({ url: `https://daily.example/${n}` }));
    await writeNote(store, { articleId }, `harbour${n}`);
    ids.push(articleId);
  }
  return ids;
}

const changeAll = (store: TestStore, ids: readonly ArticleId[]) =>
  store.db.transaction('rw', store.db.tables, () => indexAnew(store, ids));

const find = async (store: TestStore, typed: string) => (await createSearch(store).find(typed, 'relevance', 100)).ids;

describe('a change of many articles in the search index', () => {
  it('is a segment at once, with all that waited', async () => {
    const store = aStore();
    const ids = await aLibrary(store, 30);
    await changeAll(store, ids.slice(0, 20));
    expect(await store.db.indexDeltas.count()).toBe(0);
    expect(await store.db.indexSegments.count()).toBe(1);
    expect(await find(store, 'harbour7')).toEqual([ids[7]]);
    expect(await find(store, 'harbour25')).toEqual([ids[25]]);
    expect((await checkLibrary(store)).faults).toEqual([]);
  });

  it('comes after what was written before it, and before what is written after it', async () => {
    const store = aStore();
    const ids = await aLibrary(store, 30);
    while (await tendIndex(store));
    const [first, second] = ids;
    if (!first || !second) throw new Error('There are articles.');
    await writeNote(store, { articleId: first }, 'lighthouse');
    await changeAll(store, ids);
    await writeNote(store, { articleId: second }, 'anchorage');
    for (let steps = 0; steps < 3; steps++) {
      expect(await find(store, 'lighthouse')).toEqual([first]);
      expect(await find(store, 'harbour0')).not.toContain(first);
      expect(await find(store, 'anchorage')).toEqual([second]);
      expect((await checkLibrary(store)).faults).toEqual([]);
      await aLibrary(store, 15, 100 + 15 * steps);
      while (await tendIndex(store));
    }
  });

  it('is a segment too where a tag is put on many, and where that is taken back', async () => {
    const store = aStore();
    const ids = await aLibrary(store, 60);
    const done = await actOnAll(store, ids, { kind: 'tag', label: 'Energy' });
    expect(await store.db.indexDeltas.count()).toBe(0);
    expect(await find(store, 'tag:energy')).toHaveLength(60);
    await done?.undo();
    expect(await store.db.indexDeltas.count()).toBe(0);
    expect(await find(store, 'tag:energy')).toEqual([]);
    expect(await find(store, 'harbour7')).toEqual([ids[7]]);
    expect((await checkLibrary(store)).faults).toEqual([]);
  });

  it('leaves nothing behind if its transaction fails', async () => {
    const store = aStore();
    const ids = await aLibrary(store, 30);
    const before = await store.db.indexDeltas.count();
    const failing = store.db.transaction('rw', store.db.tables, async () => {
      await indexAnew(store, ids);
      throw new Error('No room.');
    });
    await expect(failing).rejects.toThrow('No room.');
    expect(await store.db.indexDeltas.count()).toBe(before);
    expect(await store.db.indexSegments.count()).toBe(0);
    expect((await checkLibrary(store)).faults).toEqual([]);
  });
});
