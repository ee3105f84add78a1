import { describe, expect, it } from 'vitest';
import { aDraft, aText, type TestStore } from '../../../tests/support/a-store.ts';
import { aLibrary, type Planted } from '../../../tests/support/a-whole-library.ts';
import { contentHash } from '../../article/content-hash.ts';
import { untrusted } from '../../article/html.ts';
import { keepArticle } from '../articles.ts';
import { writeNote } from '../notes.ts';
import { readPictures } from '../pictures.ts';
import { changeReadings } from '../readings.ts';
import { tendIndex } from '../tend-index.ts';
import { checkLibrary } from './check-library.ts';
import { mendFaults, readQuarantine, repairLibrary } from './repair-library.ts';

const dressing = { nextRank: (last: string | undefined) => `${last ?? ''}m` };

const kindsOf = async (store: TestStore) => (await checkLibrary(store)).faults.map(({ kind }) => kind);

describe('a check of a whole library', () => {
  it('finds nothing, and counts what is here', async () => {
    const { store, id } = await aLibrary();
    const whole = { articles: 1, texts: 2, pictures: 1, notes: 1, highlights: 1, lists: 1, faults: [] };
    expect(await checkLibrary(store)).toEqual(whole);
    await changeReadings(store, [id], () => ({ trashedAt: store.now() }));
    expect(await kindsOf(store)).toEqual([]);
    await changeReadings(store, [id], () => ({ trashedAt: undefined, archivedAt: 5, favouriteAt: 6 }));
    expect(await kindsOf(store)).toEqual([]);
  });

  it('finds nothing in an index that was merged, nor in one that was written to since', async () => {
    const { store } = await aLibrary();
    for (let n = 0; n < 60; n++) {
      const { articleId } = await keepArticle(store, await aDraft({ url: `https://daily.example/${n}` }));
      await writeNote(store, { articleId }, `Note ${n}`);
    }
    while (await tendIndex(store));
    expect(await store.db.indexSegments.count()).toBeGreaterThan(0);
    const { articleId } = await keepArticle(store, await aDraft({ url: 'https://daily.example/7' }));
    await writeNote(store, { articleId }, 'Another note');
    expect(await kindsOf(store)).toEqual([]);
  });

  it('tells how far it is', async () => {
    const { store } = await aLibrary();
    const told: string[] = [];
    await checkLibrary(store, (step, done, total) => told.push(`${step} ${done} of ${total}`));
    expect(told).toEqual([
      ...Array.from({ length: 11 }, (_, i) => `rows ${i + 1} of 11`),
      'texts 2 of 2',
      'pictures 1 of 1',
      'index 1 of 1',
    ]);
  });
});

interface Breakage {
  readonly name: string;
  readonly spoil: (planted: Planted) => Promise<unknown>;
  /** What the check says. */
  readonly kinds: readonly string[];
  /** Tables of the rows that are put aside. */
  readonly aside?: readonly string[];
  /** What holds after the repair. */
  readonly after?: (planted: Planted) => Promise<unknown>;
}

