import { FINISHED_AT, type Shelf } from '../../lib/article/reading.ts';

interface ModelArticle {
  readonly id: string;
  readonly savedAt: number;
  readonly marks: Map<Mark, number>;
  progress: number;
  lastReadAt: number | undefined;
  readonly tags: Map<string, number>;
  note: { readonly text: string; readonly at: number } | undefined;
}

export type Mark = 'favourite' | 'archived' | 'trashed' | 'finished';

interface ModelList {
  readonly id: string;
  readonly name: string;
  isDeleted: boolean;
  /** Every article that ever was on it, in order; those taken off keep their place. */
  order: readonly { readonly id: string; readonly isOn: boolean }[];
}

type Undo = (at: number) => void;

/** The library as a reader would describe it: plain maps, no database, no ranks. Lists stand in the reader's order. */
export function aModelLibrary() {
  const articles = new Map<string, ModelArticle>();
  let lists: readonly ModelList[] = [];

  function save(id: string, at: number): void {
    const here = articles.get(id);
    const marks = new Map<Mark, number>();
    const added = { id, savedAt: at, marks, progress: 0, lastReadAt: undefined, tags: new Map(), note: undefined };
    if (here) here.marks.delete('trashed');
    else articles.set(id, added);
  }

  /** Sets a mark to a time, or takes it away. */
  function mark(ids: readonly string[], name: Mark, at: number | undefined): Undo {
    const formers = ids.map((id) => [id, articleOf(id).marks.get(name)] as const);
    for (const id of ids) setMark(id, name, at);
    return () => {
      for (const [id, former] of formers) setMark(id, name, former);
    };
  }

  function read(id: string, progress: number, at: number): void {
    const article = articleOf(id);
    article.progress = Math.max(article.progress, progress);
    article.lastReadAt = at;
    if (article.progress >= FINISHED_AT && !article.marks.has('finished')) article.marks.set('finished', at);
  }

  function tag(id: string, label: string, at: number): void {
    const { tags } = articleOf(id);
    if (!tags.has(label)) tags.set(label, at);
  }

  function untag(id: string, label: string): Undo {
    const wasThere = articleOf(id).tags.delete(label);
    return (at) => {
      if (wasThere) tag(id, label, at);
    };
  }

  function write(id: string, text: string, at: number): void {
    const article = articleOf(id);
    if (article.note || text.trim() !== '') article.note = { text, at };
  }

  /** `id` is what the library answered: that of the list of this name, or a new one. */
  function createList(id: string, name: string): void {
    const same = lists.find((list) => list.name === name && !list.isDeleted);
    if (same && !lists.some((list) => list.name === name && !list.isDeleted && list.id === id)) {
      throw new Error(`A second list ${name} was made.`);
    }
    if (!same) lists = [...lists, { id, name, isDeleted: false, order: [] }];
  }

  function deleteList(listId: string): Undo {
    const list = listWith(listId);
    list.isDeleted = true;
    return () => {
      list.isDeleted = false;
    };
  }

  function moveList(listId: string, before: string | undefined): Undo {
    const former = lists;
    const list = listWith(listId);
    const others = former.filter((other) => other !== list);
    const next = before === undefined ? undefined : listWith(before);
    const index = next === undefined || next === list ? others.length : others.indexOf(next);
    lists = others.toSpliced(index, 0, list);
    return () => {
      lists = [...former, ...lists.filter((other) => !former.includes(other))];
    };
  }

  function addToList(listId: string, id: string): Undo {
    const isOn = listWith(listId).order.some((entry) => entry.id === id && entry.isOn);
    return isOn ? () => undefined : place(listId, id, undefined);
  }

  function moveInList(listId: string, id: string, before: string | undefined): Undo {
    return place(listId, id, before);
  }

  function removeFromList(listId: string, id: string): Undo {
    return changeOrder(listId, (order) => order.map((entry) => (entry.id === id ? { id, isOn: false } : entry)));
  }

  function shelf(shelf: Shelf): readonly string[] {
    return newestFirst([...articles.values()], (article) => keyOn(shelf, article));
  }

  function shownLists(): readonly string[] {
    return lists.filter(({ isDeleted }) => !isDeleted).map(({ id }) => id);
  }

  function onList(listId: string): readonly string[] {
    return listWith(listId).order.flatMap(({ id, isOn }) => (isOn && isShown(id) ? [id] : []));
  }

  function tagged(label: string): readonly string[] {
    return newestFirst(shown(), ({ tags }) => tags.get(label));
  }

  function notes(): readonly string[] {
    return newestFirst(shown(), ({ note }) => (note?.text.trim() ? note.at : undefined));
  }

  function newestFirst(from: readonly ModelArticle[], keyOf: (article: ModelArticle) => number | undefined) {
    return from
      .flatMap((article) => {
        const key = keyOf(article);
        return key === undefined ? [] : [{ id: article.id, key }];
      })
      .sort((a, b) => b.key - a.key || (a.id < b.id ? 1 : -1))
      .map(({ id }) => id);
  }

  function shown(): readonly ModelArticle[] {
    return [...articles.values()].filter(({ marks }) => !marks.has('trashed'));
  }

  function isShown(id: string): boolean {
    return !articleOf(id).marks.has('trashed');
  }

  function place(listId: string, id: string, before: string | undefined): Undo {
    return changeOrder(listId, (order) => {
      const others = order.filter((entry) => entry.id !== id);
      const index = others.findIndex((entry) => entry.id === before);
      return others.toSpliced(index === -1 ? others.length : index, 0, { id, isOn: true });
    });
  }

  function changeOrder(listId: string, change: (order: ModelList['order']) => ModelList['order']): Undo {
    const list = listWith(listId);
    const former = list.order;
    list.order = change(former);
    return () => {
      list.order = former;
    };
  }

  function setMark(id: string, name: Mark, at: number | undefined): void {
    if (at === undefined) articleOf(id).marks.delete(name);
    else articleOf(id).marks.set(name, at);
  }

  function articleOf(id: string): ModelArticle {
    const found = articles.get(id);
    if (!found) throw new Error(`The model has no article ${id}.`);
    return found;
  }

  function listWith(listId: string): ModelList {
    const found = lists.find((list) => list.id === listId);
    if (!found) throw new Error(`The model has no list ${listId}.`);
    return found;
  }

  return {
    save,
    mark,
    read,
    tag,
    untag,
    write,
    createList,
    deleteList,
    moveList,
    addToList,
    moveInList,
    removeFromList,
    shelf,
    shownLists,
    onList,
    tagged,
    notes,
  };
}

function keyOn(shelf: Shelf, { savedAt, marks, progress, lastReadAt }: ModelArticle): number | undefined {
  if (shelf === 'trash') return marks.get('trashed');
  if (marks.has('trashed')) return undefined;
  if (shelf === 'favourites') return marks.get('favourite');
  if (shelf === 'archive') return marks.get('archived');
  if (marks.has('archived')) return undefined;
  if (shelf === 'inbox') return savedAt;
  return progress > 0 && !marks.has('finished') ? lastReadAt : undefined;
}
