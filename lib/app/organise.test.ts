import { describe, expect, it } from 'vitest';
import { aDraft, aStore, type TestStore } from '../../tests/support/a-store.ts';
import { listNamed } from '../../tests/support/list-named.ts';
import type { ArticleId } from '../article/ids.ts';
import { keepArticle } from '../store/articles.ts';
import { readListOrder, readLists } from '../store/lists.ts';
import { readTags } from '../store/read-tags.ts';
import {
  addToList,
  addToNewList,
  createList,
  deleteList,
  moveInList,
  moveList,
  recolourList,
  removeFromList,
  renameList,
  saveSearch,
  tagArticle,
  untagArticle,
} from './organise.ts';
import { restore, trash } from './triage.ts';

const names = async (store: TestStore) => (await readLists(store)).map(({ name }) => name).join(' ');

/** A list with articles on it, each written as the last piece of its address. */
async function aListOf(...pieces: string[]) {
  const store = aStore();
  const list = await listNamed(store, 'Weekend');
  const idOf = new Map<string, ArticleId>();
  for (const piece of pieces) {
    const { articleId } = await keepArticle(store, await aDraft({ url: `https://daily.example/${piece}` }));
    idOf.set(piece, articleId);
  }
  const id = (piece: string): ArticleId => {
    const found = idOf.get(piece);
    if (!found) throw new Error(`There is no article ${piece}.`);
    return found;
  };
  const order = async () => {
    const ids = await readListOrder(store, list.id);
    return ids.map((articleId) => pieces.find((piece) => idOf.get(piece) === articleId)).join('');
  };
  return { store, list, id, order };
}

async function aFilledListOf(...pieces: string[]) {
  const filled = await aListOf(...pieces);
  for (const piece of pieces) await addToList(filled.store, filled.list, filled.id(piece));
  return filled;
}

describe('lists', () => {
  it('are made at the end, with colours that take turns', async () => {
    const store = aStore();
    for (const name of ['One', 'Two', 'Three', 'Four', 'Five', 'Six']) await createList(store, name);
    expect(await names(store)).toBe('One Two Three Four Five Six');
    const colours = (await readLists(store)).map(({ colour }) => colour);
    expect(new Set(colours.slice(0, 5)).size).toBe(5);
    expect(colours[5]).toBe(colours[0]);
  });

  it('are not made twice under one name, even at the same time', async () => {
    const store = aStore();
    const ids = await Promise.all(['Weekend', ' weekend ', 'WEEKEND'].map((name) => createList(store, name)));
    expect(new Set(ids).size).toBe(1);
    expect(await names(store)).toBe('Weekend');
  });

  it('are not made or named blank', async () => {
    const store = aStore();
    expect(await createList(store, '  ')).toBeUndefined();
    const list = await listNamed(store, 'Weekend');
    expect(await renameList(store, list, ' ')).toBeUndefined();
    expect(await names(store)).toBe('Weekend');
  });

  it('are not given the name of another, in any case of letters, but may have that of one that was deleted', async () => {
    const store = aStore();
    const [list, other] = [await listNamed(store, 'Weekend'), await listNamed(store, 'Sunday')];
    expect(await renameList(store, list, ' sunday')).toBe('name-taken');
    expect(await names(store)).toBe('Weekend Sunday');
    expect(await renameList(store, list, 'weekend')).toMatchObject({ label: 'List renamed to weekend' });
    await deleteList(store, other);
    await saveSearch(store, 'Later', 'is:unread');
    expect(await renameList(store, list, 'Sunday')).toMatchObject({ label: 'List renamed to Sunday' });
    expect(await renameList(store, { ...list, name: 'Sunday' }, 'Later')).toMatchObject({
      label: 'List renamed to Later',
    });
  });

  it('take another name and colour, and undo gives back the former ones', async () => {
    const store = aStore();
    const list = await listNamed(store, 'Weekend');
    const renamed = await renameList(store, list, ' Sunday ');
    if (renamed === 'name-taken') throw new Error('No other list has it.');
    const recoloured = await recolourList(store, list, 'violet');
    expect(await readLists(store)).toMatchObject([{ name: 'Sunday', colour: 'violet' }]);
    await renamed?.undo();
    expect(await readLists(store)).toMatchObject([{ name: 'Weekend', colour: 'violet' }]);
    await recoloured.undo();
    expect(await readLists(store)).toMatchObject([{ name: 'Weekend', colour: list.colour }]);
  });

  it('are moved by hand, and undo moves them back', async () => {
    const store = aStore();
    const [a, b, c] = [await listNamed(store, 'A'), await listNamed(store, 'B'), await listNamed(store, 'C')];
    const done = await moveList(store, c, a.id);
    expect(await names(store)).toBe('C A B');
    await moveList(store, a, undefined);
    expect(await names(store)).toBe('C B A');
    await moveList(store, c, b.id);
    expect(await names(store)).toBe('C B A');
    await done.undo();
    expect(await names(store)).toBe('B C A');
  });

  it('come back to their place, whatever was moved or made meanwhile', async () => {
    const store = aStore();
    const [a, b, c] = [await listNamed(store, 'A'), await listNamed(store, 'B'), await listNamed(store, 'C')];
    const deletedB = await deleteList(store, b);
    await moveList(store, c, undefined);
    const deletedC = await deleteList(store, c);
    const d = await listNamed(store, 'D');
    await deletedC.undo();
    await deletedB.undo();
    expect(await names(store)).toBe('A B C D');
    await moveList(store, d, c.id);
    expect(await names(store)).toBe('A B D C');
    await moveList(store, a, d.id);
    expect(await names(store)).toBe('B A D C');
  });

  it('are deleted with their articles kept, and come back in the same order', async () => {
    const { store, list, id, order } = await aFilledListOf('a', 'b', 'c');
    await moveInList(store, list.id, id('c'), id('a'));
    const done = await deleteList(store, list);
    expect(await readLists(store)).toEqual([]);
    expect(await store.db.articles.count()).toBe(3);
    await done.undo();
    expect(await order()).toBe('cab');
  });
});

