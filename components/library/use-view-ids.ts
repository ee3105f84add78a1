import { signal } from '@preact/signals';
import type { Live } from '../../lib/app/library.ts';
import type { ArticleId } from '../../lib/article/ids.ts';
import type { LibraryApp } from './library-app.ts';
import { keyOf, type Place, viewOf } from './route.ts';
import { useSettled } from './use-settled.ts';

const NO_IDS: readonly ArticleId[] = [];
const NOTHING: Live<readonly ArticleId[]> = signal({ status: 'ready', value: NO_IDS });

export interface ViewIds {
  /** The place that the ids belong to: the former one, while those of the next are on their way. */
  readonly key: string;
  readonly ids: readonly ArticleId[];
  readonly status: 'loading' | 'ready' | 'failed';
  readonly error?: unknown;
}

/** The ids of a place in the order in which they are shown. Notes and settings have none. */
export function useViewIds(app: LibraryApp, place: Place, isReversed: boolean): ViewIds {
  const view = viewOf(place);
  const settled = useSettled(keyOf(place), () => (view ? app.idsOf(view) : NOTHING));
  if (settled.status !== 'ready') return { key: keyOf(place), ids: NO_IDS, ...settled };
  const ids = isReversed ? reversedOf(settled.value) : settled.value;
  return { status: 'ready', key: settled.key, ids };
}

const reversed = new WeakMap<readonly ArticleId[], readonly ArticleId[]>();

/** The same array for the same array, so that rendering again is no change. */
function reversedOf(ids: readonly ArticleId[]): readonly ArticleId[] {
  const known = reversed.get(ids) ?? ids.toReversed();
  reversed.set(ids, known);
  return known;
}
