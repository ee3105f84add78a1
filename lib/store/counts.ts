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
  const [inbox, reading, favourites, archive, trash, notes, marks, tags, onLists] = await Promise.all([
    onShelf('inbox'),
    onShelf('reading'),
    onShelf('favourites'),
    onShelf('archive'),
    onShelf('trash'),
    db.notes.orderBy('shownAt').count(),
    db.highlights.orderBy('shownAt').count(),
    readTags(store, SHOWN_TAGS),
    Promise.all(
      lists.map(async ({ id }) => {
        const shown = db.listEntries.where('[listId+shownRank]').between([id, ''], [id, '\uffff']);
        return [id, await shown.count()] as const;
      }),
    ),
  ]);
  return {
    shelves: { inbox, reading, favourites, archive, trash },
    lists: new Map(onLists),
    tags,
    notes: notes + marks,
  };
}
