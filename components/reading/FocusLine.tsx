import { useLayoutEffect, useRef } from 'preact/hooks';
import { focusLineTop } from './focus-line-top.ts';

/** The lines around the one being read stand back. It moves as the page is scrolled, so that each line comes under it. */
export function FocusLine({ root }: { root: HTMLElement }) {
  const line = useRef<HTMLDivElement>(null);
  // At each rendering anew: another size of the text is another height.
  useLayoutEffect(() => {
    const article = root.closest('article') ?? root;
    const place = () => {
      if (!line.current) return;
      const top = focusLineTop({
        scroll: scrollY,
        windowHeight: innerHeight,
        articleTop: article.getBoundingClientRect().top + scrollY,
        clear: line.current.offsetHeight,
      });
      line.current.style.translate = `0 ${top}px`;
    };
    place();
    const stopping = new AbortController();
    addEventListener('scroll', place, { passive: true, signal: stopping.signal });
    addEventListener('resize', place, { signal: stopping.signal });
    return () => stopping.abort();
  });
  return <div ref={line} class="focus-line" aria-hidden="true" />;
}
