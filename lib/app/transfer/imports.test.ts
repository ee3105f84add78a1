import { describe, expect, it } from 'vitest';
import { aDraft, aStore, type TestStore } from '../../../tests/support/a-store.ts';
import { anItem, dump, importAll, OPTIONS, runnerOf } from '../../../tests/support/run-import.ts';
import type { ListId } from '../../article/ids.ts';
import { byRank, type List } from '../../article/list.ts';
import { keepArticle } from '../../store/articles.ts';
import { findIndexFaults } from '../../store/check/check-index.ts';
import { readImports } from '../../store/imports.ts';
import { writeNote } from '../../store/notes.ts';
import { readRows } from '../../store/rows.ts';
import { addTag } from '../../store/tags.ts';
import { tendIndex } from '../../store/tend-index.ts';
import { createImports } from './imports.ts';
import { createImportRunner } from './run-imports.ts';
import { stageImport } from './stage-import.ts';

async function rowOf(store: TestStore, urlKey: string) {
  const article = await store.db.articles.where('urlKey').equals(urlKey).first();
  const [row] = await readRows(store, article ? [article.id] : []);
  const lists = await store.db.lists.toArray();
  return (
    row && {
      ...row,
      lists: row.listIds.map((id) => lists.find((list) => list.id === id)?.name),
      note: (await store.db.notes.get(row.article.id))?.text,
    }
  );
}

describe('an import while the search index is merged', () => {
  it('leaves an index that is right, whoever of both comes first', async () => {
    const store = aStore();
    const notes = Array.from({ length: 30 }, (_, n) => n);
    for (const n of notes) {
      const { articleId } = await keepArticle(store, await aDraft({ url: `https://lamp.example/${n}` }));
      await writeNote(store, { articleId }, `note ${n}`);
    }
    // Half of them are here already, and get a tag.
    const items = Array.from({ length: 60 }, (_, n) => anItem({ url: `https://lamp.example/${n}`, tags: ['sea'] }));
    await stageImport(store, store, 'Pocket', items, OPTIONS);
    const [first] = await store.db.articles.toArray();
    if (!first) throw new Error('There are articles.');
    await Promise.all([
      runnerOf(store)(),
      tendIndex(store),
      writeNote(store, { articleId: first.id }, 'typed meanwhile'),
      tendIndex(store),
      tendIndex(store),
    ]);
    expect(await findIndexFaults(store, () => undefined)).toEqual([]);
    while (await tendIndex(store));
    expect(await findIndexFaults(store, () => undefined)).toEqual([]);
    expect(await store.db.articles.count()).toBe(60);
    expect((await store.db.notes.get(first.id))?.text).toBe('typed meanwhile');
  });
});

