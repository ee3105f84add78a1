import { describe, expect, it } from 'vitest';
import { aDraft, aStore, aText } from '../../tests/support/a-store.ts';
import { aLibrary, damage } from '../../tests/support/a-whole-library.ts';
import type { ArticleId, HighlightId } from '../article/ids.ts';
import { keepArticle } from './articles.ts';
import { openBackups } from './backups.ts';
import { decodeRemembered, readHealth } from './canary.ts';
import { addList, changeList } from './change-lists.ts';
import { checkLibrary } from './check/check-library.ts';
import { checkSome } from './check/check-some.ts';
import { readReadable, readReadableLists } from './check/read-readable.ts';
import { mendFaults } from './check/repair-library.ts';
import { openDatabase } from './database.ts';
import type { Drafts } from './drafts.ts';
import type { MarkDrafts } from './drafts-elsewhere.ts';
import { eraseTrashed } from './erase-articles.ts';
import { fillArticle } from './fill-article.ts';
import { handOver, readHandedOver } from './handed-over.ts';
import { addHighlight, changeHighlight, recoverHighlightNotes } from './highlights.ts';
import { addImport, addImportBatch, dropUnstarted } from './imports.ts';
import { writeListNote } from './list-notes.ts';
import { recoverNotes } from './notes.ts';
import { closeWhenOutdated, openAsItIs, wasLetGo } from './other-versions.ts';
import { readPictureCounts } from './pictures.ts';
import { readHighlights } from './read-highlights.ts';
import { changeReadings } from './readings.ts';
import { addTextJobs, failText, readFailedTexts, readTextProgress } from './text-jobs.ts';
import { readRecord } from './vault-rows.ts';

const nextRank = (last: string | undefined) => `${last ?? ''}m`;

describe('another version of Lectern', () => {
  it('gets the database at once, and the older one writes nothing more', async () => {
    const { store } = await aLibrary();
    let told = 0;
    closeWhenOutdated(store.db, () => told++);
    expect(wasLetGo(store.db)).not.toBe(true);
    const newer = openAsItIs(store.db.name);
    await newer.open();
    const { verno } = newer;
    newer.close();
    const upgraded = openDatabase(store.db.name);
    upgraded.version(verno + 1).stores({});
    await upgraded.open();
    expect(told).toBe(1);
    expect(wasLetGo(store.db)).toBe(true);
    await expect(store.db.articles.count()).rejects.toThrow();
    expect(await upgraded.articles.count()).toBe(1);
    upgraded.close();
  });

  it('is not meant where the library is erased: Dexie lets go of it by itself', async () => {
    const { store } = await aLibrary();
    let told = 0;
    closeWhenOutdated(store.db, () => told++);
    await openDatabase(store.db.name).delete();
    expect(told).toBe(0);
    expect(await store.db.articles.count()).toBe(0);
  });

  it('opens what there is in whatever version, and makes nothing where there is nothing', async () => {
    await expect(openAsItIs('nowhere').open()).rejects.toThrow();
    expect(openAsItIs().name).toBe('lectern');
  });
});

describe('what is known of backups', () => {
  it('is kept beside the library, each kind by itself', async () => {
    const backups = openBackups('some-backups');
    expect(await backups.readFacts()).toEqual({});
    await Promise.all([
      backups.changeFacts((facts) => ({ ...facts, place: 'folder' })),
      backups.changeFacts((facts) => ({ ...facts, lastAt: 5 })),
    ]);
    expect(await backups.readFacts()).toEqual({ place: 'folder', lastAt: 5 });
    expect(await backups.readFolder()).toBeUndefined();
    await backups.keepFolder({ name: 'Vaults' });
    expect(await backups.readFolder()).toEqual({ name: 'Vaults' });
    await backups.forgetFolder();
    expect(await backups.readFolder()).toBeUndefined();
    expect(await backups.readChecksums()).toBeUndefined();
    await backups.keepChecksums(new Blob(['sums']));
    expect(await (await backups.readChecksums())?.text()).toBe('sums');
    expect(await backups.readFacts()).toEqual({ place: 'folder', lastAt: 5 });
  });
});

