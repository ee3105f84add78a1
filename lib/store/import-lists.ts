import type { ListId, Timestamp } from '../article/ids.ts';
import { byRank, type Colour, type List } from '../article/list.ts';
import type { Store } from './database.ts';

/** How lists and places in them are made; ranks are none of the store's business. */
export interface ListMaking {
  readonly nextRank: (last: string | undefined) => string;
  readonly colourOf: (count: number) => Colour;
}

/** Finds lists by name and makes what is missing, inside the caller's transaction. New entries go to the end. */
export async function createListFinder({ db, makeId }: Store, at: Timestamp, { nextRank, colourOf }: ListMaking) {
  const all = (await db.lists.toArray()).sort(byRank);
  const byName = new Map(
    all
      .filter(({ deletedAt, query }) => deletedAt === undefined && query === undefined)
      .map((list) => [list.name.toLowerCase(), list.id]),
  );
  const lastRanks = new Map<ListId, string | undefined>();
  const made: ListId[] = [];
  let lastListRank = all.at(-1)?.rank;
  let count = all.length;

  async function idOf(name: string): Promise<ListId> {
    const known = byName.get(name.toLowerCase());
    if (known !== undefined) return known;
    const id = makeId<ListId>();
    lastListRank = nextRank(lastListRank);
    const list: List = { id, name, colour: colourOf(++count), rank: lastListRank, createdAt: at, updatedAt: at };
    await db.lists.add(list);
    byName.set(name.toLowerCase(), id);
    lastRanks.set(id, undefined);
    made.push(id);
    return id;
  }

  async function endOf(listId: ListId): Promise<string> {
    if (!lastRanks.has(listId)) {
      const range = db.listEntries.where('[listId+shownRank]').between([listId, ''], [listId, '\uffff']);
      lastRanks.set(listId, (await range.last())?.rank);
    }
    const rank = nextRank(lastRanks.get(listId));
    lastRanks.set(listId, rank);
    return rank;
  }

  return {
    /** The list of this name, made if there is none. */
    idOf,
    /** The rank of the next place at the end of a list. */
    endOf,
    made: (): readonly ListId[] => made,
  };
}
