import { describe, expect, it } from 'vitest';
import { aDraft, aStore, type DraftParts, type TestStore } from '../../tests/support/a-store.ts';
import type { Article } from '../article/article.ts';
import type { ArticleId, ListId } from '../article/ids.ts';
import type { List } from '../article/list.ts';
import type { Reading } from '../article/reading.ts';
import { keepArticles } from './articles.ts';
import { addHighlight, changeHighlight } from './highlights.ts';
import { writeNote } from './notes.ts';
import { type Restored, restoreLists, restoreRecord } from './restore-record.ts';
import { readRecord } from './vault-rows.ts';

// What stays where a vault and the library know one article or one list: which of two facts wins, and in which order words stand.

const EARLY = 1_000;
const LATE = 5_000;

async function anArticle(parts: DraftParts = {}): Promise<{ readonly store: TestStore; readonly id: ArticleId }> {
  const store = aStore();
  const [kept] = await keepArticles(store, [await aDraft(parts)]);
  if (!kept) throw new Error('The article was kept.');
  return { store, id: kept.articleId };
}

async function restore(
  from: { readonly store: TestStore; readonly id: ArticleId },
  into: TestStore,
  thumbnail?: Blob,
): Promise<Restored> {
  const stored = await readRecord(from.store, from.id);
  if (!stored) throw new Error('The article is here.');
  return restoreRecord(into, stored.record, [], thumbnail, new Map());
}

type Facts = Partial<Omit<Reading, 'articleId' | 'shelves'>>;

/** What a library says of an article after another life of it was restored into it. */
async function joinedReading(here: Facts, vault: Facts): Promise<Reading | undefined> {
  const [mine, theirs] = [await anArticle(), await anArticle()];
  await mine.store.db.readings.update(mine.id, here);
  await theirs.store.db.readings.update(theirs.id, vault);
  await restore(theirs, mine.store);
  return mine.store.db.readings.get(mine.id);
}

describe('two lives of what was read', () => {
  it.each([
    ['the vault', { updatedAt: EARLY, savedAt: 40, progress: 0.8 }, { updatedAt: LATE, savedAt: 20, progress: 0.3 }],
    ['the library', { updatedAt: LATE, savedAt: 20, progress: 0.3 }, { updatedAt: EARLY, savedAt: 40, progress: 0.8 }],
  ])('keep the first save and the furthest place where %s is newer', async (_, here, vault) => {
    expect(await joinedReading(here, vault)).toMatchObject({ savedAt: 20, progress: 0.8, updatedAt: LATE });
  });

  it.each(['trashedAt', 'archivedAt'] as const)('leave an article out once it was taken out: %s', async (what) => {
    const inside = { updatedAt: EARLY, [what]: 900 };
    const outside = { updatedAt: LATE };
    expect((await joinedReading(inside, outside))?.[what]).toBeUndefined();
    expect((await joinedReading(outside, inside))?.[what]).toBeUndefined();
    const since = { updatedAt: LATE, [what]: 4_000 };
    expect((await joinedReading({ updatedAt: EARLY }, since))?.[what]).toBe(4_000);
    expect((await joinedReading(since, { updatedAt: EARLY }))?.[what]).toBe(4_000);
  });

  it('keep what only the older one knows, and stand where both say', async () => {
    const joined = await joinedReading({ updatedAt: LATE }, { updatedAt: EARLY, favouriteAt: 700, lastReadAt: 800 });
    expect(joined).toMatchObject({ favouriteAt: 700, lastReadAt: 800 });
    expect(joined?.shelves.favourites).toBe(700);
  });
});

