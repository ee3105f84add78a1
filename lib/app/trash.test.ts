import { describe, expect, it } from 'vitest';
import { aDraft, aStore, type TestStore } from '../../tests/support/a-store.ts';
import { contentHash } from '../article/content-hash.ts';
import type { ArticleId } from '../article/ids.ts';
import { TRASH_MS } from '../article/reading.ts';
import { keepArticle } from '../store/articles.ts';
import { readHealth } from '../store/canary.ts';
import { checkLibrary } from '../store/check/check-library.ts';
import { readTrashed } from '../store/erase-articles.ts';
import { addHighlight } from '../store/highlights.ts';
import { indexAnew } from '../store/index-anew.ts';
import { readLists } from '../store/lists.ts';
import { writeNote } from '../store/notes.ts';
import { keepPictureFile, readPictures } from '../store/pictures.ts';
import { createActions } from './actions.ts';
import { createMarks } from './marks.ts';
import { createSearch } from './search.ts';
import { deleteTag, renameTag } from './tags.ts';
import { eraseForGood, purgeTrash } from './trash.ts';

/** An article with a text, a picture, a note, a mark, a tag and a list. The same `html` and `bytes` are shared. */
async function aRichArticle(store: TestStore, name: string, html = `<p>${name}</p>`, bytes = name): Promise<ArticleId> {
  store.wait();
  const pictureUrl = `https://daily.example/${name}.png`;
  const draft = await aDraft({ url: `https://daily.example/${name}`, title: name, html, pictureUrls: [pictureUrl] });
  const { articleId } = await keepArticle(store, draft);
  const [picture] = await readPictures(store, articleId);
  const blob = new Blob([bytes], { type: 'image/png' });
  const hash = await contentHash(new Uint8Array(await blob.arrayBuffer()));
  if (picture) await keepPictureFile(store, picture.id, { hash, blob, type: 'image/png', width: 4, height: 3 }, blob);
  await writeNote(store, { articleId }, `Note of ${name}`);
  const quote = { exact: name, prefix: '', suffix: '' };
  await addHighlight(store, { articleId, colour: 'green', note: 'See #tides', quote });
  const actions = createActions(store);
  await actions.tag(articleId, 'Sea');
  await actions.addToNewList('Later', articleId);
  return articleId;
}

/** Every row of an article, by table. */
async function rowsAbout(store: TestStore, id: ArticleId) {
  const tables = store.db.tables.filter(({ name }) => !name.startsWith('index'));
  const rows = await Promise.all(tables.map(async (table) => [table.name, await table.toArray()] as const));
  return Object.fromEntries(
    rows.map(([name, all]) => [name, all.filter((row) => row.articleId === id || row.id === id).length]),
  );
}

const countsOf = async ({ db }: TestStore) => ({
  bodies: await db.bodies.count(),
  files: await db.pictureFiles.count(),
  lists: (await readLists({ db } as TestStore)).length,
});

