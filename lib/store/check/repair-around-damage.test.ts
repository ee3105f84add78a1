import { describe, expect, it } from 'vitest';
import { aDraft, aStore, type TestStore } from '../../../tests/support/a-store.ts';
import { aLibrary, damage } from '../../../tests/support/a-whole-library.ts';
import { keepArticle } from '../articles.ts';
import { writeNote } from '../notes.ts';
import { changeReadings } from '../readings.ts';
import { checkLibrary } from './check-library.ts';
import { mendFaults, readQuarantine, repairLibrary } from './repair-library.ts';

const dressing = { nextRank: (last: string | undefined) => `${last ?? ''}m` };

const TABLES = [
  'articles',
  'readings',
  'versions',
  'bodies',
  'lists',
  'listEntries',
  'taggings',
  'notes',
  'highlights',
  'pictures',
  'pictureFiles',
  'imports',
] as const;

/** Their rows name no article. */
const WHOLE: ReadonlySet<string> = new Set(['bodies', 'lists', 'pictureFiles', 'imports']);

/** How many rows each table has, read or not. */
const sizes = async ({ db }: TestStore) =>
  Object.fromEntries(await Promise.all(TABLES.map(async (name) => [name, await db.table(name).count()] as const)));

describe('a repair', () => {
  it('leaves what leads to a row that can’t be read, and stops where nothing can be mended', async () => {
    const { store, id, shown } = await aLibrary();
    const { bodyHash } = (await store.db.versions.get(shown)) ?? {};
    await store.db.bodies.delete(bodyHash ?? ('' as never));
    damage(store, 'articles');
    let rounds = 0;
    const { mended, putAside, check } = await repairLibrary(store, dressing, (step) => {
      if (step === 'texts') rounds++;
    });
    expect({ mended, putAside, rounds }).toEqual({ mended: 0, putAside: 0, rounds: 1 });
    expect(check.faults).toEqual([
      { kind: 'unreadable', table: 'articles', key: id },
      { kind: 'no-body', table: 'versions', key: shown, articleId: id },
    ]);
    expect(await store.db.versions.count()).toBe(2);
  });

  it('fails as a whole where the database does, and changes nothing', async () => {
    const { store, id } = await aLibrary();
    await store.db.articles.delete(id);
    const makeId = () => {
      throw new Error('The disk is full.');
    };
    await expect(repairLibrary({ ...store, makeId }, dressing)).rejects.toThrow('The disk is full.');
    expect(await readQuarantine(store)).toEqual([]);
    expect(await store.db.notes.count()).toBe(1);
  });

  it('does nothing about rows that are gone by then', async () => {
    const { store } = await aLibrary();
    const before = await sizes(store);
    const kinds = [
      ['no-body', 'versions'],
      ['broken-body', 'bodies'],
      ['no-article', 'notes'],
      ['no-text', 'articles'],
      ['no-reading', 'articles'],
      ['broken-file', 'pictureFiles'],
      ['no-file', 'pictures'],
      ['stray-body', 'bodies'],
      ['stray-file', 'pictureFiles'],
      ['derived', 'notes'],
    ] as const;
    const faults = kinds.map(([kind, table]) => ({ kind, table, key: 'gone' }));
    expect(await mendFaults(store, faults, dressing)).toEqual({ mended: 0, putAside: 0 });
    expect(await sizes(store)).toEqual(before);
  });

  it('puts aside neither a text nor a file that something refers to by then', async () => {
    const { store, shown } = await aLibrary();
    const [body] = await store.db.bodies.toArray();
    const [file] = await store.db.pictureFiles.toArray();
    const faults = [
      { kind: 'stray-body', table: 'bodies', key: body?.hash },
      { kind: 'stray-file', table: 'pictureFiles', key: file?.hash },
      { kind: 'no-body', table: 'versions', key: shown },
    ] as const;
    expect(await mendFaults(store, faults, dressing)).toEqual({ mended: 0, putAside: 0 });
    expect(await readQuarantine(store)).toEqual([]);
  });

  it('hides again what was shown of an article in the trash, and of what was taken off or deleted', async () => {
    const { store, id } = await aLibrary();
    await changeReadings(store, [id], () => ({ trashedAt: store.now() }));
    const hidden = await shownKeys(store);
    await store.db.listEntries.toCollection().modify({ shownRank: 'm' });
    await store.db.taggings.toCollection().modify({ shownKey: 'sea' });
    await store.db.notes.toCollection().modify({ shownAt: 1 });
    await store.db.highlights.toCollection().modify({ shownAt: 1 });
    expect((await repairLibrary(store, dressing)).mended).toBe(4);
    expect(await shownKeys(store)).toEqual(hidden);
    await changeReadings(store, [id], () => ({ trashedAt: undefined }));
    await store.db.listEntries.toCollection().modify({ removedAt: 5 });
    await store.db.taggings.toCollection().modify({ removedAt: 5 });
    await store.db.notes.toCollection().modify({ text: ' ' });
    await store.db.highlights.toCollection().modify({ deletedAt: 5 });
    await repairLibrary(store, dressing);
    expect(await shownKeys(store)).toEqual(hidden);
  });
});