describe('articles on a list', () => {
  it('stand in the order of adding', async () => {
    const { order } = await aFilledListOf('a', 'b', 'c');
    expect(await order()).toBe('abc');
  });

  it('are moved before another one or to the end, and undo moves them back', async () => {
    const { store, list, id, order } = await aFilledListOf('a', 'b', 'c', 'd');
    const done = await moveInList(store, list.id, id('d'), id('b'));
    expect(await order()).toBe('adbc');
    await moveInList(store, list.id, id('a'), undefined);
    expect(await order()).toBe('dbca');
    await done.undo();
    expect(await order()).toBe('bcda');
  });

  it('each get a place of their own when they are added at the same time', async () => {
    const { store, list, id, order } = await aListOf('a', 'b', 'c', 'x');
    await Promise.all(['a', 'b', 'c'].map((piece) => addToList(store, list, id(piece))));
    expect([...(await order())].sort().join('')).toBe('abc');
    const [first, second] = [...(await order())];
    await moveInList(store, list.id, id('x'), id(second ?? ''));
    expect((await order()).slice(0, 3)).toBe(`${first}x${second}`);
  });

  it('keep their place when they are added again, also when that is undone', async () => {
    const { store, list, id, order } = await aFilledListOf('a', 'b', 'c');
    const done = await addToList(store, list, id('a'));
    expect(await order()).toBe('abc');
    await done.undo();
    expect(await order()).toBe('abc');
  });

  it('leave when adding is undone, and come to the end when they are added anew', async () => {
    const { store, list, id, order } = await aFilledListOf('a', 'b');
    await removeFromList(store, list, id('a'));
    const done = await addToList(store, list, id('a'));
    expect(await order()).toBe('ba');
    await done.undo();
    expect(await order()).toBe('b');
  });

  it('come back to the place they were taken from', async () => {
    const { store, list, id, order } = await aFilledListOf('a', 'b', 'c');
    const done = await removeFromList(store, list, id('b'));
    expect(await order()).toBe('ac');
    await done.undo();
    expect(await order()).toBe('abc');
  });

  it('are not put on a list by undoing a removal that removed nothing', async () => {
    const { store, list, id, order } = await aListOf('a');
    await (await removeFromList(store, list, id('a'))).undo();
    expect(await order()).toBe('');
  });

  it('come back before what was added since', async () => {
    const { store, list, id, order } = await aListOf('a', 'b', 'x');
    // The one added later was made first, so that with equal ranks it would come first.
    await addToList(store, list, id('b'));
    const done = await removeFromList(store, list, id('b'));
    await addToList(store, list, id('a'));
    await done.undo();
    expect(await order()).toBe('ba');
    await moveInList(store, list.id, id('x'), id('a'));
    expect(await order()).toBe('bxa');
  });

  it('come back from the trash between the same neighbours, and leave room for others', async () => {
    const { store, list, id, order } = await aFilledListOf('a', 'b', 'c', 'x');
    await trash(store, [id('b')]);
    await moveInList(store, list.id, id('x'), id('c'));
    expect(await order()).toBe('axc');
    await restore(store, [id('b')]);
    expect(await order()).toBe('abxc');
  });

  it('come back to a gap into which another was put meanwhile, without sharing its rank', async () => {
    // The one put there was made first, so that with equal ranks it would come first.
    const { store, list, id, order } = await aListOf('x', 'a', 'c', 'b');
    for (const piece of ['a', 'c']) await addToList(store, list, id(piece));
    await moveInList(store, list.id, id('b'), id('c'));
    await trash(store, [id('b')]);
    await moveInList(store, list.id, id('x'), id('c'));
    await restore(store, [id('b')]);
    expect(await order()).toBe('abxc');
  });

  it('keep their order through a hundred moves to the same gap', async () => {
    const { store, list, id, order } = await aFilledListOf('a', 'b', 'c');
    for (let i = 0; i < 50; i += 1) {
      await moveInList(store, list.id, id('c'), id('b'));
      expect(await order()).toBe('acb');
      await moveInList(store, list.id, id('b'), id('c'));
      expect(await order()).toBe('abc');
    }
  });
});

