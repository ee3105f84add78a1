import { computed } from '@preact/signals';
import type { Library, Live, Loaded, SearchAnswer, View } from '../../lib/app/library.ts';
import type { ArticleId } from '../../lib/article/ids.ts';
import { keyOf } from './route.ts';

type SearchView = Extract<View, { readonly kind: 'search' }>;

/** The queries behind the rows. Asking again for what was asked for last gives the same query. */
export interface IdSource {
  /** The ids of a view in its order. */
  readonly ids: (view: View) => Live<readonly ArticleId[]>;
  /** All that a search says, of which the ids are a part. */
  readonly found: (view: SearchView) => Live<SearchAnswer>;
}

/** Ids are small: those of a whole shelf make a scroll bar that tells the truth. */
const MOST_IDS = 100_000;
/** Nobody scrolls further in what was found; more words find less. */
const MOST_FOUND = 500;

/** Starts the query of the first view at once, before anything renders. */
export function createIdSource(library: Library, first: View | undefined): IdSource {
  const found = remember((view: SearchView) => library.search(view.typed, view.order ?? 'relevance', MOST_FOUND));
  const ids = remember((view: View) => (view.kind === 'search' ? idsIn(found(view)) : library.ids(view, MOST_IDS)));
  if (first) ids(first);
  return { ids, found };
}

function remember<Asked extends View, Value>(make: (view: Asked) => Live<Value>): (view: Asked) => Live<Value> {
  let latest: { readonly key: string; readonly answer: Live<Value> } | undefined;
  return (view) => {
    const key = keyOf(view);
    if (latest?.key !== key) latest = { key, answer: make(view) };
    return latest.answer;
  };
}

function idsIn(answer: Live<SearchAnswer>): Live<readonly ArticleId[]> {
  return computed((): Loaded<readonly ArticleId[]> => {
    const loaded = answer.value;
    return loaded.status === 'ready' ? { status: 'ready', value: loaded.value.ids } : loaded;
  });
}
