import { describe, expect, it } from 'vitest';
import { aDraft, aStore } from '../../tests/support/a-store.ts';
import type { ArticleId } from '../article/ids.ts';
import { keepArticle } from '../store/articles.ts';
import { readLists } from '../store/lists.ts';
import { createActions } from './actions.ts';
import { readNextInLists } from './next-in-lists.ts';

async function aList() {
  const store = aStore();
  const actions = createActions(store);
  const idOf = new Map<string, ArticleId>();
  for (const name of ['a', 'b', 'c', 'd']) {
    const { articleId } = await keepArticle(store, await aDraft({ url: `https://daily.example/${name}`, title: name }));
    idOf.set(name, articleId);
    await actions.addToNewList('Tides', articleId);
  }
  const id = (name: string) => idOf.get(name) ?? ('' as ArticleId);
  const nextOf = async (name: string) =>
    (await readNextInLists(store, id(name))).map(({ listName, title }) => `${listName}: ${title}`);
  return { store, actions, id, nextOf };
}

describe('what comes next on a list', () => {
  it('is the one after it in the order by hand, and nothing after the last', async () => {
    const { store, actions, id, nextOf } = await aList();
    expect([await nextOf('a'), await nextOf('d')]).toEqual([['Tides: b'], []]);
    const [list] = await readLists(store);
    if (list) await actions.moveInList(list.id, id('d'), id('b'));
    expect(await nextOf('a')).toEqual(['Tides: d']);
  });

  it('is not one that is finished, in the trash or taken off', async () => {
    const { store, actions, id, nextOf } = await aList();
    await actions.markDone([id('b')]);
    expect(await nextOf('a')).toEqual(['Tides: c']);
    await actions.trash([id('c')]);
    expect(await nextOf('a')).toEqual(['Tides: d']);
    const [list] = await readLists(store);
    if (list) await actions.removeFromList(list, id('d'));
    expect(await nextOf('a')).toEqual([]);
  });

  it('is told of each list by itself, and of none that it was taken off', async () => {
    const { actions, id, nextOf } = await aList();
    for (const name of ['c', 'a', 'b']) await actions.addToNewList('Later', id(name));
    expect(await nextOf('a')).toEqual(['Tides: b', 'Later: b']);
    expect(await nextOf('c')).toEqual(['Tides: d', 'Later: a']);
  });
});
