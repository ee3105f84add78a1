import { useEffect, useRef, useState } from 'preact/hooks';

/** As many as a window shows, and some. */
const FIRST = 30;
const SLICE = 40;
/** The longest that a slice waits for the browser to have time, in milliseconds. */
const PATIENCE = 300;

/**
 * Which of many things to draw: those around the one that is looked at first, then more and more of them as the browser has
 * time, until all are there. Hundreds at once would hold up what the reader does meanwhile.
 *
 * @param nearest index of the one that is looked at, asked for once
 */
export function useSlices(length: number, nearest: () => number): { readonly from: number; readonly to: number } {
  const centre = useRef<number>(undefined);
  const [reach, setReach] = useState(FIRST);
  if (length > 0) centre.current ??= nearest();
  const at = centre.current ?? 0;
  const from = Math.max(0, at - reach);
  const to = Math.min(length, at + reach);
  const isWhole = from === 0 && to === length;
  useEffect(() => {
    if (isWhole) return;
    const asked = requestIdleCallback(() => setReach(reach + SLICE), { timeout: PATIENCE });
    return () => cancelIdleCallback(asked);
  }, [isWhole, reach]);
  return { from, to };
}
