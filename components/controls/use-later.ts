import { useEffect, useRef, useState } from 'preact/hooks';
import { afterPaint } from './after-paint.ts';

/**
 * Something from a chunk that is loaded once it is wanted; `undefined` until it is there. What is wanted from the beginning is
 * asked for after the first frame: Preact runs effects before that where it renders twice, and a page would first ask for a dozen
 * files and then paint. A chunk that can't be loaded, as after an update under an open page, is asked for again with the next wish.
 */
export function useLater<Loaded>(load: () => Promise<Loaded>, isWanted = true): Loaded | undefined {
  const [loaded, setLoaded] = useState<Loaded>();
  const isNew = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `load` names a chunk, and is the same at each rendering.
  useEffect(() => {
    const turn = isNew.current ? afterPaint() : Promise.resolve();
    isNew.current = false;
    if (isWanted && loaded === undefined)
      turn.then(load).then(
        (it) => setLoaded(() => it),
        () => undefined,
      );
  }, [isWanted]);
  return loaded;
}