describe('addToNewList', () => {
  it('makes the list and puts the article on it, and undo takes both back', async () => {
    const { store, id } = await aListOf('a');
    const done = await addToNewList(store, 'Later', id('a'));
    expect(await names(store)).toBe('Weekend Later');
    const later = await listNamed(store, 'Later');
    expect(await readListOrder(store, later.id)).toEqual([id('a')]);
    await done?.undo();
    expect(await names(store)).toBe('Weekend');
    expect(await readListOrder(store, later.id)).toEqual([]);
  });

  it('uses the list of that name if there is one, which undo keeps with what was on it', async () => {
    const { store, id, order } = await aFilledListOf('a', 'b');
    const done = await addToNewList(store, 'weekend', id('a'));
    await done?.undo();
    expect(await names(store)).toBe('Weekend');
    expect(await order()).toBe('ab');
  });

  it('makes no list if the article does not come onto it', async () => {
    const { store, id } = await aListOf('a');
    store.db.listEntries.hook('creating', () => {
      throw new Error('The popup was closed.');
    });
    await expect(addToNewList(store, 'Later', id('a'))).rejects.toThrow('closed');
    expect(await names(store)).toBe('Weekend');
  });

  it('does nothing without a name', async () => {
    const { store, id } = await aListOf('a');
    expect(await addToNewList(store, ' ', id('a'))).toBeUndefined();
    expect(await store.db.listEntries.count()).toBe(0);
  });
});

describe('tags', () => {
  it('are put on and taken off, and undo puts them back as they were spelled', async () => {
    const { store, id } = await aListOf('a');
    await tagArticle(store, id('a'), 'Deep Sea');
    const done = await untagArticle(store, id('a'), 'deep sea');
    expect(done.label).toBe('Tag Deep Sea removed');
    expect(await readTags(store, 9)).toEqual([]);
    await done.undo();
    expect(await readTags(store, 9)).toEqual([{ tagKey: 'deep sea', label: 'Deep Sea', count: 1 }]);
  });

  it('are not put on by undoing a removal that removed nothing', async () => {
    const { store, id } = await aListOf('a');
    await (await untagArticle(store, id('a'), 'sea')).undo();
    expect(await readTags(store, 9)).toEqual([]);
  });
});
