import { describe, expect, it, vi } from 'vitest';
import { aDraft, aStore, type TestStore } from '../../tests/support/a-store.ts';
import type { ArticleId } from '../article/ids.ts';
import { keepArticle } from '../store/articles.ts';
import { readLists } from '../store/lists.ts';
import { createActions } from './actions.ts';
import { createLibrary, type Live } from './library.ts';

async function anArticle(store: TestStore, title: string, pictureUrls: readonly string[] = []): Promise<ArticleId> {
  store.wait();
  const url = `https://daily.example/${title}`;
  return (await keepArticle(store, await aDraft({ url, title, pictureUrls }))).articleId;
}

/** The first answer of a live query. */
async function answerOf<Value>(live: Live<Value>): Promise<Value> {
  const said = await vi.waitFor(() => {
    const loaded = live.peek();
    if (loaded.status !== 'ready') throw new Error(`Still ${loaded.status}.`);
    return loaded;
  });
  return said.value;
}

async function aLibrary() {
  const store = aStore();
  const ids = [await anArticle(store, 'one'), await anArticle(store, 'two'), await anArticle(store, 'three')] as const;
  return { store, ids, library: createLibrary(store), actions: createActions(store) };
}

describe('the library', () => {
  it('gives the articles of each kind of view in its order, and no more than asked for', async () => {
    const { store, ids, library, actions } = await aLibrary();
    const [one, two, three] = ids;
    const listId = await actions.createList('Weekend');
    const [list] = await readLists(store);
    if (!list || listId === undefined) throw new Error('The list was made.');
    for (const id of [two, three, one]) await actions.addToList(list, id);
    for (const id of [three, one]) {
      store.wait();
      await actions.tag(id, 'sea');
    }
    const views = [
      [{ kind: 'shelf', shelf: 'inbox' }, [three, two, one]],
      [{ kind: 'list', listId }, [two, three, one]],
      [{ kind: 'tag', tagKey: 'sea' }, [one, three]],
      [{ kind: 'search', typed: 'thr' }, [three]],
    ] as const;
    for (const [view, expected] of views) {
      expect([view, await answerOf(library.ids(view, 9))]).toEqual([view, expected]);
      expect(await answerOf(library.ids(view, 1))).toEqual(expected.slice(0, 1));
    }
    const rowsOf = async (typed: string, limit: number) => await answerOf(library.foundRows(typed, limit));
    expect((await rowsOf('thr', 9)).map(({ article }) => article.id)).toEqual([three]);
    expect(await rowsOf('daily', 9)).toHaveLength(3);
    expect(await rowsOf('daily', 1)).toHaveLength(1);
  });

  it('gives nothing of a list that was deleted, and all of it again after undo', async () => {
    const { store, ids, library, actions } = await aLibrary();
    await actions.addToNewList('Weekend', ids[0]);
    const [list] = await readLists(store);
    if (!list) throw new Error('The list was made.');
    const shown = () => answerOf(library.ids({ kind: 'list', listId: list.id }, 9));
    const done = await actions.deleteList(list);
    expect(await shown()).toEqual([]);
    await done.undo();
    expect(await shown()).toEqual([ids[0]]);
  });

  it('gives an article with its note, pictures and versions, and renews it at each keystroke', async () => {
    const { store, library, actions } = await aLibrary();
    const id = await anArticle(store, 'rich', ['https://daily.example/1.jpg']);
    const detail = library.article(id);
    const notes: (string | undefined)[] = [];
    const stop = detail.subscribe((loaded) => {
      if (loaded.status === 'ready') notes.push(loaded.value?.note?.text);
    });
    expect(await answerOf(detail)).toMatchObject({ note: undefined, pictures: { waiting: 1 }, versions: [{}] });
    await actions.writeNote({ articleId: id }, 'H');
    await vi.waitFor(() => expect(notes.at(-1)).toBe('H'));
    await actions.writeNote({ articleId: id }, 'Hu');
    await vi.waitFor(() => expect(notes.at(-1)).toBe('Hu'));
    stop();
  });

  it('says that an article is not here', async () => {
    const { library } = await aLibrary();
    expect(await answerOf(library.article('nobody' as ArticleId))).toBeUndefined();
  });

  it('gives notes with the rows of their articles, last written first, without the trash', async () => {
    const { store, ids, library, actions } = await aLibrary();
    for (const id of ids) {
      store.wait();
      await actions.writeNote({ articleId: id }, `Note of ${id}`);
    }
    await actions.trash([ids[1]]);
    const notes = await answerOf(library.notes(9));
    expect(notes.map(({ note, row }) => [note.articleId, row.article.title])).toEqual([
      [ids[2], 'three'],
      [ids[0], 'one'],
    ]);
  });
});
