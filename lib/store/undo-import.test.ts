import { describe, expect, it } from 'vitest';
import { aDraft, aStore, aText, type TestStore } from '../../tests/support/a-store.ts';
import type { ArticleId, ListId } from '../article/ids.ts';
import type { PreparedItem } from '../article/import-job.ts';
import { applyImportBatch } from './apply-import.ts';
import { keepArticle } from './articles.ts';
import { addList, changeList } from './change-lists.ts';
import { putManyOnList, tagMany } from './change-many.ts';
import { checkLibrary } from './check/check-library.ts';
import { changeHighlight } from './highlights.ts';
import { addImport, addImportBatch, changeImport } from './imports.ts';
import { writeNote } from './notes.ts';
import { changeReadings } from './readings.ts';
import { restoreLists, restoreRecord } from './restore-record.ts';
import { removeTag } from './tags.ts';
import { undoImportBatch } from './undo-import.ts';
import { readAllLists, readRecord } from './vault-rows.ts';

const nextRank = (last: string | undefined) => `${last ?? ''}m`;
const URL = 'https://daily.example/joined';

async function anItem(url = URL): Promise<PreparedItem> {
  const { body } = await aText('<p>From afar.</p>');
  return {
    url,
    urlKey: url,
    title: 'From afar',
    authors: [],
    siteName: 'daily.example',
    excerpt: 'From afar',
    direction: 'ltr',
    isArchived: false,
    isFavourite: true,
    progress: 0.5,
    tags: [{ tagKey: 'far', label: 'Far' }],
    lists: ['Fresh'],
    note: 'From afar',
    marks: [{ quote: { exact: 'afar', prefix: '', suffix: '' }, colour: 'green', note: '' }],
    text: { ...body, wordCount: 2, pictures: ['a', 'b'].map((name) => ({ url: `${url}/${name}.png`, alt: '' })) },
  };
}

/** A link that was here, and what an import made of it. */
async function imported() {
  const store = aStore();
  const { articleId } = await keepArticle(store, await aDraft({ url: URL, title: URL, html: undefined }));
  store.wait();
  const options = { lists: 'keep', tags: [], here: 'join' } as const;
  const counts = { total: 2, added: 0, joined: 0, skipped: 0, kept: 0, createdAt: 1, updatedAt: 1 };
  await addImport(store, { id: 'one', name: 'Pocket', status: 'running', options, ...counts });
  const items = [await anItem(), await anItem('https://daily.example/new')];
  await addImportBatch(store, { importId: 'one', seq: 0, state: 'waiting', items });
  await applyImportBatch(store, 'one', 0, { nextRank, colourOf: () => 'blue' });
  store.wait();
  return { store, articleId };
}

async function undo(store: TestStore) {
  await changeImport(store, 'one', ['running'], 'undoing');
  await undoImportBatch(store, 'one', 0);
  expect((await checkLibrary(store)).faults).toEqual([]);
}

const rowsOf = async ({ db }: TestStore, articleId: ArticleId) => ({
  article: await db.articles.get(articleId),
  reading: await db.readings.get(articleId),
  note: (await db.notes.get(articleId))?.text,
  tags: (await db.taggings.where({ articleId }).toArray()).map(({ label }) => label),
  marks: await db.highlights.where({ articleId }).count(),
  lists: await db.listEntries.where({ articleId }).count(),
  pictures: (await db.pictures.where({ articleId }).toArray()).map(({ state }) => state),
});

