import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { windowOf } from '../../lib/library/windowing.ts';

const OVERSCAN = 6;

/** Follows the scrolling of a box of equally high rows, and says which of them to draw. */
export function useRowWindow(count: number, rowHeight: number) {
  const box = useRef<HTMLDivElement>(null);
  const [scrollTop, setScrollTop] = useState(0);
  // Until it was measured: as high as the window can make it.
  const [viewportHeight, setViewportHeight] = useState(innerHeight);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setViewportHeight(element.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return {
    box,
    ...windowOf({ count, rowHeight, scrollTop, viewportHeight, overscan: OVERSCAN }),
    onScroll() {
      const top = box.current?.scrollTop ?? 0;
      // In whole rows, so that scrolling within one renders nothing.
      setScrollTop(Math.floor(top / rowHeight) * rowHeight);
    },
    /** Scrolls no further than needed for the row to be seen whole. */
    reveal(index: number) {
      const element = box.current;
      if (!element) return;
      const top = index * rowHeight;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top + rowHeight > element.scrollTop + element.clientHeight) {
        element.scrollTop = top + rowHeight - element.clientHeight;
      }
    },
  };
}
