import type { ListId, Timestamp } from '../article/ids.ts';
import type { ListPath } from '../article/import-job.ts';
import { byRank, type Colour, type List } from '../article/list.ts';
import type { Store } from './database.ts';

/** How lists and places in them are made; ranks are none of the store's business. */
export interface ListMaking {
  readonly nextRank: (last: string | undefined) => string;
  readonly colourOf: (count: number) => Colour;
}

/**
 * Finds lists of a batch by their names and makes what is missing, inside the caller's transaction. New entries go to the end. What
 * the names need is read at once, and the lists that are made are written by the caller: asked for each item, hundreds of
 * awaits would follow one another with no request between them, and after a hundred Dexie takes the transaction for ended.
 */
export async function createListFinder(
  { db, makeId }: Store,
  paths: readonly ListPath[],
  at: Timestamp,
  { nextRank, colourOf }: ListMaking,
) {
  const all = (await db.lists.toArray()).sort(byRank);
  const names = openNames(all.filter(({ deletedAt, query }) => deletedAt === undefined && query === undefined));
  const known = new Set(paths.flatMap((path) => names.find(path) ?? []));
  const lastRanks = new Map<ListId, string | undefined>(
    await Promise.all(
      [...known].map(async (listId) => {
        const range = db.listEntries.where('[listId+shownRank]').between([listId, ''], [listId, '\uffff']);
        return [listId, (await range.last())?.rank] as const;
      }),
    ),
  );
  const made: List[] = [];
  let lastListRank = all.at(-1)?.rank;
  let count = all.length;

  function make(name: string, parentId?: ListId): ListId {
    const id = makeId<ListId>();
    lastListRank = nextRank(lastListRank);
    const list = { id, name, colour: colourOf(++count), rank: lastListRank, createdAt: at, updatedAt: at };
    made.push(parentId === undefined ? list : { ...list, parentId });
    names.add(id, name, parentId);
    return id;
  }

  function idOf(path: ListPath): ListId {
    const former = names.find(path);
    if (former !== undefined) return former;
    if (typeof path === 'string') return make(path);
    const [outer, inner] = path;
    return make(inner, names.findOuter(outer) ?? make(outer));
  }

  function endOf(listId: ListId): string {
    const rank = nextRank(lastRanks.get(listId));
    lastRanks.set(listId, rank);
    return rank;
  }

  return {
    /** The list of this name, made if there is none. */
    idOf,
    /** The rank of the next place at the end of a list. */
    endOf,
    /** The lists that were not there before, for the caller to write. */
    made: (): readonly List[] => made,
  };
}

/** Lists by their names, in any case of letters. */
function openNames(lists: readonly List[]) {
  const byId = new Map(lists.map((list) => [list.id, list]));
  const outer = new Map<string, ListId>();
  const inner = new Map<string, ListId>();
  const anywhere = new Map<string, ListId>();
  const keyOf = (name: string, parentId?: ListId) => `${parentId ?? ''} ${name.toLowerCase()}`;

  function add(id: ListId, name: string, parentId: ListId | undefined): void {
    if (parentId === undefined) outer.set(keyOf(name), id);
    else inner.set(keyOf(name, parentId), id);
    anywhere.set(keyOf(name), id);
  }
  // One whose outer list is gone stands by itself.
  for (const { id, name, parentId } of lists) add(id, name, parentId && byId.get(parentId)?.id);

  const findOuter = (name: string) => outer.get(keyOf(name));
  return {
    add,
    findOuter,
    find(path: ListPath): ListId | undefined {
      // Files of most kinds name an inner list alone.
      if (typeof path === 'string') return findOuter(path) ?? anywhere.get(keyOf(path));
      const [outerName, name] = path;
      const parentId = findOuter(outerName);
      const nested = parentId === undefined ? undefined : inner.get(keyOf(name, parentId));
      // As imports named it before lists stood inside of others.
      return nested ?? findOuter(`${outerName} / ${name}`);
    },
  };
}