describe('two lives of an article', () => {
  async function joined(here: Partial<Article>, vault: Partial<Article>, html: readonly (string | undefined)[]) {
    const [mine, theirs] = [
      await anArticle({ html: html[0], wordCount: 7 }),
      await anArticle({ html: html[1], wordCount: 9 }),
    ];
    await mine.store.db.articles.update(mine.id, here);
    await theirs.store.db.articles.update(theirs.id, vault);
    expect(await restore(theirs, mine.store)).toBe('joined');
    return { article: await mine.store.db.articles.get(mine.id), mine, theirs };
  }

  it.each([
    [
      'the newer one from the vault',
      { title: 'Mine', updatedAt: EARLY },
      { title: 'Theirs', updatedAt: LATE },
      'Theirs',
    ],
    ['the newer one here', { title: 'Mine', updatedAt: LATE }, { title: 'Theirs', updatedAt: EARLY }, 'Mine'],
    [
      'the one here of two from one moment',
      { title: 'Mine', updatedAt: LATE },
      { title: 'Theirs', updatedAt: LATE },
      'Mine',
    ],
  ])('have the title of %s', async (_, here, vault, title) => {
    const { article, mine } = await joined(here, vault, ['<p>One.</p>', '<p>Two.</p>']);
    expect(article).toMatchObject({ title, id: mine.id });
  });

  it('were saved when the first one was', async () => {
    const { article } = await joined({ savedAt: 30 }, { savedAt: 10 }, ['<p>One.</p>', '<p>Two.</p>']);
    expect(article?.savedAt).toBe(10);
  });

  it.each([
    ['a newer link from the vault', EARLY, LATE, ['<p>One.</p>', undefined], 7],
    ['a newer link here', LATE, EARLY, [undefined, '<p>Two.</p>'], 9],
  ] as const)('keep the text beside %s, with the number of its words', async (_, at, vaultAt, html, words) => {
    const { article, mine } = await joined({ updatedAt: at }, { updatedAt: vaultAt }, html);
    expect(article?.wordCount).toBe(words);
    if (article?.versionId === undefined) throw new Error('The text is gone.');
    expect((await mine.store.db.versions.get(article.versionId))?.articleId).toBe(mine.id);
  });

  it('are one where none is here', async () => {
    expect(await restore(await anArticle(), aStore())).toBe('added');
  });

  it('have the preview of the vault where none is here, and else their own', async () => {
    const [mine, theirs] = [await anArticle(), await anArticle()];
    const blobs = {
      mine: new Blob(['mine'], { type: 'image/png' }),
      theirs: new Blob(['theirs!'], { type: 'image/png' }),
    };
    await theirs.store.db.thumbnails.put({ articleId: theirs.id, blob: blobs.theirs, updatedAt: LATE });
    await restore(theirs, mine.store, blobs.theirs);
    expect((await mine.store.db.thumbnails.get(mine.id))?.blob.size).toBe(blobs.theirs.size);
    await mine.store.db.thumbnails.put({ articleId: mine.id, blob: blobs.mine, updatedAt: EARLY });
    await restore(theirs, mine.store, blobs.theirs);
    expect((await mine.store.db.thumbnails.get(mine.id))?.blob.size).toBe(blobs.mine.size);
  });
});

describe('words written in two lives', () => {
  it.each([
    ['both, the newer first', 'Mine', LATE, 'Theirs', EARLY, 'Mine\n\nTheirs'],
    ['both, the newer first, from the vault', 'Mine', EARLY, 'Theirs', LATE, 'Theirs\n\nMine'],
    ['both, the one here first, of one moment', 'Mine', LATE, 'Theirs', LATE, 'Mine\n\nTheirs'],
    ['the longer of two that begin alike', 'Mine', LATE, 'Mine and more', EARLY, 'Mine and more'],
    ['the longer of two, from here', 'Mine and more', EARLY, 'Mine', LATE, 'Mine and more'],
  ])('of an article are %s', async (_, here, hereAt, vault, vaultAt, expected) => {
    const [mine, theirs] = [await anArticle(), await anArticle()];
    await writeNote(mine.store, { articleId: mine.id }, here);
    await writeNote(theirs.store, { articleId: theirs.id }, vault);
    await mine.store.db.notes.update(mine.id, { updatedAt: hereAt });
    await theirs.store.db.notes.update(theirs.id, { updatedAt: vaultAt });
    await restore(theirs, mine.store);
    expect((await mine.store.db.notes.get(mine.id))?.text).toBe(expected);
  });

  async function twoMarks(hereAt: number, vaultAt: number, notes: readonly [string, string]) {
    const mine = await anArticle();
    const mark = await addHighlight(mine.store, {
      articleId: mine.id,
      colour: 'amber',
      quote: { exact: 'Text', prefix: '', suffix: '' },
      note: notes[0],
    });
    const stored = await readRecord(mine.store, mine.id);
    if (!stored) throw new Error('The article is here.');
    await changeHighlight(mine.store, mark.id, { colour: 'blue' }, hereAt);
    const theirs = { ...mark, colour: 'rose', note: notes[1], updatedAt: vaultAt };
    const record = { ...stored.record, more: { highlights: [theirs] } };
    await restoreRecord(mine.store, record, [], undefined, new Map());
    return mine.store.db.highlights.get(mark.id);
  }

  it.each([
    ['the newer from the vault', EARLY, LATE, ['Mine #own', 'Theirs'], 'rose', 'Theirs\n\nMine #own'],
    ['the newer here', LATE, EARLY, ['Mine #own', 'Theirs'], 'blue', 'Mine #own\n\nTheirs'],
    ['the one here, of one moment', LATE, LATE, ['Mine #own', 'Theirs'], 'blue', 'Mine #own\n\nTheirs'],
    ['the newer here, whose words hold the other’s', LATE, EARLY, ['Mine #own', 'Mine'], 'blue', 'Mine #own'],
  ] as const)('on a mark are all there, in the colour of %s', async (_, hereAt, vaultAt, notes, colour, note) => {
    const mark = await twoMarks(hereAt, vaultAt, notes);
    expect(mark).toMatchObject({ colour, note, tagKeys: ['own'] });
  });
});

