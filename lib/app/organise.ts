import type { ArticleId, ListId } from '../article/ids.ts';
import { COLOURS, type Colour, type List } from '../article/list.ts';
import { iconOf } from '../library/list-icon.ts';
import { possibleParents } from '../library/nest-lists.ts';
import { rankBetween } from '../library/rank.ts';
import { addList, changeList, nameList, rankList } from '../store/change-lists.ts';
import type { Store } from '../store/database.ts';
import { joinArticles, partArticles } from '../store/join-articles.ts';
import { changeListsAtOnce, putOnList, takeOffList } from '../store/list-entries.ts';
import { readLists } from '../store/lists.ts';
import { addTag, removeTag } from '../store/tags.ts';
import { type Done, reachOf } from './undo.ts';

/** Makes a list at the end of the others, or gives the one that has this name already. Blank names make none. */
export async function createList(store: Store, name: string): Promise<ListId | undefined> {
  const trimmed = name.trim();
  if (trimmed === '') return undefined;
  return addList(store, trimmed, (others) => ({
    // Colours go round, starting after those that marks use most.
    colour: COLOURS[(others.length + 1) % COLOURS.length] ?? 'green',
    rank: rankBetween(others.at(-1)?.rank, undefined),
  }));
}

/** Keeps a search under a name, so that it stands in the sidebar with what it finds. */
export async function saveSearch(store: Store, name: string, query: string): Promise<Done | undefined> {
  const [trimmed, asked] = [name.trim(), query.trim()];
  if (trimmed === '' || asked === '') return undefined;
  const dress = (others: readonly List[]) => ({
    colour: COLOURS[others.length % COLOURS.length] ?? ('blue' as const),
    rank: rankBetween(others.at(-1)?.rank, undefined),
  });
  const id = await addList(store, trimmed, dress, asked);
  return { label: `Search ${trimmed} kept`, undo: () => changeList(store, id, { deletedAt: store.now() }) };
}

/** Forgets a kept search. What it found stays where it is. */
export async function forgetSearch(store: Store, search: List): Promise<Done> {
  await changeList(store, search.id, { deletedAt: store.now() });
  return {
    label: `Search ${search.name} forgotten, its articles kept`,
    undo: () => changeList(store, search.id, { deletedAt: undefined }),
  };
}

/** Gives a list another name; `name-taken` if that is another list's, which changes nothing. */
export async function renameList(store: Store, list: List, name: string): Promise<Done | 'name-taken' | undefined> {
  const trimmed = name.trim();
  if (trimmed === '' || trimmed === list.name) return undefined;
  if (!(await nameList(store, list.id, trimmed))) return 'name-taken';
  return { label: `List renamed to ${trimmed}`, undo: () => changeList(store, list.id, { name: list.name }) };
}

export async function recolourList(store: Store, list: List, colour: Colour): Promise<Done> {
  await changeList(store, list.id, { colour });
  return { label: `${list.name} is ${colour} now`, undo: () => changeList(store, list.id, { colour: list.colour }) };
}

/** Gives a list the icon that was typed for it; with nothing typed, none. */
export async function setListIcon(store: Store, list: List, typed: string): Promise<Done | undefined> {
  const icon = iconOf(typed);
  if (icon === list.icon) return undefined;
  await changeList(store, list.id, { icon });
  const label = icon === undefined ? `${list.name} has no icon now` : `${list.name} has the icon ${icon} now`;
  return { label, undo: () => changeList(store, list.id, { icon: list.icon }) };
}

/** Puts a list inside of another that stands by itself, or takes it out; `undefined` where that can't be. */
export async function nestList(store: Store, list: List, parentId: ListId | undefined): Promise<Done | undefined> {
  const parent = possibleParents(await readLists(store), list).find(({ id }) => id === parentId);
  if (list.parentId === parentId || (parentId !== undefined && !parent)) return undefined;
  await changeList(store, list.id, { parentId });
  return {
    label: parent ? `${list.name} stands inside of ${parent.name}` : `${list.name} stands by itself`,
    undo: () => changeList(store, list.id, { parentId: list.parentId }),
  };
}

/** Deletes a list. Its articles stay in the library, and undo brings the list back with its order. */
export async function deleteList(store: Store, list: List): Promise<Done> {
  await changeList(store, list.id, { deletedAt: store.now() });
  return {
    label: `List ${list.name} deleted, its articles kept`,
    undo: () => changeList(store, list.id, { deletedAt: undefined }),
  };
}

