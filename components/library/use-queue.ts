import { signal } from '@preact/signals';
import type { Live } from '../../lib/app/library.ts';
import type { ArticleId } from '../../lib/article/ids.ts';
import type { Chosen } from '../../lib/library/fill-time.ts';
import type { LibraryApp } from './library-app.ts';
import { keyOf, type Place } from './route.ts';
import { useSettled } from './use-settled.ts';

export type Queue = readonly Chosen<ArticleId>[];

const NO_QUEUE: Live<Queue | undefined> = signal({ status: 'ready', value: undefined });

/** What fills the time that was asked for; `undefined` elsewhere and until it is known. */
export function useQueue(app: LibraryApp, place: Place): Queue | undefined {
  const settled = useSettled<Queue | undefined>(keyOf(place), () =>
    place.kind === 'time' ? app.ids.queue(place) : NO_QUEUE,
  );
  return settled.status === 'ready' ? settled.value : undefined;
}
