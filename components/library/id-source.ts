import type { Library, Live, View } from '../../lib/app/library.ts';
import type { ArticleId } from '../../lib/article/ids.ts';
import { keyOf } from './route.ts';

/** The ids of a view in its order. Asking again for the view asked for last gives the same query. */
export type IdSource = (view: View) => Live<readonly ArticleId[]>;

/** Ids are small: those of a whole shelf make a scroll bar that tells the truth. */
const MOST_IDS = 100_000;
/** Nobody scrolls further in what was found; more words find less. */
export const MOST_FOUND = 200;

/** Starts the query of the first view at once, before anything renders. */
export function createIdSource(library: Library, first: View | undefined): IdSource {
  let latest = first && { key: keyOf(first), ids: idsOf(library, first) };
  return (view) => {
    const key = keyOf(view);
    if (latest?.key !== key) latest = { key, ids: idsOf(library, view) };
    return latest.ids;
  };
}

const idsOf = (library: Library, view: View) => library.ids(view, view.kind === 'search' ? MOST_FOUND : MOST_IDS);