describe('two lives of a list', () => {
  const aList = (parts: Partial<List> & Pick<List, 'name'>): List => ({
    id: `list-${parts.name}` as ListId,
    colour: 'green',
    rank: 'a',
    createdAt: EARLY,
    updatedAt: EARLY,
    ...parts,
  });

  async function restored(here: readonly List[], vault: readonly List[]) {
    const store = aStore();
    await store.db.lists.bulkPut([...here]);
    const ids = await restoreLists(store, vault);
    return { lists: new Map((await store.db.lists.toArray()).map((list) => [list.id, list])), ids };
  }

  it('are one by their name, whatever its case, under the id that is here', async () => {
    const { lists, ids } = await restored(
      [aList({ name: 'Chips' })],
      [aList({ name: 'CHIPS', id: 'other' as ListId })],
    );
    expect([...lists.keys()]).toEqual(['list-Chips']);
    expect(ids.get('other' as ListId)).toBe('list-Chips');
  });

  it.each([
    ['was deleted here', { deletedAt: 3 }, {}],
    ['was deleted in the vault', {}, { deletedAt: 3 }],
    ['is a saved search', { query: 'is:unread' }, {}],
  ])('are two where one %s', async (_, here, vault) => {
    const { lists } = await restored(
      [aList({ name: 'Chips', ...here })],
      [aList({ name: 'Chips', id: 'other' as ListId, ...vault })],
    );
    expect([...lists.keys()].toSorted()).toEqual(['list-Chips', 'other']);
  });

  it('nest under the list that is here, whichever of them the vault names first', async () => {
    const parent = aList({ name: 'Chips', id: 'their-parent' as ListId });
    const child = aList({ name: 'Etching', parentId: parent.id });
    for (const vault of [
      [parent, child],
      [child, parent],
    ]) {
      const { lists } = await restored([aList({ name: 'Chips' })], vault);
      expect(lists.get(child.id)?.parentId).toBe('list-Chips');
      expect([...lists.keys()].toSorted()).toEqual(['list-Chips', 'list-Etching']);
    }
  });

  it('have the colour of the newer one of one id, of one moment that from here, and the notes of both', async () => {
    const mine = aList({ name: 'Chips', colour: 'rose', note: 'Mine', updatedAt: EARLY });
    const theirs = aList({ name: 'Chips', colour: 'blue', note: 'Theirs', updatedAt: LATE });
    expect((await restored([mine], [theirs])).lists.get(mine.id)).toMatchObject({
      colour: 'blue',
      note: 'Theirs\n\nMine',
    });
    expect((await restored([theirs], [mine])).lists.get(mine.id)).toMatchObject({
      colour: 'blue',
      note: 'Theirs\n\nMine',
    });
    const atOnce = { ...theirs, updatedAt: EARLY };
    expect((await restored([mine], [atOnce])).lists.get(mine.id)).toMatchObject({
      colour: 'rose',
      note: 'Mine\n\nTheirs',
    });
  });
});
