import { useEffect, useState } from 'preact/hooks';

/**
 * What is offered beside what one came for: read once for each `key`, after a rest in milliseconds, and left out where it can't
 * be read. So a library that was closed, as an update does it, is told of once, by what cannot do without it.
 */
export function useOffered<Value>(read: () => Promise<Value>, restMs: number, key = ''): Value | undefined {
  const [offered, setOffered] = useState<Value>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key names what the question depends on.
  useEffect(() => {
    let isHere = true;
    setOffered(undefined);
    const show = (value: Value) => {
      if (isHere) setOffered(() => value);
    };
    const timer = setTimeout(() => read().then(show, () => undefined), restMs);
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [key]);
  return offered;
}
