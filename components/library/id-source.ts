import { computed } from '@preact/signals';
import type { Library, Live, Loaded, SearchAnswer, View } from '../../lib/app/library.ts';
import type { Queues } from '../../lib/app/queues.ts';
import type { ArticleId } from '../../lib/article/ids.ts';
import type { Chosen } from '../../lib/library/fill-time.ts';
import { keyOf, type RowsPlace } from './route.ts';

type TimeView = Extract<RowsPlace, { readonly kind: 'time' }>;
type SearchView = Extract<View, { readonly kind: 'search' }>;

/** The queries behind the rows. Asking again for what was asked for last gives the same query. */
export interface IdSource {
  /** The ids of a view in its order. */
  readonly ids: (view: RowsPlace) => Live<readonly ArticleId[]>;
  /** All that a search says, of which the ids are a part. */
  /** What fills a time, of which the ids are a part. */
  readonly queue: (view: TimeView) => Live<readonly Chosen<ArticleId>[]>;
  readonly found: (view: SearchView) => Live<SearchAnswer>;
}

/** Ids are small: those of a whole shelf make a scroll bar that tells the truth. */
const MOST_IDS = 100_000;
/** Nobody scrolls further in what was found; more words find less. */
const MOST_FOUND = 500;

/** Starts the query of the first view at once, before anything renders. */
export function createIdSource(library: Library, queues: Queues, first: RowsPlace | undefined): IdSource {
  const found = remember((view: SearchView) => library.search(view.typed, view.order ?? 'relevance', MOST_FOUND));
  const queue = remember((view: TimeView) => queues.queue(view.minutes));
  const ids = remember((view: RowsPlace) => {
    if (view.kind === 'search') return mapped(found(view), (answer) => answer.ids);
    if (view.kind === 'time') return mapped(queue(view), (chosen) => chosen.map(({ id }) => id));
    return library.ids(view, MOST_IDS);
  });
  if (first) ids(first);
  return { ids, found, queue };
}

function remember<Asked extends RowsPlace, Value>(make: (view: Asked) => Live<Value>): (view: Asked) => Live<Value> {
  let latest: { readonly key: string; readonly answer: Live<Value> } | undefined;
  return (view) => {
    const key = keyOf(view);
    if (latest?.key !== key) latest = { key, answer: make(view) };
    return latest.answer;
  };
}

function mapped<From, To>(answer: Live<From>, to: (value: From) => To): Live<To> {
  return computed((): Loaded<To> => {
    const loaded = answer.value;
    return loaded.status === 'ready' ? { status: 'ready', value: to(loaded.value) } : loaded;
  });
}