/** Moves a list before another one, or to the end. */
export async function moveList(store: Store, list: List, beforeId: ListId | undefined): Promise<Done> {
  const former = await rankList(store, list.id, (others) => rankBefore(others, beforeId, ({ id }) => id));
  return {
    label: `${list.name} moved`,
    undo: async () => {
      if (former !== undefined) await rankList(store, list.id, (others) => rankAt(others, former));
    },
  };
}

/** Puts an article at the end of a list, or leaves it at its place there. */
export async function addToList(store: Store, list: List, articleId: ArticleId): Promise<Done> {
  const former = await putOnList(
    store,
    list.id,
    articleId,
    (others, rank) => rank ?? rankBetween(others.at(-1)?.rank, undefined),
  );
  return {
    label: `Added to ${list.name}`,
    undo: () => putBack(store, list.id, articleId, former),
    reach: reachOf(store, [articleId]),
  };
}

/** Puts an article on a list by name, made if there is none. Undo takes a list that was made for it away again. */
export function addToNewList(store: Store, name: string, articleId: ArticleId): Promise<Done | undefined> {
  return changeListsAtOnce(store, async () => {
    const before = await readLists(store);
    const listId = await createList(store, name);
    const list = (await readLists(store)).find(({ id }) => id === listId);
    if (!list) return undefined;
    const added = await addToList(store, list, articleId);
    if (before.some(({ id }) => id === listId)) return added;
    return {
      label: added.label,
      undo: async () => {
        await added.undo();
        await changeList(store, list.id, { deletedAt: store.now() });
      },
    };
  });
}

export async function removeFromList(store: Store, list: List, articleId: ArticleId): Promise<Done> {
  const former = await takeOffList(store, list.id, articleId);
  return {
    label: `Removed from ${list.name}`,
    undo: () => putBack(store, list.id, articleId, former),
    reach: reachOf(store, [articleId]),
  };
}

/** Moves an article within a list before another one, or to the end. */
export async function moveInList(
  store: Store,
  listId: ListId,
  articleId: ArticleId,
  beforeId: ArticleId | undefined,
): Promise<Done> {
  const former = await putOnList(store, listId, articleId, (others) =>
    rankBefore(others, beforeId, (entry) => entry.articleId),
  );
  return {
    label: 'Article moved',
    undo: () => putBack(store, listId, articleId, former),
    reach: reachOf(store, [articleId]),
  };
}

/** Makes one article of two: what hangs on the other comes to the one that is kept, and the other goes to the trash. */
export async function join(store: Store, keptId: ArticleId, otherId: ArticleId): Promise<Done> {
  const joined = await joinArticles(store, keptId, otherId, (last) => rankBetween(last, undefined));
  return {
    label: 'Only the one you had is kept',
    undo: () => partArticles(store, joined),
    reach: reachOf(store, [otherId]),
  };
}

export async function tagArticle(store: Store, articleId: ArticleId, label: string): Promise<void> {
  await addTag(store, articleId, label);
}

export async function untagArticle(store: Store, articleId: ArticleId, label: string): Promise<Done> {
  const former = await removeTag(store, articleId, label);
  return {
    label: `Tag ${former ?? label} removed`,
    undo: async () => {
      if (former !== undefined) await addTag(store, articleId, former);
    },
    reach: reachOf(store, [articleId]),
  };
}

/** Gives an article the rank it had on a list; `undefined` stands for none. */
async function putBack(store: Store, listId: ListId, articleId: ArticleId, rank: string | undefined): Promise<void> {
  if (rank === undefined) await takeOffList(store, listId, articleId);
  else await putOnList(store, listId, articleId, (others) => rankAt(others, rank));
}

/** The rank itself, or, if another took it meanwhile, one right before that other. */
function rankAt(others: readonly { readonly rank: string }[], rank: string): string {
  const index = others.findIndex((other) => other.rank === rank);
  return index === -1 ? rank : rankBetween(others[index - 1]?.rank, rank);
}

function rankBefore<Ranked extends { readonly rank: string }, Id>(
  others: readonly Ranked[],
  beforeId: Id | undefined,
  idOf: (ranked: Ranked) => Id,
): string {
  const index = beforeId === undefined ? -1 : others.findIndex((other) => idOf(other) === beforeId);
  const at = index === -1 ? others.length : index;
  return rankBetween(others[at - 1]?.rank, others[at]?.rank);
}
