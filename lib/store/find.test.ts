import { describe, expect, it } from 'vitest';
import { aDraft, aStore } from '../../tests/support/a-store.ts';
import { wordsOf } from '../search/words.ts';
import { keepArticle } from './articles.ts';
import { findArticles } from './find.ts';
import { changeReadings } from './readings.ts';

const TITLES = ['Quiet servers', 'Quiet harbour', 'Loud harbour servers', 'Élan in the harbour'];

async function aLibrary() {
  const store = aStore();
  const titleOf = new Map<string, string>();
  for (const [i, title] of TITLES.entries()) {
    store.wait();
    const url = `https://daily.example/${i}`;
    const { articleId } = await keepArticle(store, await aDraft({ url, title, words: wordsOf(title) }));
    titleOf.set(articleId, title);
  }
  const find = async (typed: string, limit = 9) =>
    (await findArticles(store, typed, limit)).map((id) => titleOf.get(id));
  return { store, find };
}

describe('findArticles', () => {
  it('gives the newest first, and no more than asked for', async () => {
    const { find } = await aLibrary();
    expect(await find('harbour')).toEqual([TITLES[3], TITLES[2], TITLES[1]]);
    expect(await find('harbour', 1)).toEqual([TITLES[3]]);
  });

  it('asks for all the words, in any order', async () => {
    const { find } = await aLibrary();
    expect(await find('servers harbour ')).toEqual([TITLES[2]]);
    expect(await find('quiet loud ')).toEqual([]);
  });

  it('takes the last word as a beginning while it is typed, and whole after a space', async () => {
    const { find } = await aLibrary();
    expect(await find('quiet har')).toEqual([TITLES[1]]);
    expect(await find('har')).toHaveLength(3);
    expect(await find('har ')).toEqual([]);
  });

  it('finds a word in any case and without its accents', async () => {
    const { find } = await aLibrary();
    expect(await find('ELAN')).toEqual([TITLES[3]]);
  });

  it('finds nothing for nothing', async () => {
    const { find } = await aLibrary();
    for (const typed of ['', '  ', '—']) expect(await find(typed)).toEqual([]);
  });

  it('leaves out the trash', async () => {
    const { store, find } = await aLibrary();
    const [id] = await findArticles(store, 'loud', 9);
    if (!id) throw new Error('An article has this word.');
    await changeReadings(store, [id], () => ({ trashedAt: store.now() }));
    expect(await find('loud')).toEqual([]);
  });

  it('says each article once, though several of its words begin as typed', async () => {
    const store = aStore();
    await keepArticle(store, await aDraft({ words: wordsOf('harbour harbours harbourside') }));
    expect(await findArticles(store, 'harb', 9)).toHaveLength(1);
  });
});
