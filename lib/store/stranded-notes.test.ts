import { describe, expect, it } from 'vitest';
import { aStorage } from '../../tests/support/a-storage.ts';
import { aLibrary } from '../../tests/support/a-whole-library.ts';
import { isArticleGone } from '../article/article-gone.ts';
import type { ListId } from '../article/ids.ts';
import { checkLibrary } from './check/check-library.ts';
import { openDrafts } from './drafts.ts';
import { openListDrafts, openMarkDrafts } from './drafts-elsewhere.ts';
import { eraseTrashed } from './erase-articles.ts';
import { recoverHighlightNotes, writeHighlightNote } from './highlights.ts';
import { recoverNotes, writeNote } from './notes.ts';
import { readHighlights } from './read-highlights.ts';
import { changeReadings } from './readings.ts';
import { readStrandedNotes } from './stranded-notes.ts';

/** A library with an article, which another window erases while it still stands in this one. */
async function anErasedArticle() {
  const { items, storage } = aStorage();
  const { store: plain, id, listId } = await aLibrary();
  const store = Object.assign(plain, {
    drafts: openDrafts(storage),
    markDrafts: openMarkDrafts(storage),
    listDrafts: openListDrafts(storage),
  });
  const [mark] = await readHighlights(store, id);
  if (!mark) throw new Error('It has a mark.');
  await changeReadings(store, [id], () => ({ trashedAt: store.now() }));
  await eraseTrashed(store, [id]);
  return { store, id, markId: mark.id, listId, items };
}

describe('a note on an article that another window has erased', () => {
  it('makes no row without an article, says so, and stays where the reader finds it', async () => {
    const { store, id } = await anErasedArticle();
    await expect(writeNote(store, { articleId: id, former: '' }, 'Typed on')).rejects.toSatisfy(isArticleGone);
    expect((await checkLibrary(store)).faults).toEqual([]);
    await recoverNotes(store);
    expect(await store.db.notes.count()).toBe(0);
    expect(await readStrandedNotes(store)).toMatchObject([{ text: 'Typed on', typedAt: store.now() }]);
  });

  it('stays when it is on a mark, and the latest comes first', async () => {
    const { store, id, markId } = await anErasedArticle();
    await writeNote(store, { articleId: id }, 'On all of it').catch(isArticleGone);
    store.wait();
    const writing = writeHighlightNote(store, markId, 'On the mark', '');
    await expect(writing).rejects.toSatisfy(isArticleGone);
    await recoverHighlightNotes(store);
    expect((await readStrandedNotes(store)).map(({ text }) => text)).toEqual(['On the mark', 'On all of it']);
  });

  it('is written once the article is back', async () => {
    const { store, id } = await anErasedArticle();
    await writeNote(store, { articleId: id, former: '' }, 'Typed on').catch(isArticleGone);
    await store.db.articles.add({ id, urlKey: 'back' } as never);
    await recoverNotes(store);
    expect((await store.db.notes.get(id))?.text).toBe('Typed on');
    expect(await readStrandedNotes(store)).toEqual([]);
  });

  it('is gone when the reader throws it away, and only then, and can be had back', async () => {
    const { store, id, items } = await anErasedArticle();
    await writeNote(store, { articleId: id, former: 'Typed' }, 'Typed on').catch(isArticleGone);
    const [note] = await readStrandedNotes(store);
    expect(items.size).toBe(1);
    const former = [...items];
    note?.forget();
    expect(items.size).toBe(0);
    expect(await readStrandedNotes(store)).toEqual([]);
    note?.restore();
    expect([...items]).toEqual(former);
  });

  it('is none where it is blank, on something that is here, or in a worker, which has no drafts', async () => {
    const { store, id, listId } = await anErasedArticle();
    await writeNote(store, { articleId: id }, ' \n').catch(isArticleGone);
    const at = store.now();
    store.listDrafts.put({ listId, text: 'On its way', updatedAt: at });
    expect(await readStrandedNotes(store)).toEqual([]);
    store.listDrafts.put({ listId: 'gone' as ListId, text: 'On a list', updatedAt: at });
    expect(await readStrandedNotes(store)).toMatchObject([{ text: 'On a list' }]);
    const { db, now, makeId } = store;
    expect(await readStrandedNotes({ db, now, makeId })).toEqual([]);
  });
});