describe('articles handed over to the next page of a tab', () => {
  const storageOf = (items: Record<string, string>): Storage =>
    ({
      getItem: (key: string) => items[key] ?? null,
      setItem: (key: string, value: string) => {
        items[key] = value;
      },
    }) as unknown as Storage;

  it('are read there, and anything else that stands in their place is none', () => {
    const items: Record<string, string> = {};
    expect(readHandedOver(storageOf(items))).toEqual([]);
    handOver(storageOf(items), ['a', 'b'] as ArticleId[]);
    expect(readHandedOver(storageOf(items))).toEqual(['a', 'b']);
    const [key] = Object.keys(items) as [string];
    expect(readHandedOver(storageOf({ [key]: '["a",7,null]' }))).toEqual(['a']);
    expect(readHandedOver(storageOf({ [key]: '{"length":1}' }))).toEqual([]);
  });
});

describe('a link that gets its text', () => {
  it.each([
    [{}, { title: 'A link', authors: ['Ada Example'], siteName: 'Daily Example', excerpt: 'Mine' }],
    [{ title: ' ' }, { title: 'Of the page' }],
    [{ title: 'https://daily.example/link' }, { title: 'Of the page' }],
    [{ authors: [] }, { authors: ['Of the page'] }],
    [{ siteName: 'daily.example' }, { siteName: 'The Daily' }],
    [{ excerpt: '' }, { excerpt: 'The page says' }],
  ])('keeps what is known of it, and takes from the page what is missing: %o', async (parts, expected) => {
    const store = aStore();
    const link = await aDraft({ url: 'https://daily.example/link', title: 'A link', html: undefined });
    const { articleId } = await keepArticle(store, { ...link, excerpt: 'Mine', ...parts });
    await addTextJobs(store, [articleId], 0);
    const page = { title: 'Of the page', authors: ['Of the page'], siteName: 'The Daily', excerpt: 'The page says' };
    const text = await aText('<p>Words of the page.</p>', { wordCount: 4 });
    const draft = { ...page, direction: 'rtl', language: 'en', wordCount: 4, text } as const;
    expect(await fillArticle(store, articleId, draft)).toBe('filled');
    expect(await store.db.articles.get(articleId)).toMatchObject({
      ...expected,
      direction: 'rtl',
      language: 'en',
      wordCount: 4,
    });
    expect((await checkLibrary(store)).faults).toEqual([]);
    expect(await fillArticle(store, articleId, draft)).toBe('not-needed');
    expect(await store.db.textJobs.count()).toBe(0);
  });

  it('is tried anew after a failure, is not queued twice, and says why it failed', async () => {
    const store = aStore();
    const { articleId } = await keepArticle(store, await aDraft({ html: undefined }));
    expect(await addTextJobs(store, [articleId], 0)).toBe(1);
    expect(await addTextJobs(store, [articleId], 0)).toBe(0);
    await failText(store, articleId, 'gone', 404);
    expect(await readFailedTexts(store)).toEqual([articleId]);
    expect(await readTextProgress(store)).toMatchObject({
      failed: 1,
      waiting: 0,
      failures: [{ why: 'gone', code: 404 }],
    });
    expect(await addTextJobs(store, [articleId], 0)).toBe(1);
    await failText(store, articleId, 'unreachable', undefined);
    const [failure] = (await readTextProgress(store)).failures;
    expect(failure).not.toHaveProperty('code');
  });
});

