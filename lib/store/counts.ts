import type { ListId } from '../article/ids.ts';
import type { Shelf } from '../article/reading.ts';
import { countRanges } from './count-ranges.ts';
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

const SHOWN_ENTRIES = '[listId+shownRank]';

/** All in one transaction: each of its own has to be begun and waited for, and there are as many as lists and tags. */
export function readCounts(store: Store): Promise<LibraryCounts> {
  const { db } = store;
  const tables = [db.readings, db.lists, db.listEntries, db.taggings, db.notes, db.highlights];
  return db.transaction('r', tables, async (transaction): Promise<LibraryCounts> => {
    const onShelf = (shelf: Shelf) => db.readings.orderBy(`shelves.${shelf}`).count();
    const ranges = (await readLists(store)).map(({ id }) => [id, IDBKeyRange.bound([id, ''], [id, '\uffff'])] as const);
    const [inbox, reading, favourites, archive, trash, notes, marks, tags, lists] = await Promise.all([
      onShelf('inbox'),
      onShelf('reading'),
      onShelf('favourites'),
      onShelf('archive'),
      onShelf('trash'),
      db.notes.orderBy('shownAt').count(),
      db.highlights.orderBy('shownAt').count(),
      readTags(store, SHOWN_TAGS),
      countRanges(transaction, 'listEntries', SHOWN_ENTRIES, ranges),
      // Watches it.
      db.listEntries.orderBy(SHOWN_ENTRIES).count(),
    ]);
    return { shelves: { inbox, reading, favourites, archive, trash }, lists, tags, notes: notes + marks };
  });
}