describe('an import', () => {
  it('brings articles with date, state, tags, lists, note and text', async () => {
    const store = aStore();
    await importAll(store, [
      anItem({
        addedAt: 1000,
        isArchived: true,
        isFavourite: true,
        tags: ['Sea', 'sea'],
        lists: [['Work', 'Boats']],
        notes: ['Mine'],
        highlights: [{ quote: 'Bright  words', note: 'why', tags: ['to do'], createdAt: 2000 }],
        text: { kind: 'article', html: '<p>Bright words.</p>' },
      }),
      anItem({ url: 'https://lamp.example/b', title: 'No date' }),
    ]);
    const row = await rowOf(store, 'https://lamp.example/a');
    expect(row).toMatchObject({ tags: ['sea'], lists: ['Boats'], note: 'Mine' });
    const [outer, inner] = await store.db.lists.toArray();
    expect([outer?.name, inner?.parentId]).toEqual(['Work', outer?.id]);
    expect(await store.db.highlights.toArray()).toMatchObject([
      {
        articleId: row?.article.id,
        quote: { exact: 'Bright words', prefix: '', suffix: '' },
        note: 'why\n\n#to-do',
        tagKeys: ['to-do'],
        createdAt: 2000,
        shownAt: 2000,
      },
    ]);
    expect(row?.article).toMatchObject({ title: 'A lamp', savedAt: 1000, wordCount: 2 });
    expect(row?.reading.shelves).toEqual({ archive: 1000, favourites: 1000 });
    expect((await rowOf(store, 'https://lamp.example/b'))?.reading.shelves).toHaveProperty('inbox');
    expect(await readImports(store, 1)).toMatchObject([{ status: 'done', total: 2, added: 2, joined: 0 }]);
  });

  it('joins what is here: the earlier date, more tags, both notes, and nothing lost', async () => {
    const store = aStore();
    const { articleId } = await keepArticle(
      store,
      await aDraft({ url: 'https://lamp.example/a', title: 'Its own title' }),
    );
    await addTag(store, articleId, 'Own');
    await writeNote(store, { articleId }, 'Own note');
    store.wait();
    await importAll(store, [anItem({ addedAt: 5000, isArchived: true, tags: ['new', 'own'], notes: ['From Pocket'] })]);
    const row = await rowOf(store, 'https://lamp.example/a');
    expect(row).toMatchObject({ note: 'Own note\n\nFrom Pocket', article: { savedAt: 5000, title: 'Its own title' } });
    expect(row?.tags.toSorted()).toEqual(['Own', 'new']);
    expect(row?.reading.archivedAt).toBeUndefined();
    expect(await store.db.articles.count()).toBe(1);
  });

  it('gives a link that is here the text of the import, and leaves a text that is here alone', async () => {
    const store = aStore();
    await keepArticle(store, await aDraft({ url: 'https://lamp.example/a', html: undefined }));
    await keepArticle(store, await aDraft({ url: 'https://lamp.example/b', html: '<p>Own</p>' }));
    const text = { kind: 'article' as const, html: '<p>Imported text</p>' };
    await importAll(store, [anItem({ text }), anItem({ url: 'https://lamp.example/b', text })]);
    const bodies = (await store.db.bodies.toArray()).map(({ html }) => html).sort();
    expect(bodies).toEqual(['<p>Imported text</p>', '<p>Own</p>']);
  });

  it('is found in the search as if every article had been indexed by itself', async () => {
    const store = aStore();
    await keepArticle(store, await aDraft({ url: 'https://lamp.example/b', html: undefined }));
    const highlights = [{ quote: 'Bright', note: 'why #sea' }];
    const text = { kind: 'article' as const, html: '<p>Bright words. <img src="https://lamp.example/p.png"></p>' };
    const rich = { highlights, text, tags: ['Sea'], lists: [['Winter']], notes: ['Mine'], isFavourite: true };
    await importAll(store, [anItem(rich), anItem({ ...rich, url: 'https://lamp.example/b' })]);
    expect(await findIndexFaults(store, () => undefined)).toEqual([]);
  });

  it('gives an article that is here the marks it has not, each once', async () => {
    const store = aStore();
    const highlights = [{ quote: 'One' }, { quote: 'Two', note: 'why' }];
    await importAll(store, [anItem({ highlights })]);
    store.wait();
    await importAll(store, [anItem({ highlights: [...highlights, { quote: 'Two', note: 'and more' }] })]);
    const marks = await store.db.highlights.toArray();
    expect(marks.map(({ quote, note }) => `${quote.exact}: ${note}`)).toEqual(['One: ', 'Two: why', 'Two: and more']);
  });

  it('passes over what is here if the reader says so', async () => {
    const store = aStore();
    await keepArticle(store, await aDraft({ url: 'https://lamp.example/a' }));
    await importAll(store, [anItem({ tags: ['x'] })], { ...OPTIONS, here: 'skip' });
    expect(await store.db.taggings.count()).toBe(0);
    expect(await readImports(store, 1)).toMatchObject([{ added: 0, joined: 0, skipped: 1 }]);
  });

  it('puts all into one list and adds a tag, as chosen', async () => {
    const store = aStore();
    await importAll(store, [anItem({ lists: [['Old']] })], {
      lists: { name: 'From Pocket' },
      tags: ['pocket'],
      here: 'join',
    });
    expect(await rowOf(store, 'https://lamp.example/a')).toMatchObject({ lists: ['From Pocket'], tags: ['pocket'] });
  });

  it('writes a batch whole that has hundreds of lists, in a library that has some of them', async () => {
    const store = aStore();
    const named = (n: number) => anItem({ url: `https://lamp.example/${n}`, lists: [[`List ${n % 250}`], ['All']] });
    await importAll(
      store,
      Array.from({ length: 20 }, (_, n) => named(n)),
    );
    const before = await dump(store);
    store.wait();
    const id = await importAll(
      store,
      Array.from({ length: 500 }, (_, n) => named(n)),
    );
    expect(await readImports(store, 1)).toMatchObject([{ status: 'done', added: 480, joined: 20 }]);
    expect(await store.db.lists.count()).toBe(251);
    const entries = await store.db.listEntries.toArray();
    expect(entries).toHaveLength(1000);
    const ranks = new Set(entries.map(({ listId, rank }) => `${listId} ${rank}`));
    expect(ranks.size).toBe(1000);
    await createImports(store, () => undefined).undo(id);
    await runnerOf(store)();
    expect(await dump(store)).toEqual(before);
  });

  it('puts folders into the lists that are here, whatever is deleted, named as before, or nested by hand', async () => {
    const store = aStore();
    const row = { colour: 'blue', createdAt: 1, updatedAt: 1 } as const;
    const list = (id: string, name: string, more: Partial<List> = {}): List => ({
      ...row,
      id: id as ListId,
      name,
      rank: id,
      ...more,
    });
    await store.db.lists.bulkAdd([
      list('a', 'Work'),
      list('b', 'Boats', { parentId: 'a' as ListId }),
      list('c', 'Home', { deletedAt: 5 }),
      list('d', 'Garden', { parentId: 'c' as ListId }),
      list('e', 'Work / Old'),
      list('f', 'home', { query: 'tag:home' }),
    ]);
    const paths = [
      ['work', 'BOATS'],
      ['Boats'],
      ['Garden', 'Beds'],
      ['Garden'],
      ['Work', 'Old'],
      ['Home', 'Garden'],
      ['Work', 'Boats', 'Sails'],
    ];
    await importAll(
      store,
      paths.map((path, n) => anItem({ url: `https://lamp.example/${n}`, lists: [path] })),
    );
    const lists = await store.db.lists.toArray();
    const told = ({ name, parentId }: List) => [lists.find(({ id }) => id === parentId)?.name, name].join(' > ');
    const made = lists.filter(({ createdAt }) => createdAt !== 1).sort(byRank);
    expect(made.map(told)).toEqual(['Garden > Beds', ' > Home', 'Home > Garden', 'Work > Boats / Sails']);
    const idsOf = async (n: number) => (await rowOf(store, `https://lamp.example/${n}`))?.listIds;
    expect(await Promise.all([0, 1, 3, 4].map(idsOf))).toEqual([['b'], ['b'], ['d'], ['e']]);
  });

  it('makes one article of addresses that are the same page', async () => {
    const store = aStore();
    await importAll(store, [
      anItem({ url: 'http://www.lamp.example/a?utm_source=y', tags: ['y'], notes: ['N'] }),
      anItem({ tags: ['x'] }),
    ]);
    const row = await rowOf(store, 'https://lamp.example/a');
    expect(row?.article).toMatchObject({
      url: 'http://www.lamp.example/a',
      uncutUrl: 'http://www.lamp.example/a?utm_source=y',
    });
    expect(row?.tags.toSorted()).toEqual(['x', 'y']);
    expect(row?.note).toBe('N');
  });

  it('can be paused, and goes on where it was in another worker', async () => {
    const store = aStore();
    const items = Array.from({ length: 450 }, (_, n) => anItem({ url: `https://lamp.example/${n}`, title: `T${n}` }));
    const id = await stageImport(store, store, 'Pocket', items, OPTIONS);
    const imports = createImports(store, () => undefined);
    let steps = 0;
    const stopping = createImportRunner({
      store,
      bulk: store,
      stayAwake: async () => (++steps === 2 ? imports.pause(id) : undefined),
      keepIndex: async () => undefined,
      wakeLater: async () => undefined,
    });
    await stopping();
    expect(await store.db.articles.count()).toBe(400);
    expect(await readImports(store, 1)).toMatchObject([{ status: 'paused' }]);
    await imports.resume(id);
    await runnerOf(store)();
    expect(await store.db.articles.count()).toBe(450);
    expect(await readImports(store, 1)).toMatchObject([{ status: 'done', added: 450 }]);
  });

  it('pauses with the reason when the database fails, and nothing of the batch remains', async () => {
    const store = aStore();
    await stageImport(store, store, 'Pocket', [anItem()], OPTIONS);
    const failing = () => {
      throw new Error('The disk is full');
    };
    store.db.readings.hook('creating', failing);
    await runnerOf(store)();
    expect(await readImports(store, 1)).toMatchObject([
      { status: 'paused', problem: expect.stringContaining('disk is full') },
    ]);
    expect(await store.db.articles.count()).toBe(0);
    store.db.readings.hook('creating').unsubscribe(failing);
  });

  it('forgets an import that was never started', async () => {
    const store = aStore();
    const id = await stageImport(store, store, 'Pocket', [anItem()], OPTIONS);
    await store.db.imports.update(id, { status: 'staging' });
    store.wait(3_600_000);
    await runnerOf(store)();
    expect([
      await store.db.imports.count(),
      await store.db.importBatches.count(),
      await store.db.articles.count(),
    ]).toEqual([0, 0, 0]);
  });
});