describe('notes that a page could not write', () => {
  const drafts = (rows: readonly object[]) => {
    const removed: unknown[] = [];
    return { removed, box: { put: () => undefined, remove: (id: unknown) => removed.push(id), readAll: () => rows } };
  };

  it('are written by the next one, also where the database has none of them yet', async () => {
    const store = aStore();
    const { articleId } = await keepArticle(store, await aDraft());
    const at = store.wait();
    const { removed, box } = drafts([
      { articleId, text: 'Typed', former: '', createdAt: at, updatedAt: at, shownAt: at },
    ]);
    await recoverNotes({ ...store, drafts: box as unknown as Drafts });
    expect(await store.db.notes.get(articleId)).toEqual({
      articleId,
      text: 'Typed',
      createdAt: at,
      updatedAt: at,
      shownAt: at,
    });
    expect(removed).toEqual([articleId]);
  });

  it('take the place of the older one, where a version that did not merge windows had set them down', async () => {
    const { store, id } = await aLibrary();
    const [mark] = await readHighlights(store, id);
    const at = store.wait();
    const gone = 'gone' as HighlightId;
    const { removed, box } = drafts([
      { highlightId: mark?.id, text: 'Typed #harbour', updatedAt: at },
      { highlightId: gone, text: 'Of no mark', updatedAt: at },
    ]);
    await recoverHighlightNotes({ ...store, markDrafts: box as unknown as MarkDrafts });
    expect(await readHighlights(store, id)).toMatchObject([
      { note: 'Typed #harbour', tagKeys: ['harbour'], notedAt: at },
    ]);
    expect(removed).toEqual([mark?.id, gone]);
    expect((await checkLibrary(store)).faults).toEqual([]);
  });

  it('are merged with what another window wrote since', async () => {
    const { store, id } = await aLibrary();
    const [mark] = await readHighlights(store, id);
    if (!mark) throw new Error('It has a mark.');
    store.wait();
    await changeHighlight(store, mark.id, { note: 'See #tides tonight' });
    const at = store.wait();
    const { box } = drafts([{ highlightId: mark.id, text: 'Do see #tides', former: 'See #tides', updatedAt: at }]);
    await recoverHighlightNotes({ ...store, markDrafts: box as unknown as MarkDrafts });
    const [{ note } = { note: '' }] = await readHighlights(store, id);
    for (const word of ['Do', 'tonight', '#tides']) expect(note).toContain(word);
  });

  it('are none in a worker, which has no place for them', async () => {
    const { store, id } = await aLibrary();
    await recoverNotes(store);
    await recoverHighlightNotes(store);
    expect((await store.db.notes.get(id))?.text).toBe('Mine');
  });
});

describe('a mark', () => {
  it('comes up for review when it is said, and not once that is taken away', async () => {
    const { store, id } = await aLibrary();
    const mark = await addHighlight(store, {
      articleId: id,
      colour: 'rose',
      quote: { exact: 'w', prefix: '', suffix: '' },
    });
    const review = { seenAt: 5, dueAt: 9 };
    await changeHighlight(store, mark.id, { review });
    await changeHighlight(store, mark.id, { colour: 'blue' });
    expect(await store.db.highlights.get(mark.id)).toMatchObject({ review, colour: 'blue' });
    await changeHighlight(store, mark.id, { review: undefined });
    expect(await store.db.highlights.get(mark.id)).not.toHaveProperty('review');
  });
});

describe('a kept search', () => {
  it('stands beside a list of its name, and each is made once', async () => {
    const store = aStore();
    const dress = () => ({ colour: 'blue', rank: 'm' }) as const;
    const list = await addList(store, 'Sea', dress);
    const search = await addList(store, 'sea', dress, 'tag:sea');
    expect(search).not.toBe(list);
    expect(await addList(store, 'SEA', dress, 'tag:sea')).toBe(search);
    expect(await store.db.lists.get(search)).toMatchObject({ query: 'tag:sea', name: 'sea' });
    await writeListNote(store, list, 'First', '');
    await Promise.all([
      writeListNote(store, list, 'Ahoy. First', 'First'),
      writeListNote(store, list, 'First mate', 'First'),
    ]);
    expect((await store.db.lists.get(list))?.note).toBe('Ahoy. First mate');
    await changeList(store, list, { deletedAt: 5 });
    expect(await addList(store, 'Sea', dress)).not.toBe(list);
  });
});

describe('imports that never began', () => {
  it('are forgotten with their batches, but for one that is being made ready', async () => {
    const store = aStore();
    const options = { lists: 'keep', tags: [], here: 'join' } as const;
    const counts = { total: 1, added: 0, joined: 0, skipped: 0, kept: 0, createdAt: 1 };
    for (const [id, updatedAt] of [
      ['old', 5],
      ['new', 6],
    ] as const) {
      await addImport(store, { id, name: 'Pocket', status: 'staging', options, ...counts, updatedAt });
      await addImportBatch(store, { importId: id, seq: 0, state: 'waiting', items: [] });
    }
    await dropUnstarted(store, 6);
    expect(await store.db.imports.toCollection().primaryKeys()).toEqual(['new']);
    expect(await store.db.importBatches.toCollection().primaryKeys()).toEqual([['new', 0]]);
  });
});