describe('a link that an import gave its text', () => {
  it('is a link again once that is taken back, and the text and its pictures are gone', async () => {
    const { store, articleId } = await imported();
    expect(await rowsOf(store, articleId)).toMatchObject({
      note: 'From afar',
      tags: ['Far'],
      marks: 1,
      lists: 1,
      pictures: ['blocked', 'blocked'],
    });
    // A picture that the reader asked for meanwhile is theirs.
    const [first] = await store.db.pictures.where({ articleId }).toArray();
    await store.db.pictures.update(first?.id ?? ('' as never), { state: 'failed', updatedAt: store.now() });
    await undo(store);
    const left = await rowsOf(store, articleId);
    expect(left).toMatchObject({ note: undefined, tags: [], marks: 0, lists: 0, pictures: ['failed'] });
    expect(left.article).toMatchObject({ title: URL, wordCount: 0 });
    expect(left.article).not.toHaveProperty('versionId');
    expect(left.reading).toMatchObject({ progress: 0 });
    expect(await store.db.versions.count()).toBe(0);
    expect(await store.db.bodies.count()).toBe(0);
    expect(await store.db.lists.count()).toBe(0);
    expect(await store.db.articles.count()).toBe(1);
  });

  it('keeps each part that the reader has changed since', async () => {
    const { store, articleId } = await imported();
    const [mark] = await store.db.highlights.where({ articleId }).toArray();
    const [list] = await store.db.lists.toArray();
    if (!mark || !list) throw new Error('The import made them.');
    await writeNote(store, { articleId }, 'Mine now');
    await removeTag(store, articleId, 'Far');
    await tagMany(store, [articleId], 'far');
    await changeHighlight(store, mark.id, { colour: 'rose' });
    await changeReadings(store, [articleId], () => ({ archivedAt: store.now() }));
    await store.db.articles.update(articleId, { title: 'My title', updatedAt: store.now() });
    await store.db.listEntries.update([list.id, articleId], { updatedAt: store.now() });
    await undo(store);
    const left = await rowsOf(store, articleId);
    expect(left).toMatchObject({
      note: 'Mine now',
      tags: ['Far'],
      marks: 1,
      lists: 1,
      pictures: ['blocked', 'blocked'],
    });
    expect(left.article).toMatchObject({ title: 'My title', wordCount: 2 });
    expect(left.reading).toHaveProperty('archivedAt');
    expect(await store.db.lists.count()).toBe(1);
  });

  it('can be taken back by a journal from before there were marks, and of a version that is gone', async () => {
    const { store, articleId } = await imported();
    const batch = await store.db.importBatches.get(['one', 0]);
    const joined = (batch?.journal?.joined ?? []).map(({ markIds: _, ...rest }) => rest);
    await store.db.importBatches.update(['one', 0], { journal: { ...batch?.journal, joined } } as never);
    const { versionId } = (await store.db.articles.get(articleId)) ?? {};
    await store.db.versions.delete(versionId ?? ('' as never));
    await store.db.bodies.clear();
    await store.db.articles
      .where('url')
      .notEqual(URL)
      .count()
      .catch(() => 0);
    await changeImport(store, 'one', ['running'], 'undoing');
    await undoImportBatch(store, 'one', 0);
    expect(await rowsOf(store, articleId)).toMatchObject({ marks: 1, note: undefined });
    expect((await store.db.articles.get(articleId))?.title).toBe(URL);
  });

  it('leaves a list that was renamed, or that something else was put on', async () => {
    const { store, articleId } = await imported();
    const [list] = await store.db.lists.toArray();
    const { articleId: other } = await keepArticle(store, await aDraft({ url: 'https://daily.example/other' }));
    await putManyOnList(store, list?.id ?? ('' as ListId), [other], nextRank);
    await undo(store);
    expect(await store.db.lists.count()).toBe(1);
    expect(await store.db.listEntries.where({ articleId }).count()).toBe(0);
    expect(await store.db.listEntries.where({ articleId: other }).count()).toBe(1);
  });

  it('is imported though it had lost its state, which is made anew', async () => {
    const { store, articleId } = await imported();
    await store.db.readings.delete(articleId);
    await addImportBatch(store, { importId: 'one', seq: 1, state: 'waiting', items: [await anItem()] });
    await applyImportBatch(store, 'one', 1, { nextRank, colourOf: () => 'blue' });
    expect(await store.db.readings.get(articleId)).toMatchObject({ progress: 0.5 });
    await addImportBatch(store, { importId: 'one', seq: 2, state: 'waiting' });
    await applyImportBatch(store, 'one', 2, { nextRank, colourOf: () => 'blue' });
    expect((await store.db.importBatches.get(['one', 2]))?.state).toBe('applied');
    expect((await checkLibrary(store)).faults).toEqual([]);
  });
});

describe('lists of a vault', () => {
  it('come back deleted if they were, beside a live one of their name, and find the one they stand in', async () => {
    const [vault, here] = [aStore(), aStore()];
    const dress = () => ({ colour: 'blue', rank: 'm' }) as const;
    const gone = await addList(vault, 'Later', dress);
    await changeList(vault, gone, { deletedAt: 5, parentId: 'elsewhere' as ListId });
    const own = await addList(here, 'later', dress);
    const ids = await restoreLists(here, await readAllLists(vault));
    expect(ids.get(gone)).toBe(gone);
    expect(await here.db.lists.get(gone)).toMatchObject({ deletedAt: 5, parentId: 'elsewhere' });
    expect(await here.db.lists.get(own)).not.toHaveProperty('deletedAt');
  });

  it('are made anew by a check, where a record names one that the vault had lost', async () => {
    const [vault, here] = [aStore(), aStore()];
    const { articleId } = await keepArticle(vault, await aDraft());
    const listId = await addList(vault, 'Later', () => ({ colour: 'blue', rank: 'm' }));
    await putManyOnList(vault, listId, [articleId], nextRank);
    const stored = await readRecord(vault, articleId);
    if (!stored) throw new Error('It is here.');
    await restoreRecord(here, stored.record, [], undefined, new Map());
    expect((await checkLibrary(here)).faults).toMatchObject([{ kind: 'no-list' }]);
  });
});

describe('what is put on a list while its article lies in the trash', () => {
  it('is there once that is back', async () => {
    const store = aStore();
    const { articleId } = await keepArticle(store, await aDraft());
    const listId = await addList(store, 'Later', () => ({ colour: 'blue', rank: 'm' }));
    await changeReadings(store, [articleId], () => ({ trashedAt: store.now() }));
    expect(await putManyOnList(store, listId, [articleId], nextRank)).toEqual([articleId]);
    expect(await tagMany(store, [articleId], 'Sea')).toEqual([articleId]);
    expect((await checkLibrary(store)).faults).toEqual([]);
    await changeReadings(store, [articleId], () => ({ trashedAt: undefined }));
    expect(await store.db.listEntries.orderBy('[listId+shownRank]').count()).toBe(1);
    expect((await checkLibrary(store)).faults).toEqual([]);
  });
});
