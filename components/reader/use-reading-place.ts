import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ArticleDetail } from '../../lib/app/library.ts';
import type { Heading } from '../../lib/reader/contents.ts';
import { paceAfter } from '../../lib/reader/pace.ts';
import { followPlace } from './follow-place.ts';
import type { ReaderApp } from './reader-app.ts';

interface ReadingPlace {
  /** Share of the text above the lower edge of the window, 0 to 1; where all is in view, what was kept before. */
  readonly progress: ReadonlySignal<number>;
  readonly heading: ReadonlySignal<Heading | undefined>;
  readonly headings: ReadonlySignal<readonly Heading[]>;
  /** Reads a text that has just been put on the page. What it gives follows the reader through it, and measures it for that. */
  readonly follow: (root: HTMLElement) => () => void;
}

export function useReadingPlace(app: ReaderApp, detail: ArticleDetail): ReadingPlace {
  const { reading } = detail;
  const kept = reading.finishedAt === undefined ? reading.progress : 1;
  const keptProgress = useSignal(kept);
  useLayoutEffect(() => {
    keptProgress.value = kept;
  }, [kept, keptProgress]);
  const seenProgress = useSignal<number | undefined>(undefined);
  const progress = useComputed(() => seenProgress.value ?? keptProgress.value);
  const heading = useSignal<Heading | undefined>(undefined);
  const headings = useSignal<readonly Heading[]>([]);
  const rested = useRef<{ readonly progress: number; readonly at: number }>(undefined);
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);

  function follow(root: HTMLElement) {
    stop.current?.();
    stop.current = undefined;
    const places = app.readPlaces(root);
    headings.value = places.headings;
    return () => {
      stop.current = followPlace({
        view: window,
        page: root.closest('main') ?? root,
        places,
        start: reading.position,
        keep: (place) => {
          learnPace(place.progress);
          app.history.record(keepPlace(place));
        },
        show: (seen) => {
          seenProgress.value = seen.progress;
          heading.value = seen.heading;
        },
      });
    };
  }

  /** From one rest of the scrolling to the next. A voice that reads scrolls too, and a page in the background is not read. */
  function learnPace(progress: number) {
    const from = rested.current;
    const isRead = document.visibilityState === 'visible' && !CSS.highlights.has('spoken');
    rested.current = isRead ? { progress, at: performance.now() } : undefined;
    if (!from || !isRead) return;
    const stretch = {
      words: (progress - from.progress) * detail.article.wordCount,
      milliseconds: performance.now() - from.at,
    };
    const pace = paceAfter(app.settings.settings.peek().pace, stretch);
    if (pace !== undefined) app.settings.change({ pace });
  }

  /** A place that can't be kept is said in the bar, as any other failure; one that is kept is not. */
  async function keepPlace(place: Parameters<typeof app.actions.keepPlace>[1]) {
    await app.actions.keepPlace(detail.article.id, place);
    return undefined;
  }

  return { progress, heading, headings, follow };
}