describe('an article with pictures of which one has no file', () => {
  it('is counted, and erased with the files that it alone has', async () => {
    const { store, id } = await aLibrary();
    await store.db.pictures.add({
      id: 'p' as never,
      articleId: id,
      url: 'https://daily.example/b.png',
      alt: '',
      position: 1,
      state: 'failed',
      attempts: 3,
      updatedAt: 1,
    });
    expect(await readPictureCounts(store, id)).toMatchObject({ kept: 1, failed: 1, bytes: 18 });
    await changeReadings(store, [id], () => ({ trashedAt: store.now() }));
    expect(await eraseTrashed(store, [id, 'gone' as ArticleId])).toEqual([id]);
    expect(await store.db.pictureFiles.count()).toBe(0);
    expect((await checkLibrary(store)).faults).toEqual([]);
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

describe('what can be read of a damaged library', () => {
  it('is an article as a vault has it, where nothing is damaged', async () => {
    const { store, id } = await aLibrary();
    const whole = await readRecord(store, id);
    const { thumbnail: _, ...record } = whole?.record ?? { thumbnail: undefined };
    expect(await readReadable(store, id)).toEqual({ record });
    expect(await readReadableLists(store)).toEqual(await store.db.lists.toArray());
    expect(await readReadable(store, 'gone' as ArticleId)).toBeUndefined();
  });

  it.each([
    ['articles', undefined],
    ['readings', { reading: { progress: 0 }, note: { text: 'Mine' } }],
    ['versions', { versions: [], bodies: [], note: { text: 'Mine' } }],
    ['bodies', { bodies: [], versions: [{}, {}] }],
    ['notes', { versions: [{}, {}] }],
    ['listEntries', { entries: [], taggings: [{ label: 'Sea' }] }],
    ['taggings', { taggings: [], entries: [{}] }],
    ['pictures', { pictures: [] }],
    ['pictureFiles', { pictures: [{ state: 'waiting', attempts: 0 }] }],
    ['highlights', { note: { text: 'Mine' } }],
  ])('is the rest, where %s are damaged', async (table, expected) => {
    const { store, id } = await aLibrary();
    damage(store, table);
    const record = (await readReadable(store, id))?.record;
    if (expected === undefined) expect(record).toBeUndefined();
    else expect(record).toMatchObject(expected);
    expect('more' in (record ?? {})).toBe(!['articles', 'highlights'].includes(table));
    if (table === 'notes') expect(record).not.toHaveProperty('note');
  });

  it('has a picture to be fetched again for one whose bytes are gone, and one without a file as it is', async () => {
    const { store, id } = await aLibrary();
    const lost = { arrayBuffer: () => Promise.reject(new Error('The file is gone.')) };
    store.db.pictureFiles.hook('reading', (file) => ({ ...file, blob: lost }));
    await store.db.pictures.add({
      id: 'zz' as never,
      articleId: id,
      url: 'https://daily.example/b.png',
      alt: '',
      position: 1,
      state: 'failed',
      attempts: 3,
      updatedAt: 1,
    });
    const record = (await readReadable(store, id))?.record;
    expect(record?.pictures).toMatchObject([{ state: 'waiting' }, { id: 'zz', state: 'failed', attempts: 3 }]);
    expect(record?.pictures[0]).not.toHaveProperty('fileHash');
    expect(await checkSome(store, { body: '', file: '' })).toMatchObject({ texts: 0, pictures: 1 });
  });

  it('goes round from the first text again, and has none to look at in an empty library', async () => {
    const { store } = await aLibrary();
    const [first, second] = (await store.db.bodies.toCollection().primaryKeys()) as string[] as [string, string];
    const { walk } = await checkSome(store, { body: first, file: '' });
    expect(walk.body).toBe(first);
    expect((await checkSome(store, { body: second, file: '' })).walk.body).toBe(second);
    expect((await checkSome(aStore(), { body: 'a', file: 'b' })).walk).toEqual({ body: '', file: '' });
  });
});

describe('an index of which not even the revision can be read', () => {
  it('is made again, under a revision that no page can have seen', async () => {
    const { store } = await aLibrary();
    await store.db.indexRoot.put({ name: 'revision', revision: 7, merged: 0 });
    damage(store, 'indexRoot', ({ revision }) => revision === 7);
    const { faults } = await checkLibrary(store);
    expect(faults).toEqual([{ kind: 'index', table: 'indexArticles' }]);
    await mendFaults(store, faults, { nextRank });
    const whole = aStore(store.db.name);
    expect((await checkLibrary(whole)).faults).toEqual([]);
    expect(await whole.db.indexRoot.get('revision')).toMatchObject({ revision: Math.floor(store.now() / 1000) + 1 });
  });
});
