import type { ListId } from '../article/ids.ts';
import { byRank, type Colour, type List } from '../article/list.ts';
import type { Store } from './database.ts';

export interface ListChange {
  readonly name?: string;
  readonly colour?: Colour;
  /** `undefined` takes it away. */
  readonly icon?: string | undefined;
  /** `undefined` takes it out of the list it stands in. */
  readonly parentId?: ListId | undefined;
  readonly deletedAt?: number | undefined;
}

/**
 * Chooses a rank from all that the others hold, in their order. It runs inside the transaction, so that two windows
 * never choose the same; hidden ones are among them, so that what comes back later has a place of its own.
 */
export type ChooseRank<Ranked> = (others: readonly Ranked[], former: string | undefined) => string;

/** Makes a list, or a kept search, or gives the one of its kind that has this name already in any case of letters. */
export function addList(
  { db, now, makeId }: Store,
  name: string,
  dressAmong: (others: readonly List[]) => { readonly colour: Colour; readonly rank: string },
  query?: string,
): Promise<ListId> {
  return db.transaction('rw', db.lists, async () => {
    const others = (await db.lists.toArray()).sort(byRank);
    const same = others.find((list) => isNamed(list, name, query));
    if (same) return same.id;
    const at = now();
    const id = makeId<ListId>();
    await db.lists.add({
      ...dressAmong(others),
      id,
      name,
      ...(query !== undefined && { query }),
      createdAt: at,
      updatedAt: at,
    });
    return id;
  });
}

/** Gives a list another name. Changes nothing and says `false` if another list has that name already in any case of letters. */
export function nameList({ db, now }: Pick<Store, 'db' | 'now'>, listId: ListId, name: string): Promise<boolean> {
  return db.transaction('rw', db.lists, async () => {
    const lists = await db.lists.toArray();
    if (lists.some((list) => list.id !== listId && isNamed(list, name, undefined))) return false;
    await changeList({ db, now }, listId, { name });
    return true;
  });
}

const isNamed = (list: List, name: string, query: string | undefined): boolean =>
  list.deletedAt === undefined && list.query === query && list.name.toLowerCase() === name.toLowerCase();

/** Changes a list's own fields. `deletedAt: undefined` brings a deleted list back with its entries. */
export async function changeList(
  { db, now }: Pick<Store, 'db' | 'now'>,
  listId: ListId,
  change: ListChange,
): Promise<void> {
  await db.transaction('rw', db.lists, async () => {
    const list = await db.lists.get(listId);
    if (!list) return;
    const { deletedAt, parentId, icon, ...rest } = { ...list, ...change, updatedAt: now() };
    await db.lists.put({
      ...rest,
      ...(parentId !== undefined && { parentId }),
      ...(icon !== undefined && { icon }),
      ...(deletedAt !== undefined && { deletedAt }),
    });
  });
}

/** Moves a list among the others, deleted ones included. Gives the rank it had, for undo. */
export function rankList(
  { db, now }: Store,
  listId: ListId,
  chooseRank: ChooseRank<List>,
): Promise<string | undefined> {
  return db.transaction('rw', db.lists, async () => {
    const list = await db.lists.get(listId);
    if (!list) return undefined;
    const others = (await db.lists.toArray()).filter(({ id }) => id !== listId).sort(byRank);
    await db.lists.put({ ...list, rank: chooseRank(others, list.rank), updatedAt: now() });
    return list.rank;
  });
}
