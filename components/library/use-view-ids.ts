import { signal } from '@preact/signals';
import type { Live } from '../../lib/app/library.ts';
import type { ArticleId } from '../../lib/article/ids.ts';
import type { LibraryApp } from './library-app.ts';
import { keyOf, type Place, viewOf } from './route.ts';
import { useSettled } from './use-settled.ts';

const NO_IDS: readonly ArticleId[] = [];
const NOTHING: Live<readonly ArticleId[]> = signal({ status: 'ready', value: NO_IDS });

export interface ViewIds {
  /** Whether these are the ids of the place asked for, and not yet those of the former one. */
  readonly isPresent: boolean;
  /** How many there are; `undefined` until it is known. */
  readonly count: number | undefined;
  /** The place that the ids belong to: the former one, while those of the next are on their way. */
  readonly key: string;
  readonly ids: readonly ArticleId[];
  readonly status: 'loading' | 'ready' | 'failed';
  readonly error?: unknown;
}

/** The ids of a place in the order in which they are shown. Notes and settings have none. */
export function useViewIds(app: LibraryApp, place: Place, isReversed: boolean): ViewIds {
  const view = viewOf(place);
  const key = keyOf(place);
  const settled = useSettled(key, () => (view ? app.ids.ids(view) : NOTHING));
  if (settled.status !== 'ready') return { key, isPresent: true, count: undefined, ids: NO_IDS, ...settled };
  const ids = isReversed ? reversedOf(settled.value) : settled.value;
  return { status: 'ready', key: settled.key, isPresent: settled.key === key, count: ids.length, ids };
}

const reversed = new WeakMap<readonly ArticleId[], readonly ArticleId[]>();

/** The same array for the same array, so that rendering again is no change. */
function reversedOf(ids: readonly ArticleId[]): readonly ArticleId[] {
  const known = reversed.get(ids) ?? ids.toReversed();
  reversed.set(ids, known);
  return known;
}