const BREAKAGES: readonly Breakage[] = [
  {
    name: 'an article without its state is given one',
    spoil: ({ store, id }) => store.db.readings.delete(id),
    kinds: ['no-reading'],
    after: async ({ store, id }) =>
      expect(await store.db.readings.get(id)).toMatchObject({ progress: 0, shelves: { inbox: store.now() - 1000 } }),
  },
  {
    name: 'what hangs on an article that is gone is put aside',
    spoil: ({ store, id }) => store.db.articles.delete(id),
    kinds: [...Array.from({ length: 8 }, () => 'no-article'), 'stray-thumbnail', 'index'],
    aside: [
      'bodies',
      'bodies',
      'highlights',
      'listEntries',
      'notes',
      'pictureFiles',
      'pictures',
      'readings',
      'taggings',
      'versions',
      'versions',
    ],
  },
  {
    name: 'an article that shows a version that is gone shows the one before',
    spoil: ({ store, shown }) => store.db.versions.delete(shown),
    kinds: ['no-text', 'stray-body', 'index'],
    aside: ['bodies'],
    after: async ({ store, id, former }) => expect((await store.db.articles.get(id))?.versionId).toBe(former),
  },
  {
    name: 'a version without its text gives way to the one before',
    spoil: async ({ store, shown }) =>
      store.db.bodies.delete((await store.db.versions.get(shown))?.bodyHash ?? ('' as never)),
    kinds: ['no-body', 'index'],
    aside: ['versions'],
    after: async ({ store, id, former }) => expect((await store.db.articles.get(id))?.versionId).toBe(former),
  },
  {
    name: 'an article whose texts are all broken becomes a link, and they are kept as they are',
    spoil: ({ store }) =>
      store.db.bodies.toCollection().modify((body) => void Object.assign(body, { html: untrusted('<p>Worcs.</p>') })),
    kinds: ['broken-body', 'broken-body', 'index'],
    aside: ['bodies', 'bodies', 'versions', 'versions'],
    after: async ({ store, id }) => {
      expect(await store.db.articles.get(id)).toMatchObject({ wordCount: 0 });
      expect(await store.db.articles.get(id)).not.toHaveProperty('versionId');
      expect(await store.db.notes.get(id)).toMatchObject({ text: 'Mine' });
    },
  },
  {
    name: 'a text that is no text is broken',
    spoil: ({ store, former }) =>
      store.db.versions.get(former).then((version) =>
        store.db.bodies
          .where('hash')
          .equals(version?.bodyHash ?? '')
          .modify((body) => void Object.assign(body, { html: 7 })),
      ),
    kinds: ['broken-body'],
    aside: ['bodies', 'versions'],
    after: async ({ store, id, shown }) => expect((await store.db.articles.get(id))?.versionId).toBe(shown),
  },
  {
    name: 'a picture without its file is fetched again',
    spoil: ({ store }) => store.db.pictureFiles.clear(),
    kinds: ['no-file'],
    after: async ({ store, id }) =>
      expect(await readPictures(store, id)).toMatchObject([{ state: 'waiting', attempts: 0 }]),
  },
  {
    name: 'a picture whose bytes are others is put aside and fetched again',
    spoil: ({ store }) =>
      store.db.pictureFiles
        .toCollection()
        .modify((file) => void Object.assign(file, { blob: new Blob(['bytes of a picturf']) })),
    kinds: ['broken-file'],
    aside: ['pictureFiles'],
    after: async ({ store, id }) => expect(await readPictures(store, id)).toMatchObject([{ state: 'waiting' }]),
  },
  {
    name: 'a picture row that is neither kept nor in the queue is fetched again',
    spoil: ({ store }) =>
      store.db.pictures.toCollection().modify((row) => {
        Object.assign(row, { state: 'waiting' });
      }),
    kinds: ['no-file'],
    aside: ['pictureFiles'],
    after: async ({ store, id }) => expect(await readPictures(store, id)).toMatchObject([{ state: 'waiting' }]),
  },
  {
    name: 'what nothing refers to is put aside',
    spoil: async ({ store }) => {
      const { body } = await aText('<p>Nobody’s.</p>');
      await store.db.bodies.add(body);
      await store.db.importBatches.add({ importId: 'gone', seq: 0, state: 'waiting', items: [] });
      const blob = new Blob(['nobody’s']);
      const hash = await contentHash(new Uint8Array(await blob.arrayBuffer()));
      await store.db.pictureFiles.add({ hash, blob, type: 'image/png', width: 1, height: 1 });
    },
    kinds: ['stray-batch', 'stray-body', 'stray-file'],
    aside: ['bodies', 'importBatches', 'pictureFiles'],
  },
  {
    name: 'the entries of a list that is gone bring it back',
    spoil: ({ store, listId }) => store.db.lists.delete(listId),
    kinds: ['no-list'],
    after: async ({ store, listId }) =>
      expect(await store.db.lists.toArray()).toMatchObject([{ id: listId, name: 'Recovered list 1' }]),
  },
  {
    name: 'derived keys are made anew',
    spoil: async ({ store }) => {
      const { db } = store;
      await db.readings.toCollection().modify((row) => void Object.assign(row, { shelves: { trash: 1 } }));
      await db.listEntries.toCollection().modify((row) => void Object.assign(row, { shownRank: 'z' }));
      await db.taggings.toCollection().modify((row) => void Object.assign(row, { shownKey: 'z' }));
      await db.notes.toCollection().modify((row) => void Object.assign(row, { shownAt: 1 }));
      await db.highlights.toCollection().modify((row) => void Object.assign(row, { shownAt: 1, tagKeys: [] }));
    },
    kinds: ['derived', 'derived', 'derived', 'derived', 'derived'],
    after: async ({ store }) => expect(await store.db.highlights.toArray()).toMatchObject([{ tagKeys: ['tides'] }]),
  },
  {
    name: 'an index that knows another text is made anew for it',
    spoil: ({ store, id }) => store.db.notes.update(id, { text: 'Changed behind its back' }),
    kinds: ['index'],
  },
  {
    name: 'an index that knows nothing of a state, or of an article, learns it',
    spoil: async ({ store, id }) => {
      await store.db.indexDeltas.clear();
      await store.db.indexArticles.where('articleId').equals(id).delete();
    },
    kinds: ['index'],
  },
];

describe('a library with something broken', () => {
  it.each(BREAKAGES)('$name', async ({ spoil, kinds, aside = [], after }) => {
    const planted = await aLibrary();
    const { store } = planted;
    await spoil(planted);
    expect((await kindsOf(store)).sort()).toEqual([...kinds].sort());
    const { check } = await repairLibrary(store, dressing);
    expect(check.faults).toEqual([]);
    expect((await readQuarantine(store)).map(({ table }) => table).sort()).toEqual([...aside].sort());
    await after?.(planted);
  });

  it.each(BREAKAGES)('changes nothing by being checked: $name', async ({ spoil }) => {
    const planted = await aLibrary();
    await spoil(planted);
    const dump = () => Promise.all(planted.store.db.tables.map((table) => table.toArray()));
    const before = await dump();
    await checkLibrary(planted.store);
    expect(await dump()).toEqual(before);
  });

  it('keeps a row that was put aside as it was', async () => {
    const { store, id } = await aLibrary();
    const note = await store.db.notes.get(id);
    await store.db.articles.delete(id);
    await repairLibrary(store, dressing);
    const rows = await readQuarantine(store);
    expect(rows).toContainEqual({
      id: expect.any(String),
      table: 'notes',
      row: note,
      why: 'no-article',
      at: store.now(),
    });
  });

  it.each(BREAKAGES)('changes nothing by a repair if that is mended meanwhile: $name', async ({ spoil }) => {
    const planted = await aLibrary();
    const { db } = planted.store;
    const tables = db.tables.filter(({ name }) => !name.startsWith('index'));
    const dump = () => Promise.all(tables.map((table) => table.toArray()));
    const before = await dump();
    await spoil(planted);
    const { faults } = await checkLibrary(planted.store);
    for (const [i, table] of tables.entries()) {
      await table.clear();
      await table.bulkPut(before[i] ?? []);
    }
    planted.store.wait();
    await mendFaults(planted.store, faults, dressing);
    expect(await dump()).toEqual(before);
  });
});
