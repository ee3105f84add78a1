import type { ListId } from '../article/ids.ts';
import type { Shelf } from '../article/reading.ts';
import type { Store } from './database.ts';
import { readLists } from './lists.ts';
import { readTags, type TagCount } from './read-tags.ts';

/** The numbers beside the names in the sidebar. */
export interface LibraryCounts {
  readonly shelves: Readonly<Record<Shelf, number>>;
  readonly lists: ReadonlyMap<ListId, number>;
  readonly tags: readonly TagCount[];
  /** Notes on articles, and marks. */
  readonly notes: number;
}

/** The most tags the sidebar shows. */
const SHOWN_TAGS = 30;

export async function readCounts(store: Store): Promise<LibraryCounts> {
  const { db } = store;
  const onShelf = (shelf: Shelf) => db.readings.orderBy(`shelves.${shelf}`).count();
  const lists = await readLists(store);
  const [inbox, reading, favourites, archive, trash, notes, marks, tags, listCounts] = await Promise.all([
    onShelf('inbox'),
    onShelf('reading'),
    onShelf('favourites'),
    onShelf('archive'),
    onShelf('trash'),
    db.notes.orderBy('shownAt').count(),
    db.highlights.orderBy('shownAt').count(),
    readTags(store, SHOWN_TAGS),
    Promise.all(
      lists.map(({ id }) => db.listEntries.where('[listId+shownRank]').between([id, ''], [id, '\uffff']).count()),
    ),
  ]);
  return {
    shelves: { inbox, reading, favourites, archive, trash },
    lists: new Map(lists.map(({ id }, i) => [id, listCounts[i] ?? 0])),
    tags,
    notes: notes + marks,
  };
}
