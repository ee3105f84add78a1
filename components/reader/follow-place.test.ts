// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TextPlaces } from '../../lib/app/read-places.ts';
import type { ReadingPosition } from '../../lib/article/reading.ts';
import { followPlace } from './follow-place.ts';

const at = (fraction: number): ReadingPosition => ({ anchorText: 'one', anchorOccurrence: 0, fraction });

/** A text of `height` pixels whose place is a share of its height, in a window that scrolls by numbers alone. */
function aPage(height: number, start?: ReadingPosition) {
  const page = { height, keep: vi.fn(), show: vi.fn(), resize: () => undefined as undefined };
  const state = { y: 0 };
  Object.defineProperty(window, 'scrollY', { configurable: true, get: () => state.y });
  Object.defineProperty(document, 'fonts', { configurable: true, value: { status: 'loaded' } });
  Object.defineProperty(document.documentElement, 'scrollHeight', { configurable: true, get: () => page.height });
  const scrollTo = (y: number) => {
    state.y = Math.max(0, Math.min(page.height - window.innerHeight, y));
    // As in a browser, the event comes after the call that scrolled.
    setTimeout(() => window.dispatchEvent(new Event('scroll')));
  };
  window.scrollBy = ((_: number, by: number) => scrollTo(state.y + by)) as typeof window.scrollBy;
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(tell: () => undefined) {
        page.resize = tell;
      }
      /** A browser tells of the first size too. */
      observe() {
        page.resize();
      }
      disconnect() {}
    },
  );
  const share = (edge: number) => Math.min(1, Math.max(0, (state.y + edge) / page.height));
  const places: TextPlaces = {
    headings: [],
    hasText: true,
    headingAt: () => undefined,
    progressAt: share,
    positionAt: (edge) => at(share(edge)),
    edgeOf: ({ fraction }) => fraction * page.height - state.y,
  };
  const { keep, show } = page;
  const stop = followPlace({ view: window, page: document.body, places, start, keep, show });
  return { page, state, scrollTo, stop };
}

describe('followPlace', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('keeps the place once scrolling rests', () => {
    const { page, scrollTo, stop } = aPage(10_000);
    scrollTo(1000);
    vi.advanceTimersByTime(300);
    scrollTo(2928);
    vi.advanceTimersByTime(300);
    expect(page.keep).not.toHaveBeenCalled();
    vi.advanceTimersByTime(300);
    expect(page.keep).toHaveBeenCalledTimes(1);
    expect(page.keep).toHaveBeenCalledWith({ position: at(0.3), progress: (2928 + window.innerHeight) / 10_000 });
    stop();
  });

  it('keeps it at once when the page goes', () => {
    const { page, scrollTo, stop } = aPage(10_000);
    scrollTo(1000);
    vi.advanceTimersByTime(50);
    window.dispatchEvent(new Event('pagehide'));
    expect(page.keep).toHaveBeenCalledTimes(1);
    stop();
    expect(page.keep).toHaveBeenCalledTimes(1);
  });

  it('keeps nothing for an article that was only opened', () => {
    const { page, state, stop } = aPage(10_000, at(0.5));
    expect(state.y).toBe(5000 - 72);
    vi.advanceTimersByTime(2000);
    window.dispatchEvent(new Event('pagehide'));
    stop();
    expect(page.keep).not.toHaveBeenCalled();
  });

  it('holds the line while the layout changes, before and after the reader scrolled', () => {
    const { page, state, scrollTo, stop } = aPage(10_000, at(0.5));
    page.height = 12_000;
    page.resize();
    expect(state.y).toBe(6000 - 72);
    scrollTo(3000 - 72);
    vi.advanceTimersByTime(50);
    page.height = 8000;
    page.resize();
    expect(state.y).toBe(2000 - 72);
    stop();
  });

  it('leaves the page alone while its beginning is in view', () => {
    const { page, state, stop } = aPage(10_000, at(0));
    page.height = 12_000;
    page.resize();
    expect(state.y).toBe(0);
    stop();
  });

  it('tells no progress of a page that is wholly in view', () => {
    const { page, stop } = aPage(window.innerHeight);
    expect(page.show).toHaveBeenLastCalledWith({ progress: undefined, heading: undefined });
    stop();
  });
});