const shownKeys = async ({ db }: TestStore) => [
  await db.listEntries.filter(({ shownRank }) => shownRank !== undefined).count(),
  await db.taggings.filter(({ shownKey }) => shownKey !== undefined).count(),
  await db.notes.filter(({ shownAt }) => shownAt !== undefined).count(),
  await db.highlights.filter(({ shownAt }) => shownAt !== undefined).count(),
];

describe('a library of which a table can’t be read', () => {
  it.each(TABLES)('loses nothing by a repair, and is mended where it can be: %s', async (name) => {
    const { store, id } = await aLibrary();
    await store.db.imports.add({ id: 'one', name: 'Pocket', status: 'paused', options: {} } as never);
    await store.db.importBatches.add({ importId: 'one', seq: 0, state: 'waiting', items: [] });
    const { articleId: other } = await keepArticle(store, await aDraft({ url: 'https://daily.example/other' }));
    await writeNote(store, { articleId: other }, 'Another');
    const before = await sizes(store);
    // Wrong in a way that can be mended, in the article that is damaged and in one that is not.
    await store.db.notes.where('articleId').anyOf(id, other).modify({ shownAt: 1 });
    damage(store, name, (row) => WHOLE.has(name) || Object.values(row).includes(id));
    const { check } = await repairLibrary(store, dressing);
    expect(check.faults.filter(({ kind }) => kind !== 'unreadable')).toEqual([]);
    expect(check.faults.map(({ table }) => table)).toContain(name);
    expect(await readQuarantine(store)).toEqual([]);
    expect(await sizes(store)).toEqual(before);
    // Whether a note may be shown is known only where the state of its article is.
    const wrong = await store.db.notes.where('shownAt').equals(1).primaryKeys();
    expect(wrong).toEqual(name === 'readings' ? [id, other] : name === 'notes' ? [id] : []);
    expect(await checkLibrary(store)).toEqual(check);
  });
});

describe('an index of which not even the revision can be read', () => {
  it('is made again, under a revision that no page can have seen', async () => {
    const { store } = await aLibrary();
    await store.db.indexRoot.put({ name: 'revision', revision: 7, merged: 0 });
    damage(store, 'indexRoot', ({ revision }) => revision === 7);
    const { faults } = await checkLibrary(store);
    expect(faults).toEqual([{ kind: 'index', table: 'indexArticles' }]);
    await mendFaults(store, faults, dressing);
    const whole = aStore(store.db.name);
    expect((await checkLibrary(whole)).faults).toEqual([]);
    expect(await whole.db.indexRoot.get('revision')).toMatchObject({ revision: Math.floor(store.now() / 1000) + 1 });
  });
});
