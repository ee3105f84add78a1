import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { aDraft, aStore } from '../../tests/support/a-store.ts';
import { runQuery } from '../search/run-query.ts';
import { keepArticle } from './articles.ts';
import { findIndexFaults } from './check/check-index.ts';
import { indexMissing } from './index-anew.ts';
import { openIndex } from './index-session.ts';
import { MIGRATIONS } from './migrations.ts';

/** A database as an older version left it: every table with one row, as far as it knew them. */
async function anOldDatabase(name: string, version: number): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const model = aStore();
  await keepArticle(model, await aDraft({ pictureUrls: ['https://daily.example/a.png'] }));
  const old = new Dexie(name);
  for (const migration of MIGRATIONS.filter((one) => one.version <= version))
    old.version(migration.version).stores(migration.stores);
  const dump: Record<string, readonly unknown[]> = {};
  for (const table of old.tables) {
    dump[table.name] = (await model.db.table(table.name).toArray()) as readonly unknown[];
    await table.bulkAdd([...(dump[table.name] ?? [])]);
  }
  old.close();
  return dump;
}

describe.each(MIGRATIONS.slice(0, -1).map(({ version }) => version))('a database of version %i', (version) => {
  it('keeps every row when it is opened today', async () => {
    const name = `old-${version}`;
    const before = await anOldDatabase(name, version);
    expect(before['articles']).toHaveLength(1);
    const { db } = aStore(name);
    // The search index is derived, and made anew by `indexMissing` after versions 6 and 10.
    const kept = Object.entries(before).filter(([table]) => !table.startsWith('index'));
    for (const [table, rows] of kept) expect(await db.table(table).toArray(), table).toEqual(rows);
    expect(await db.imports.toArray()).toEqual([]);
  });
});

/** Tables with their keys and indexes as the browser has them, whatever Dexie was told. */
async function tablesIn(name: string) {
  const { db } = aStore(name);
  await db.open();
  const native = db.backendDB();
  const names = [...native.objectStoreNames];
  const transaction = native.transaction(names);
  return names.map((table) => {
    const { keyPath, autoIncrement, indexNames } = transaction.objectStore(table);
    const indexes = [...indexNames].map((index) => {
      const { keyPath, unique, multiEntry } = transaction.objectStore(table).index(index);
      return { index, keyPath, unique, multiEntry };
    });
    return { table, keyPath, autoIncrement, indexes };
  });
}

it.each(MIGRATIONS.slice(0, -1).map(({ version }) => version))(
  'has the tables and indexes of a new one when it was of version %i',
  async (version) => {
    await anOldDatabase(`tables-${version}`, version);
    expect(await tablesIn(`tables-${version}`)).toEqual(await tablesIn('tables-new'));
  },
);

it('takes the words of titles out of the rows of version 2, and nothing else', async () => {
  const old = new Dexie('old-words');
  for (const migration of MIGRATIONS.slice(0, 2)) old.version(migration.version).stores(migration.stores);
  const row = { id: 'a', urlKey: 'https://daily.example/a', title: 'The quiet room' };
  await old.table('articles').add({ ...row, words: ['the', 'quiet', 'room'] });
  old.close();
  expect(await aStore('old-words').db.table('articles').toArray()).toEqual([row]);
});

it('has its search index made anew, whose segments held their documents until version 9', async () => {
  const dump = await anOldDatabase('old-index', 9);
  const old = await new Dexie('old-index').open();
  await old.table('indexSegments').add({
    id: 5,
    order: 5,
    keys: Uint32Array.of(4),
    lengths: Uint8Array.of(9),
    languages: Uint8Array.of(1),
    firstTerms: 'a',
    byteLength: 1,
  });
  await old.table('indexRoot').put({ name: 'revision', revision: 5, merged: 1 });
  old.close();
  const store = aStore('old-index');
  expect(await store.db.indexSegments.toArray()).toEqual([]);
  expect(await store.db.indexRoot.get('revision')).toEqual({ name: 'revision', revision: 6, merged: 1 });
  await indexMissing(store);
  expect(await findIndexFaults(store, () => undefined)).toEqual([]);
  const found = await openIndex(store)(async (reading) => {
    const snapshot = await reading;
    const query = { kind: 'word', term: 'quiet', isPrefix: false, where: 'anywhere' } as const;
    const { found } = await runQuery(snapshot, query, 'relevance', 9);
    return snapshot.readArticleIds(found.map(({ number }) => number));
  });
  expect(found).toEqual(dump['articles']?.map((article) => (article as { readonly id: string }).id));
});
