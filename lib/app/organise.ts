import type { ArticleId, ListId } from '../article/ids.ts';
import { COLOURS, type Colour, type List } from '../article/list.ts';
import { rankBetween } from '../library/rank.ts';
import type { Store } from '../store/database.ts';
import { addList, changeList, putOnList, readListOrder, readLists, takeOffList } from '../store/lists.ts';
import { addTag, removeTag } from '../store/tags.ts';
import type { Done } from './undo.ts';

/** Makes a list at the end of the others, or gives the one that has this name already. Blank names make none. */
export async function createList(store: Store, name: string): Promise<ListId | undefined> {
  const trimmed = name.trim();
  if (trimmed === '') return undefined;
  const lists = await readLists(store);
  const sameName = lists.find((list) => list.name.toLowerCase() === trimmed.toLowerCase());
  if (sameName) return sameName.id;
  const rank = rankBetween(lists.at(-1)?.rank, undefined);
  // Colours go round, starting after those that marks use most.
  const colour = COLOURS[(lists.length + 1) % COLOURS.length] ?? 'green';
  return addList(store, { name: trimmed, colour, rank });
}

export async function renameList(store: Store, list: List, name: string): Promise<Done | undefined> {
  const trimmed = name.trim();
  if (trimmed === '' || trimmed === list.name) return undefined;
  await changeList(store, list.id, { name: trimmed });
  return { label: `List renamed to ${trimmed}`, undo: () => changeList(store, list.id, { name: list.name }) };
}

export async function recolourList(store: Store, list: List, colour: Colour): Promise<Done> {
  await changeList(store, list.id, { colour });
  return { label: `${list.name} is ${colour} now`, undo: () => changeList(store, list.id, { colour: list.colour }) };
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
  const others = (await readLists(store)).filter(({ id }) => id !== list.id);
  await changeList(store, list.id, { rank: rankBefore(others, beforeId, ({ id }) => id) });
  return { label: `${list.name} moved`, undo: () => changeList(store, list.id, { rank: list.rank }) };
}

/** Puts an article at the end of a list. */
export async function addToList(store: Store, list: List, articleId: ArticleId): Promise<Done> {
  const order = await readListOrder(store, list.id);
  if (!order.some((entry) => entry.articleId === articleId)) {
    await putOnList(store, list.id, articleId, rankBetween(order.at(-1)?.rank, undefined));
  }
  return {
    label: `Added to ${list.name}`,
    undo: async () => {
      await takeOffList(store, list.id, articleId);
    },
  };
}

export async function removeFromList(store: Store, list: List, articleId: ArticleId): Promise<Done> {
  const rank = await takeOffList(store, list.id, articleId);
  return {
    label: `Removed from ${list.name}`,
    undo: async () => {
      if (rank !== undefined) await putOnList(store, list.id, articleId, rank);
    },
  };
}

/** Moves an article within a list before another one, or to the end. */
export async function moveInList(
  store: Store,
  listId: ListId,
  articleId: ArticleId,
  beforeId: ArticleId | undefined,
): Promise<Done> {
  const order = await readListOrder(store, listId);
  const former = order.find((entry) => entry.articleId === articleId)?.rank;
  const others = order.filter((entry) => entry.articleId !== articleId);
  await putOnList(
    store,
    listId,
    articleId,
    rankBefore(others, beforeId, (entry) => entry.articleId),
  );
  return {
    label: 'Article moved',
    undo: async () => {
      if (former !== undefined) await putOnList(store, listId, articleId, former);
    },
  };
}

export async function tagArticle(store: Store, articleId: ArticleId, label: string): Promise<void> {
  await addTag(store, articleId, label);
}

export async function untagArticle(store: Store, articleId: ArticleId, label: string): Promise<Done> {
  await removeTag(store, articleId, label);
  return { label: `Tag ${label} removed`, undo: () => addTag(store, articleId, label) };
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
