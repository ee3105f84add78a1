import { expect, it } from 'vitest';
import { aStorage } from '../../tests/support/a-storage.ts';
import { aDraft, aStore } from '../../tests/support/a-store.ts';
import { keepArticle } from '../store/articles.ts';
import { readRows } from '../store/rows.ts';
import { openTagDrafts } from '../store/tag-drafts.ts';
import { tagArticle } from './organise.ts';
import { tagFromNote } from './tag-from-note.ts';

it('puts the tags of a note on its article, once each, and takes back only those', async () => {
  const store = aStore();
  const { articleId } = await keepArticle(store, await aDraft());
  const tags = async () => (await readRows(store, [articleId]))[0]?.tags.toSorted();
  await tagArticle(store, articleId, 'Größe');
  const done = await tagFromNote(store, articleId, 'Again #grösse and #new, `#code`');
  expect(await tags()).toEqual(['Größe', 'new']);
  expect(done?.label).toBe('Tagged #new');
  expect(await tagFromNote(store, articleId, '#new')).toBeUndefined();
  await done?.undo();
  expect(await tags()).toEqual(['Größe']);
});

it('sets every tag down before its call returns, as a popup may be gone then', async () => {
  const store = { ...aStore(), tagDrafts: openTagDrafts(aStorage().storage) };
  const { articleId } = await keepArticle(store, await aDraft());
  const tagging = tagFromNote(store, articleId, '#one and #two');
  expect(store.tagDrafts.readAll().map(({ text }) => text)).toEqual(['one', 'two']);
  await tagging;
  expect(store.tagDrafts.readAll()).toEqual([]);
});
