import { describe, expect, it } from 'vitest';
import type { TestStore } from '../../../tests/support/a-store.ts';
import { aLibrary, damage } from '../../../tests/support/a-whole-library.ts';
import type { Article } from '../../article/article.ts';
import type { ArticleId } from '../../article/ids.ts';
import type { ImportJob } from '../../article/import-job.ts';
import { checkLibrary } from './check-library.ts';
import { mendFaults, readQuarantine, repairLibrary } from './repair-library.ts';

const dressing = { nextRank: (last: string | undefined) => `${last ?? ''}m` };

const kindsOf = async (store: TestStore) => (await checkLibrary(store)).faults.map(({ kind }) => kind);

describe('what looked as if nothing referred to it', () => {
  it('stays where its import, its article or its file has come by then', async () => {
    const { store, id } = await aLibrary();
    await store.db.importBatches.add({ importId: 'one', seq: 0, state: 'waiting', items: [] });
    await store.db.thumbnails.put({ articleId: 'late' as ArticleId, blob: new Blob(['t']), updatedAt: 1 });
    const { faults } = await checkLibrary(store);
    expect(faults.map(({ kind }) => kind).sort()).toEqual(['stray-batch', 'stray-thumbnail']);
    const article = await store.db.articles.get(id);
    await store.db.imports.add({ id: 'one' } as ImportJob);
    await store.db.articles.add({ ...(article as Article), id: 'late' as ArticleId, urlKey: 'late' });
    expect(await mendFaults(store, faults, dressing)).toEqual({ mended: 0, putAside: 0 });
    expect(await store.db.importBatches.count()).toBe(1);
    expect(await store.db.thumbnails.count()).toBe(2);
  });
});

describe('an index that is damaged as a whole', () => {
  it('is dropped and made again, under a revision that was never given', async () => {
    const { store } = await aLibrary();
    await store.db.indexRoot.put({ name: 'revision', revision: 7, merged: 0 });
    await mendFaults(store, [{ kind: 'index', table: 'indexArticles' }], dressing);
    expect(await kindsOf(store)).toEqual([]);
    expect(await store.db.indexRoot.get('revision')).toMatchObject({ revision: 8 });
    expect(await store.db.indexDeltas.count()).toBe(1);
  });
});

describe('rows that the browser can’t read', () => {
  it('are told one by one, and what stands beside them is checked', async () => {
    const { store, id, former } = await aLibrary();
    const hash = (await store.db.versions.get(former))?.bodyHash;
    damage(store, 'bodies', (row) => row['hash'] === hash);
    damage(store, 'notes');
    const { faults, notes, texts } = await checkLibrary(store);
    expect(faults).toEqual([
      { kind: 'unreadable', table: 'notes', key: id },
      { kind: 'unreadable', table: 'bodies', key: hash, articleId: id },
    ]);
    expect({ notes, texts }).toEqual({ notes: 0, texts: 2 });
  });

  it('are left where they are by a repair', async () => {
    const { store, id } = await aLibrary();
    damage(store, 'notes');
    const { check } = await repairLibrary(store, dressing);
    expect(check.faults).toEqual([{ kind: 'unreadable', table: 'notes', key: id }]);
    expect(await store.db.notes.count()).toBe(1);
    expect(await readQuarantine(store)).toEqual([]);
  });
});
