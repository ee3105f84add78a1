import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ArticleDetail } from '../../lib/app/library.ts';
import type { Heading } from '../../lib/reader/contents.ts';
import { followPlace } from './follow-place.ts';
import type { ReaderApp } from './reader-app.ts';

interface ReadingPlace {
  /** Share of the text above the lower edge of the window, 0 to 1. */
  readonly progress: ReadonlySignal<number>;
  readonly heading: ReadonlySignal<Heading | undefined>;
  readonly headings: ReadonlySignal<readonly Heading[]>;
  /** Follows the reader through a text that has just been put on the page. */
  readonly follow: (root: HTMLElement) => void;
}

export function useReadingPlace(app: ReaderApp, detail: ArticleDetail): ReadingPlace {
  const progress = useSignal(detail.reading.progress);
  const heading = useSignal<Heading | undefined>(undefined);
  const headings = useSignal<readonly Heading[]>([]);
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);

  function follow(root: HTMLElement) {
    stop.current?.();
    const places = app.readPlaces(root);
    headings.value = places.headings;
    stop.current = followPlace({
      view: window,
      page: root.closest('main') ?? root,
      places,
      start: detail.reading.position,
      keep: (place) => app.history.record(keepPlace(place)),
      show: (seen) => {
        progress.value = seen.progress;
        heading.value = seen.heading;
      },
    });
  }

  /** A place that can't be kept is said in the bar, as any other failure; one that is kept is not. */
  async function keepPlace(place: Parameters<typeof app.actions.keepPlace>[1]) {
    await app.actions.keepPlace(detail.article.id, place);
    return undefined;
  }

  return { progress, heading, headings, follow };
}
