import { useEffect, useState } from 'preact/hooks';

/**
 * Something from a chunk that is loaded once it is wanted; `undefined` until it is there. A chunk that can't be loaded, as
 * after an update under an open page, is asked for again with the next wish.
 */
export function useLater<Loaded>(load: () => Promise<Loaded>, isWanted = true): Loaded | undefined {
  const [loaded, setLoaded] = useState<Loaded>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `load` names a chunk, and is the same at each rendering.
  useEffect(() => {
    if (isWanted && loaded === undefined)
      load().then(
        (it) => setLoaded(() => it),
        () => undefined,
      );
  }, [isWanted]);
  return loaded;
}
