import { describe, expect, it } from 'vitest';
import { aDraft, aStore, type TestStore } from '../../tests/support/a-store.ts';
import { STORY_GROUPS } from '../../tests/support/story-groups.ts';
import type { ArticleId } from '../article/ids.ts';
import { keepArticle } from '../store/articles.ts';
import { checkLibrary } from '../store/check/check-library.ts';
import { addHighlight } from '../store/highlights.ts';
import { readLists } from '../store/lists.ts';
import { writeNote } from '../store/notes.ts';
import { createActions } from './actions.ts';
import { findTwin } from './find-twin.ts';
import { createSearch } from './search.ts';

const textAbout = (group: number) => STORY_GROUPS.slice(group, group + 8).map(([, second]) => `<p>${second}</p>`);

async function keep(store: TestStore, url: string, paragraphs: readonly string[], canonicalUrl?: string) {
  store.wait();
  const draft = await aDraft({ url, title: `Of ${url}`, html: paragraphs.join(''), wordCount: 200 });
  return (await keepArticle(store, { ...draft, ...(canonicalUrl !== undefined && { canonicalUrl }) })).articleId;
}

/** A library in which others tell of other things. */
async function aLibrary() {
  const store = aStore();
  for (let n = 0; n < 4; n++) await keep(store, `https://other.example/${n}`, textAbout(8 + n * 8));
  return { store, first: await keep(store, 'https://daily.example/story', textAbout(0)) };
}

describe('a page that is here under another address', () => {
  it('is known by the address that it names as its own', async () => {
    const { store, first } = await aLibrary();
    const url = 'https://mirror.example/s?id=1';
    const id = await keep(store, url, ['<p>Short.</p>'], 'https://www.daily.example/story?utm_source=x');
    expect(await findTwin(store, id)).toMatchObject({ articleId: first, why: 'address' });
  });

  it('is known by the very same text', async () => {
    const { store, first } = await aLibrary();
    const id = await keep(store, 'https://mirror.example/same', textAbout(0));
    expect(await findTwin(store, id)).toMatchObject({ articleId: first, why: 'text' });
  });

  it('is known by a text that differs by little', async () => {
    const { store, first } = await aLibrary();
    const id = await keep(store, 'https://mirror.example/like', [
      '<p>First on the mirror.</p>',
      ...textAbout(0),
      '<p>Follow us.</p>',
    ]);
    expect(await findTwin(store, id)).toMatchObject({ articleId: first, why: 'text' });
  });

  it('is not seen in another text, in one of the same event, or in its own canonical address', async () => {
    const { store } = await aLibrary();
    const other = await keep(store, 'https://mirror.example/other', textAbout(3), 'https://mirror.example/other');
    expect(await findTwin(store, other)).toBeUndefined();
    const retold = STORY_GROUPS.slice(0, 8).map(([, , third]) => `<p>${third}</p>`);
    expect(await findTwin(store, await keep(store, 'https://mirror.example/retold', retold))).toBeUndefined();
  });

  it('is not looked for in the trash', async () => {
    const { store, first } = await aLibrary();
    await createActions(store).trash([first]);
    const id = await keep(store, 'https://mirror.example/same', textAbout(0), 'https://daily.example/story');
    expect(await findTwin(store, id)).toBeUndefined();
  });
});

/** All that a reader sees of both, as it stands. */
async function seenOf(store: TestStore, ids: readonly ArticleId[]) {
  const search = createSearch(store);
  const { db } = store;
  const of = <Row extends { readonly articleId: ArticleId }>(rows: readonly Row[]) =>
    ids.map((id) => rows.filter(({ articleId }) => articleId === id));
  return {
    lists: of(await db.listEntries.toArray()).map((rows) => rows.flatMap(({ shownRank = [] }) => shownRank).length),
    tags: of(await db.taggings.toArray()).map((rows) => rows.flatMap(({ shownKey = [] }) => shownKey)),
    notes: of(await db.notes.toArray()).map((rows) => rows.map(({ text, shownAt }) => (shownAt ? text : ''))),
    marks: of(await db.highlights.toArray()).map((rows) =>
      rows.map(({ note, shownAt }) => [note, shownAt !== undefined]),
    ),
    stars: (await db.readings.bulkGet([...ids])).map((reading) => reading?.favouriteAt !== undefined),
    trashed: (await db.readings.bulkGet([...ids])).map((reading) => reading?.trashedAt !== undefined),
    found: (await search.find('harbour', 'newest', 9)).ids,
    tagged: (await search.find('tag:sea', 'newest', 9)).ids,
  };
}

describe('joining two articles', () => {
  async function twoArticles() {
    const { store, first } = await aLibrary();
    const second = await keep(store, 'https://mirror.example/same', textAbout(0));
    const actions = createActions(store);
    await writeNote(store, { articleId: first }, 'Mine');
    await writeNote(store, { articleId: second }, 'Seen from the harbour');
    await actions.tag(first, 'Energy');
    for (const label of ['Sea', 'Energy']) await actions.tag(second, label);
    await actions.addToNewList('Later', second);
    await actions.markFavourite([second]);
    const quote = { exact: 'Porto', prefix: '', suffix: '' };
    await addHighlight(store, { articleId: second, colour: 'rose', note: 'Check', quote });
    return { store, first, second, actions };
  }

  it('brings all that hangs on the one to the other, and loses nothing', async () => {
    const { store, first, second, actions } = await twoArticles();
    store.wait();
    await actions.join(first, second);
    expect(await seenOf(store, [first, second])).toEqual({
      lists: [1, 0],
      tags: [['energy', 'sea'], []],
      notes: [['Mine\n\nSeen from the harbour'], ['']],
      marks: [[['Check', true]], []],
      stars: [true, true],
      trashed: [false, true],
      found: [first],
      tagged: [first],
    });
    expect((await readLists(store)).map(({ name }) => name)).toEqual(['Later']);
    expect((await checkLibrary(store)).faults).toEqual([]);
  });

  it('is taken back as a whole', async () => {
    const { store, first, second, actions } = await twoArticles();
    const before = await seenOf(store, [first, second]);
    store.wait();
    const done = await actions.join(first, second);
    store.wait();
    await done.undo();
    expect(await seenOf(store, [first, second])).toEqual(before);
    expect((await checkLibrary(store)).faults).toEqual([]);
  });

  it('leaves a note that was written since when it is taken back', async () => {
    const { store, first, second, actions } = await twoArticles();
    store.wait();
    const done = await actions.join(first, second);
    store.wait();
    await writeNote(store, { articleId: first }, 'Written since');
    await done.undo();
    expect((await seenOf(store, [first, second])).notes).toEqual([['Written since'], ['Seen from the harbour']]);
  });
});
