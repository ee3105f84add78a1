import type { TextPlaces } from '../../lib/app/read-places.ts';
import type { ReadingPosition } from '../../lib/article/reading.ts';
import type { Heading } from '../../lib/reader/contents.ts';

interface FollowPlace {
  readonly view: Window;
  /** Whatever changes its height moves the text: it is watched. */
  readonly page: Element;
  readonly places: TextPlaces;
  /** Where the reader left off; absent at the first opening. */
  readonly start: ReadingPosition | undefined;
  readonly keep: (place: { readonly position: ReadingPosition; readonly progress: number }) => void;
  /** `progress` is absent where the whole page is in view, and scrolling tells nothing. */
  readonly show: (seen: { readonly progress: number | undefined; readonly heading: Heading | undefined }) => void;
}

/** Where reading happens: just below the bar. The style sheet's `scroll-padding-top` is the same. */
const TOP_EDGE = 72;
/** How long the text must rest before the place is kept, in milliseconds. */
const REST = 400;

/**
 * Brings the reader back to where reading stopped, holds that line while fonts, pictures or another text size change the
 * layout, and keeps the place whenever scrolling rests. Gives the function that stops it.
 *
 * Nothing is kept before the reader scrolls. Opening is not reading, and a text that fits the window would be finished
 * at once; such a one is finished by scrolling to its end, where there is something to scroll, or by Done.
 */
export function followPlace({ view, page, places, start, keep, show }: FollowPlace): () => void {
  let hasMoved = false;
  /** Where our own scrolling went, to tell its event from the reader's. */
  let ownScroll = view.scrollY;
  let line = start && { position: start, offset: 0 };
  let isUnkept = false;
  let frame = 0;
  let timer = 0;

  /** The line at the edge. Within a picture it is some text above; `offset` is the way from there to the edge. */
  function readLine() {
    const position = places.positionAt(TOP_EDGE);
    return { position, offset: TOP_EDGE - (places.edgeOf(position) ?? TOP_EDGE) };
  }

  /** Above the first line there is nothing to hold: what unfolds there is what the reader looks at. */
  const heldLine = () => (line && line.position.fraction > 0 ? line : undefined);

  function holdLine() {
    const held = heldLine();
    const edge = held && places.edgeOf(held.position);
    if (held && edge !== undefined) view.scrollBy(0, edge + held.offset - TOP_EDGE);
    ownScroll = view.scrollY;
    look();
  }

  function look() {
    const isWhollyInView = view.document.documentElement.scrollHeight <= view.innerHeight + 1;
    const progress = isWhollyInView ? undefined : places.progressAt(view.innerHeight);
    show({ progress, heading: places.headingAt(TOP_EDGE + 8) });
  }

  function keepNow() {
    view.clearTimeout(timer);
    if (!isUnkept || !line) return;
    isUnkept = false;
    keep({ position: line.position, progress: places.progressAt(view.innerHeight) });
  }

  function onFrame() {
    frame = 0;
    look();
    if (!hasMoved) return;
    line = readLine();
    isUnkept = places.hasText;
    view.clearTimeout(timer);
    timer = view.setTimeout(keepNow, REST);
  }

  function onScroll() {
    // While fonts load, the browser itself scrolls if the page becomes shorter.
    const isSettled = view.document.fonts.status === 'loaded';
    if (isSettled && Math.abs(view.scrollY - ownScroll) > 1) hasMoved = true;
    if (frame === 0) frame = view.requestAnimationFrame(onFrame);
  }

  const onMove = () => {
    hasMoved = true;
  };
  const onHide = () => {
    if (view.document.visibilityState === 'hidden') keepNow();
  };

  const stopping = new AbortController();
  const { signal } = stopping;
  view.addEventListener('scroll', onScroll, { passive: true, signal });
  view.addEventListener('wheel', onMove, { passive: true, signal });
  view.addEventListener('touchmove', onMove, { passive: true, signal });
  view.addEventListener('pagehide', keepNow, { signal });
  view.document.addEventListener('visibilitychange', onHide, { signal });
  const observer = new ResizeObserver(holdLine);
  // It tells of the first layout too, before that is painted: without a place to go back to, nothing asks for one earlier.
  observer.observe(page);
  if (start) holdLine();

  return () => {
    keepNow();
    stopping.abort();
    observer.disconnect();
    view.cancelAnimationFrame(frame);
  };
}
