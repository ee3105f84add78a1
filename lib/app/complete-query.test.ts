import { describe, expect, it } from 'vitest';
import { aDraft, aStore } from '../../tests/support/a-store.ts';
import { keepArticle } from '../store/articles.ts';
import { tendIndex } from '../store/tend-index.ts';
import { createActions } from './actions.ts';
import { createCompletion } from './complete-query.ts';
import { createSearch } from './search.ts';

async function aLibrary() {
  const store = aStore();
  const actions = createActions(store);
  const ids = [];
  for (const [n, host] of ['news.daily.example', 'daily.example', 'dale.example', 'reed.example'].entries()) {
    store.wait();
    const draft = { ...(await aDraft({ url: `https://${host}/${n}`, title: `Text ${n}` })), language: n ? 'en' : 'de' };
    ids.push((await keepArticle(store, draft)).articleId);
  }
  const [first, second, third] = ids;
  if (!first || !second || !third) throw new Error('They were kept.');
  for (const name of ['Chips', 'For the talk', 'Old “odd” names', 'Cheap chips', 'With a " in it'])
    await actions.addToNewList(name, first);
  for (const label of ['Energy', 'open source', '日本', 'engines']) await actions.tag(second, label);
  await actions.tag(third, 'Energy');
  const complete = createCompletion(store);
  const offered = async (typed: string) => (await complete(typed, typed.length)).map(({ insert }) => insert);
  return { store, ids, offered };
}

describe('completion', () => {
  it('offers lists by any part of their name, those that begin so first', async () => {
    const { offered } = await aLibrary();
    expect(await offered('list:chi')).toEqual(['list:Chips', 'list:"Cheap chips"']);
    expect(await offered('list:"for t')).toEqual(['list:"For the talk"']);
    expect(await offered('list:odd')).toEqual(['list:"Old “odd” names"']);
    expect(await offered('list:nothing')).toEqual([]);
  });

  it('offers tags: the most used, or those that begin as typed', async () => {
    const { offered } = await aLibrary();
    expect((await offered('tag:'))[0]).toBe('tag:Energy');
    expect(await offered('tag:en')).toEqual(['tag:Energy', 'tag:engines']);
    expect(await offered('-tag:#op')).toEqual(['tag:"open source"']);
  });

  it('offers sites that are here, from fresh entries and merged ones', async () => {
    const { store, offered } = await aLibrary();
    expect(await offered('site:da')).toEqual(['site:daily.example', 'site:dale.example']);
    for (let n = 0; n < 60; n++) await keepArticle(store, await aDraft({ url: `https://dale.example/more/${n}` }));
    while (await tendIndex(store));
    expect(await store.db.indexSegments.count()).toBeGreaterThan(0);
    expect(await offered('site:da')).toEqual(['site:dale.example', 'site:daily.example']);
  });

  it('offers languages that are here, by code or name', async () => {
    const { offered } = await aLibrary();
    expect(await offered('lang:ger')).toEqual(['lang:de']);
    expect((await offered('lang:')).toSorted()).toEqual(['lang:de', 'lang:en']);
  });

  it('offers nothing that is written out already, nor anything for plain words', async () => {
    const { offered } = await aLibrary();
    expect(await offered('list:Chips')).toEqual(['list:"Cheap chips"']);
    expect(await offered('harbour')).toEqual([]);
    expect(await offered('"harbour of')).toEqual([]);
  });

  it('leads to what it says: each offer finds an article', async () => {
    const { store, offered } = await aLibrary();
    const search = createSearch(store);
    const starts = ['list:c', 'list:f', 'list:o', 'tag:', 'site:d', 'site:r', 'lang:'];
    const offers = (await Promise.all(starts.map(offered))).flat();
    expect(offers.length).toBeGreaterThan(12);
    for (const insert of offers) {
      const { count, hints } = await search.find(insert, 'newest', 9);
      expect([insert, count > 0, hints]).toEqual([insert, true, []]);
    }
  });
});
