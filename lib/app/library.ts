import type { Version } from '../article/article.ts';
import type { ArticleId, ListId } from '../article/ids.ts';
import type { List } from '../article/list.ts';
import type { Note } from '../article/note.ts';
import type { Shelf } from '../article/reading.ts';
import type { BriefRow } from '../store/brief-rows.ts';
import { type LibraryCounts, readCounts } from '../store/counts.ts';
import type { Store } from '../store/database.ts';
import { isListHere, readListOrder } from '../store/lists.ts';
import { type Live, type Loaded, live } from '../store/live.ts';
import { type PictureCounts, readPictureCounts } from '../store/pictures.ts';
import { readNote, readNotes } from '../store/read-notes.ts';
import { readShelf } from '../store/read-shelf.ts';
import { findTags, readTagged } from '../store/read-tags.ts';
import { readVersions } from '../store/read-versions.ts';
import { type ArticleRow, readRows } from '../store/rows.ts';
import { readNestedLists } from './nested-lists.ts';
import type { FoundText, Order, Search, SearchAnswer } from './search.ts';

/** The counts beside hundreds of lists are hundreds of requests: once in a while is enough while an import writes. */
const COUNTS_REST = 15;

export type { ArticleRow, FoundText, LibraryCounts, Live, Loaded, Order, SearchAnswer };

/** A set of articles that one can look at. */
export type View =
  | { readonly kind: 'shelf'; readonly shelf: Shelf }
  | { readonly kind: 'list'; readonly listId: ListId }
  | { readonly kind: 'tag'; readonly tagKey: string }
  | { readonly kind: 'search'; readonly typed: string; readonly order?: Order };

/** One article with all that stands beside it. */
export interface ArticleDetail extends ArticleRow {
  readonly note: Note | undefined;
  readonly pictures: PictureCounts;
  readonly versions: readonly Version[];
}

/** A note with the row of its article. */
export interface NoteRow {
  readonly note: Note;
  readonly row: ArticleRow;
}

/** Live queries of the library. Each is bounded, runs at once, and renews itself while something shows it. */
export function createLibrary(store: Store) {
  // In a chunk of its own: a page shows its rows without it. Awaited before a query begins and not within, where Dexie
  // would no longer see what is read.
  let search: Search | undefined;
  const loadSearch = async () => {
    const { createSearch } = await import('./search.ts');
    search ??= createSearch(store);
  };
  const searching = (): Search => {
    if (!search) throw new Error('The search could not be loaded. Open this page again.');
    return search;
  };
  // One search at a time: what is typed meanwhile waits, and of that only the last is searched for.
  let searched: Promise<unknown> | undefined;
  const inTurn = <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    searched = answer;
    return answer;
  };
  const find = (typed: string, order: Order, limit: number): Promise<SearchAnswer> =>
    inTurn(searching().find(typed, order, limit));
  const searchTurn = () => Promise.allSettled([loadSearch(), searched]);
  const before = (view: View) => (view.kind === 'search' ? searchTurn() : undefined);
  const readIds = async (view: View, limit: number): Promise<readonly ArticleId[]> =>
    view.kind === 'search'
      ? (await find(view.typed, view.order ?? 'relevance', limit)).ids
      : readViewIds(store, view, limit);
  return {
    /** Ids of a view in its order, at most `limit`. */
    ids: (view: View, limit: number): Live<readonly ArticleId[]> => live(() => readIds(view, limit), before(view)),
    rows: (ids: readonly ArticleId[]): Live<readonly ArticleRow[]> => live(() => readRows(store, ids)),
    /** The first rows of what a query finds, the best first, in one transaction. */
    foundRows: (typed: string, limit: number): Live<readonly BriefRow[]> =>
      live(() => inTurn(searching().rows(typed, limit)), searchTurn()),
    /** What a query finds: the first ids in an order, at most `limit`, and how many there are. */
    search: (typed: string, order: Order, limit: number): Live<SearchAnswer> =>
      live(() => find(typed, order, limit), searchTurn()),
    /** Loads the search and the head of its index while the reader is about to type. */
    warmSearch: async (): Promise<void> => {
      await loadSearch();
      await searching().warm();
    },
    /** What rows show of a search: where its words stand. */
    foundTexts: (
      answer: SearchAnswer,
      typed: string,
      ids: readonly ArticleId[],
    ): Live<ReadonlyMap<ArticleId, FoundText>> =>
      live(() => searching().texts(typed, answer.instead, ids), loadSearch()),
    counts: (): Live<LibraryCounts> => live(() => readCounts(store), undefined, COUNTS_REST),
    /** In the order of the sidebar, in which the keys 1 to 9 follow too. */
    lists: (after?: Promise<unknown>): Live<readonly List[]> => live(() => readNestedLists(store), after),
    article: (articleId: ArticleId): Live<ArticleDetail | undefined> => live(() => readDetail(store, articleId)),
    notes: (limit: number): Live<readonly NoteRow[]> => live(() => readNoteRows(store, limit)),
    /** Tags in use that begin with what was typed. */
    findTags: (typed: string, limit: number): Promise<readonly string[]> => findTags(store, typed, limit),
  };
}

export type Library = ReturnType<typeof createLibrary>;

async function readViewIds(
  store: Store,
  view: Exclude<View, { readonly kind: 'search' }>,
  limit: number,
): Promise<readonly ArticleId[]> {
  if (view.kind === 'shelf') return readShelf(store, view.shelf, limit);
  if (view.kind === 'tag') return (await readTagged(store, view.tagKey)).slice(0, limit);
  // The entries of a deleted list stay for the undo, and are no place to be at.
  return (await isListHere(store, view.listId)) ? (await readListOrder(store, view.listId)).slice(0, limit) : [];
}

async function readDetail(store: Store, articleId: ArticleId): Promise<ArticleDetail | undefined> {
  const [[row], note, pictures, versions] = await Promise.all([
    readRows(store, [articleId]),
    readNote(store, articleId),
    readPictureCounts(store, articleId),
    readVersions(store, articleId),
  ]);
  return row && { ...row, note, pictures, versions };
}

async function readNoteRows(store: Store, limit: number): Promise<readonly NoteRow[]> {
  const notes = await readNotes(store, limit);
  const rows = await readRows(
    store,
    notes.map(({ articleId }) => articleId),
  );
  const rowOf = new Map(rows.map((row) => [row.article.id, row]));
  return notes.flatMap((note) => {
    const row = rowOf.get(note.articleId);
    return row ? [{ note, row }] : [];
  });
}
