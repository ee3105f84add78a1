import { signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { FoundText, Library, Live, SearchAnswer } from '../../lib/app/library.ts';
import type { ArticleId } from '../../lib/article/ids.ts';
import { useLive } from '../controls/use-live.ts';
import type { LibraryApp } from './library-app.ts';
import { keyOf, type Place } from './route.ts';
import { useSettled } from './use-settled.ts';

const NO_SEARCH: Live<SearchAnswer | undefined> = signal({ status: 'ready', value: undefined });

/** What the present search says; while the next answer is on its way, what the former one said. */
export function useFound(app: LibraryApp, place: Place): SearchAnswer | undefined {
  const settled = useSettled<SearchAnswer | undefined>(keyOf(place), () =>
    place.kind === 'search' ? app.ids.found(place) : NO_SEARCH,
  );
  return settled.status === 'ready' ? settled.value : undefined;
}

const NO_TEXTS: ReadonlyMap<ArticleId, FoundText> = new Map();
const NOTHING: Live<ReadonlyMap<ArticleId, FoundText>> = signal({ status: 'ready', value: NO_TEXTS });

/** What the rows on screen show of a search. The former pieces stay until the next are read, so that nothing flickers. */
export function useFoundTexts(
  library: Library,
  search: { readonly typed: string; readonly answer: SearchAnswer } | undefined,
  ids: readonly ArticleId[],
): ReadonlyMap<ArticleId, FoundText> {
  const loaded = useLive(
    () => (search ? library.foundTexts(search.answer, search.typed, ids) : NOTHING),
    [search?.typed, search?.answer, ids.join()],
  );
  const latest = useRef(NO_TEXTS);
  if (search === undefined) latest.current = NO_TEXTS;
  else if (loaded.status === 'ready') latest.current = loaded.value;
  return latest.current;
}
