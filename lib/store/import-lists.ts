import type { ListId, Timestamp } from '../article/ids.ts';
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
  names: readonly string[],
  at: Timestamp,
  { nextRank, colourOf }: ListMaking,
) {
  const all = (await db.lists.toArray()).sort(byRank);
  const byName = new Map(
    all
      .filter(({ deletedAt, query }) => deletedAt === undefined && query === undefined)
      .map((list) => [list.name.toLowerCase(), list.id]),
  );
  const known = new Set(names.flatMap((name) => byName.get(name.toLowerCase()) ?? []));
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

  function idOf(name: string): ListId {
    const former = byName.get(name.toLowerCase());
    if (former !== undefined) return former;
    const id = makeId<ListId>();
    lastListRank = nextRank(lastListRank);
    made.push({ id, name, colour: colourOf(++count), rank: lastListRank, createdAt: at, updatedAt: at });
    byName.set(name.toLowerCase(), id);
    return id;
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
