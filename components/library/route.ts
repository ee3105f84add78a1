import type { Order, View } from '../../lib/app/library.ts';
import type { ArticleId, ListId } from '../../lib/article/ids.ts';
import type { Shelf } from '../../lib/article/reading.ts';

/** A set of articles that one can look at; one kind fills so many minutes. */
export type RowsPlace = View | { readonly kind: 'time'; readonly minutes: number };

/** Where in the library one is: a set of articles, or a page of its own. */
export type Place = RowsPlace | NotesPlace | { readonly kind: Exclude<(typeof PAGES)[number], 'notes'> };

/** All notes and marks, or those that a query asks for, as `writeNotesQuery` writes it. */
export interface NotesPlace {
  readonly kind: 'notes';
  readonly query?: string;
}

export interface Route {
  readonly place: Place;
  /** The article whose details are open. */
  readonly articleId?: ArticleId;
}

export const SHELVES = ['inbox', 'reading', 'favourites', 'archive', 'trash'] as const satisfies readonly Shelf[];

/** Pages of their own, each named as its place. */
const PAGES = ['notes', 'review', 'statistics', 'settings', 'privacy'] as const;

/** A search stands in the address with its order; the best first is the usual one. */
const SEARCH_NAMES: Readonly<Record<Order, string>> = {
  relevance: 'search',
  newest: 'search-newest',
  shortest: 'search-shortest',
};
/** The times that are offered, in minutes. */
export const TIMES = [10, 20, 40] as const;
/** A day: more than anyone reads at once. */
const MOST_MINUTES = 1440;
export const ORDERS = ['relevance', 'newest', 'shortest'] as const satisfies readonly Order[];

const INBOX: Route = { place: { kind: 'shelf', shelf: 'inbox' } };

/** Reads the fragment of an address, as in `#list/<id>/<articleId>`. What it does not know leads to the inbox. */
export function parseRoute(hash: string): Route {
  const written = hash.replace(/^#/, '').split('/');
  const [name = '', ...rest] = written.map(decodePart);
  const place = notesAt(written[0] ?? '') ?? placeOf(name, rest[0] ?? '');
  if (!place) return INBOX;
  const articleId = decodeId<ArticleId>(hasKey(place) ? rest[1] : rest[0]);
  return articleId === undefined ? { place } : { place, articleId };
}

/** The fragment that `parseRoute` reads. */
export function hashOf({ place, articleId }: Route): string {
  const selection = articleId === undefined ? '' : `/${encodeURIComponent(articleId)}`;
  return `#${keyOf(place)}${selection}`;
}

/** A text that is the same for the same place only. */
export function keyOf(place: Place): string {
  if (place.kind === 'shelf') return place.shelf;
  if (place.kind === 'list') return `list/${encodeURIComponent(place.listId)}`;
  if (place.kind === 'tag') return `tag/${encodeURIComponent(place.tagKey)}`;
  if (place.kind === 'time') return `time/${place.minutes}`;
  if (place.kind === 'search') return `${SEARCH_NAMES[place.order ?? 'relevance']}/${encodeURIComponent(place.typed)}`;
  if (place.kind === 'notes' && place.query) return `notes?${place.query}`;
  return place.kind;
}

/** The set of articles to show; `undefined` for pages that show none. */
export function viewOf(place: Place): RowsPlace | undefined {
  return PAGES.some((page) => page === place.kind) ? undefined : (place as RowsPlace);
}

/** A query is read once it is asked for, and has no slashes. */
function notesAt(written: string): NotesPlace | undefined {
  const query = /^notes\?(.+)$/.exec(written)?.[1];
  return query === undefined ? undefined : { kind: 'notes', query };
}

function placeOf(name: string, key: string): Place | undefined {
  const shelf = SHELVES.find((known) => known === name);
  if (shelf) return { kind: 'shelf', shelf };
  const page = PAGES.find((known) => known === name);
  if (page) return { kind: page };
  if (name === 'time' && Number(key) >= 1 && Number(key) <= MOST_MINUTES) {
    return { kind: 'time', minutes: Math.floor(Number(key)) };
  }
  if (name === 'tag' && key !== '') return { kind: 'tag', tagKey: key };
  const order = ORDERS.find((known) => SEARCH_NAMES[known] === name);
  if (order !== undefined && key.trim() !== '') return searchFor(key, order);
  const listId = name === 'list' ? decodeId<ListId>(key) : undefined;
  return listId === undefined ? undefined : { kind: 'list', listId };
}

export const searchFor = (typed: string, order: Order): Extract<View, { readonly kind: 'search' }> =>
  order === 'relevance' ? { kind: 'search', typed } : { kind: 'search', typed, order };

const hasKey = ({ kind }: Place) => kind === 'list' || kind === 'tag' || kind === 'search' || kind === 'time';

function decodeId<Id extends string>(text: string | undefined): Id | undefined {
  return text !== undefined && /^[\w-]{1,64}$/.test(text) ? (text as Id) : undefined;
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A stray percent sign, typed by hand: the text as it stands serves as well.
    return part;
  }
}
