import { describe, expect, it } from 'vitest';
import { aStorage } from '../../tests/support/a-storage.ts';
import { aDraft, aStore } from '../../tests/support/a-store.ts';
import type { ArticleId } from '../article/ids.ts';
import { keepArticle } from './articles.ts';
import { openDrafts } from './drafts.ts';
import { recoverNotes, writeNote } from './notes.ts';
import { readNote } from './read-notes.ts';

async function aKeptArticle(isFull = false) {
  const { items, storage } = aStorage(isFull);
  const store = Object.assign(aStore(), { drafts: openDrafts(storage) });
  const { articleId } = await keepArticle(store, await aDraft({ url: 'https://daily.example/a' }));
  return { store, articleId, items };
}

/** The state in which a page leaves things that was closed before the database had the text. */
async function closeTooEarly(
  { store, articleId, items }: Awaited<ReturnType<typeof aKeptArticle>>,
  text: string,
  former?: string,
) {
  const before = await readNote(store, articleId);
  const writing = writeNote(store, { articleId, ...(former !== undefined && { former }) }, text);
  const [key, draft] = [...items][0] ?? ['', ''];
  await writing;
  if (before) await store.db.notes.put(before);
  else await store.db.notes.delete(articleId);
  items.set(key, draft);
}

describe('drafts of notes', () => {
  it('hold the text by the time the call returns, and are gone once the database has it', async () => {
    const { store, articleId, items } = await aKeptArticle();
    const writing = writeNote(store, { articleId }, 'Hum');
    expect([...items.values()].join()).toContain('Hum');
    await writing;
    expect(items.size).toBe(0);
  });

  it('bring back what a page could not write before it closed', async () => {
    const kept = await aKeptArticle();
    await closeTooEarly(kept, 'Typed at the last moment');
    await recoverNotes(kept.store);
    expect((await readNote(kept.store, kept.articleId))?.text).toBe('Typed at the last moment');
    expect(kept.items.size).toBe(0);
  });

  it('are merged with what another window wrote meanwhile', async () => {
    const kept = await aKeptArticle();
    const { store, articleId } = kept;
    await writeNote(store, { articleId }, 'quiet');
    await writeNote(store, { articleId, former: 'quiet' }, 'A quiet');
    store.wait();
    await closeTooEarly(kept, 'quiet room', 'quiet');
    await recoverNotes(store);
    expect((await readNote(store, articleId))?.text).toBe('A quiet room');
  });

  it('remember from where the changes that are under way began', async () => {
    const { items, storage } = aStorage();
    const drafts = openDrafts(storage);
    const note = { articleId: 'a' as ArticleId, createdAt: 1 };
    drafts.put({ ...note, text: 'q', updatedAt: 1 }, '');
    drafts.put({ ...note, text: 'qu', updatedAt: 2 }, 'q');
    expect(drafts.readAll()).toMatchObject([{ text: 'qu', former: '' }]);
    drafts.remove(note.articleId, 1, 'q');
    expect(drafts.readAll()).toMatchObject([{ text: 'qu', former: 'q' }]);
    drafts.remove(note.articleId, 2, 'qu');
    expect(items.size).toBe(0);
  });

  it('leave a later text alone', async () => {
    const kept = await aKeptArticle();
    await closeTooEarly(kept, 'Older');
    const [entry] = [...kept.items];
    kept.store.wait();
    await writeNote(kept.store, { articleId: kept.articleId }, 'Later');
    if (entry) kept.items.set(...entry);
    await recoverNotes(kept.store);
    expect((await readNote(kept.store, kept.articleId))?.text).toBe('Later');
  });

  it('stay while a later text of the same note is on its way', async () => {
    const { store, articleId, items } = await aKeptArticle();
    const first = writeNote(store, { articleId }, 'H');
    store.wait();
    const second = writeNote(store, { articleId }, 'Hu');
    await first;
    expect([...items.values()].join()).toContain('Hu');
    await second;
    expect(items.size).toBe(0);
  });

  it('do not stop the write where there is no room for them', async () => {
    const { store, articleId } = await aKeptArticle(true);
    await writeNote(store, { articleId }, 'Hum');
    expect((await readNote(store, articleId))?.text).toBe('Hum');
  });

  it('are passed over when they make no sense', () => {
    const { items, storage } = aStorage();
    items.set('note-draft:a', '{"articleId":');
    items.set('note-draft:b', '{"articleId":7}');
    items.set('note-draft:c', '{"articleId":"c","text":7,"updatedAt":1}');
    items.set('note-draft:d', '{"articleId":"d","text":"Words","updatedAt":0}');
    items.set('note-draft:e', '{"text":"Words","updatedAt":1}');
    // Whole, and no note: each kind of draft has a prefix of its own.
    items.set('mark-draft:f', '{"articleId":"f","text":"Words","updatedAt":1}');
    items.set('note-draft:g', '{"articleId":"g","text":"Words","updatedAt":1}');
    expect(openDrafts(storage).readAll()).toEqual([{ articleId: 'g', text: 'Words', updatedAt: 1 }]);
    openDrafts(storage).remove('a' as ArticleId, 1, '');
    expect(items.has('note-draft:a')).toBe(false);
  });
});
