import { useEffect, useState } from 'preact/hooks';

/** Whether a media query holds, at each change anew. */
export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const listen = () => setMatches(list.matches);
    listen();
    list.addEventListener('change', listen);
    return () => list.removeEventListener('change', listen);
  }, [query]);
  return matches;
}

/** Three columns side by side. */
export const WIDE = '(min-width: 1100px)';
/** One column; the rest lies behind buttons. */
export const NARROW = '(max-width: 699.9px)';