describe('erasing from the trash', () => {
  it('leaves nothing for a later undo to bring back', async () => {
    const store = aStore();
    const [gone, kept] = [await aRichArticle(store, 'gone'), await aRichArticle(store, 'kept')];
    const actions = createActions(store);
    const [list] = await readLists(store);
    if (!list) throw new Error('The list was made.');
    const mark = (await store.db.highlights.where({ articleId: gone }).first()) ?? ({} as never);
    const undos = [
      await actions.untag(gone, 'Sea'),
      await actions.removeFromList(list, gone),
      await createMarks(store).remove(mark),
      await renameTag(store, 'sea', 'Ocean'),
      await deleteTag(store, 'ocean'),
      await actions.markFavourite([gone]),
      await actions.trash([gone]),
    ];
    await eraseForGood(store, [gone]);
    const before = await rowsAbout(store, gone);
    for (const done of undos.toReversed()) await done?.undo();
    const reaches = await Promise.all(undos.map((done) => done?.reach?.()));
    // The tag was off one of them when it got another name and when it ended.
    const [ofGone, ofKept] = [
      { here: 0, erased: 1 },
      { here: 1, erased: 0 },
    ];
    expect(reaches).toEqual([ofGone, ofGone, ofGone, ofKept, ofKept, ofGone, ofGone]);
    // Typed and chosen in a window that does not know of it yet.
    await actions.tag(gone, 'Late');
    await actions.addToList(list, gone);
    expect(await rowsAbout(store, gone)).toEqual(before);
    expect(Object.values(before)).toEqual(Object.keys(before).map(() => 0));
    expect((await checkLibrary(store)).faults).toEqual([]);
    expect(await rowsAbout(store, kept)).toMatchObject({ taggings: 2, listEntries: 1 });
  });

  it('leaves what came of a joining where it is when that is taken back', async () => {
    const store = aStore();
    const [other, kept] = [await aRichArticle(store, 'other'), await aRichArticle(store, 'kept')];
    const joined = await createActions(store).join(kept, other);
    const whole = await store.db.highlights.toArray();
    await eraseForGood(store, [other]);
    expect(await joined.reach?.()).toEqual({ here: 0, erased: 1 });
    await joined.undo();
    expect((await store.db.highlights.toArray()).map(({ articleId }) => articleId)).toEqual([kept, kept]);
    expect(whole).toHaveLength(2);
    expect((await store.db.notes.get(kept))?.text).toBe('Note of kept\n\nNote of other');
    expect((await checkLibrary(store)).faults).toEqual([]);
  });

  it('takes all rows of an article, and nothing of another', async () => {
    const store = aStore();
    const [gone, kept] = [await aRichArticle(store, 'gone'), await aRichArticle(store, 'kept')];
    const before = await rowsAbout(store, kept);
    expect(before).toMatchObject({ articles: 1, readings: 1, versions: 1, pictures: 1, highlights: 1, taggings: 1 });
    await createActions(store).trash([gone]);
    expect(await eraseForGood(store, [gone])).toBe(1);
    expect(Object.values(await rowsAbout(store, gone))).toEqual(Object.keys(before).map(() => 0));
    expect(await rowsAbout(store, kept)).toEqual(before);
    expect(await countsOf(store)).toEqual({ bodies: 1, files: 1, lists: 1 });
    expect((await checkLibrary(store)).faults).toEqual([]);
    const search = createSearch(store);
    expect((await search.find('tides OR gone', 'newest', 9)).ids).toEqual([kept]);
    expect((await search.find('is:trashed', 'newest', 9)).count).toBe(0);
  });

  it('keeps a text and a picture file that another article shares', async () => {
    const store = aStore();
    const one = await aRichArticle(store, 'one', '<p>Shared</p>', 'shared');
    await aRichArticle(store, 'two', '<p>Shared</p>', 'shared');
    await createActions(store).trash([one]);
    await eraseForGood(store, [one]);
    expect(await countsOf(store)).toEqual({ bodies: 1, files: 1, lists: 1 });
    expect((await checkLibrary(store)).faults).toEqual([]);
  });

  it('leaves what is not in the trash, or was restored meanwhile', async () => {
    const store = aStore();
    const [here, back] = [await aRichArticle(store, 'here'), await aRichArticle(store, 'back')];
    const { trash, restore } = createActions(store);
    await trash([back]);
    const asked = await readTrashed(store);
    await restore([back]);
    expect(await eraseForGood(store, [...asked, here])).toBe(0);
    expect(await store.db.articles.count()).toBe(2);
  });

  it('leaves the rest whole when it is stopped', async () => {
    const store = aStore();
    const ids: ArticleId[] = [];
    for (let n = 0; n < 60; n++) {
      ids.push((await keepArticle(store, await aDraft({ url: `https://daily.example/${n}` }))).articleId);
    }
    await createActions(store).trash(ids);
    const stop = new AbortController();
    const erased = await eraseForGood(store, ids, { signal: stop.signal, tell: () => stop.abort() });
    expect(erased).toBe(50);
    expect(await readTrashed(store)).toEqual(ids.slice(50));
    expect((await checkLibrary(store)).faults).toEqual([]);
  });

  it('is no loss to the watch over the library', async () => {
    const store = aStore();
    const id = await aRichArticle(store, 'gone');
    await createActions(store).trash([id]);
    const before = await readHealth(store, undefined);
    await eraseForGood(store, [id]);
    expect(await readHealth(store, before.now)).toMatchObject({ status: 'fine', now: { counts: { articles: 0 } } });
  });

  it('lets an article come back under its own id, as from a vault', async () => {
    const store = aStore();
    const id = await aRichArticle(store, 'back');
    const rows = await Promise.all(
      ['articles', 'readings'].map(async (name) => [name, await store.db.table(name).get(id)] as const),
    );
    await createActions(store).trash([id]);
    await eraseForGood(store, [id]);
    const { db } = store;
    await db.transaction('rw', db.tables, async () => {
      for (const [name, row] of rows) await db.table(name).put(row);
      await indexAnew(store, [id]);
    });
    expect((await createSearch(store).find('back', 'newest', 9)).ids).toEqual([id]);
    expect(await db.indexArticles.orderBy('goneAt').count()).toBe(0);
  });
});

describe('the trash', () => {
  it('keeps an article for 30 days, and no longer', async () => {
    const store = aStore();
    const [early, late] = [await aRichArticle(store, 'early'), await aRichArticle(store, 'late')];
    const { trash } = createActions(store);
    await trash([early]);
    store.wait();
    await trash([late]);
    store.wait(TRASH_MS - 1001);
    const rest = async () => undefined;
    await purgeTrash(store, rest);
    expect(await readTrashed(store)).toEqual([early, late]);
    store.wait(1);
    await purgeTrash(store, rest);
    expect(await readTrashed(store)).toEqual([late]);
    store.wait(1000);
    await purgeTrash(store, rest);
    expect(await store.db.articles.count()).toBe(0);
  });

  it('erases nothing that was restored and put away again until 30 days after that', async () => {
    const store = aStore();
    const id = await aRichArticle(store, 'again');
    const { trash, restore } = createActions(store);
    await trash([id]);
    store.wait(TRASH_MS - 1);
    await restore([id]);
    await trash([id]);
    store.wait(2);
    await purgeTrash(store, async () => undefined);
    expect(await readTrashed(store)).toEqual([id]);
  });
});
