import { useMemo } from 'preact/hooks';
import type { Live, Loaded } from '../../lib/app/library.ts';

/** The present answer of a live query that depends on `inputs`; the component renders again at each change. */
export function useLive<Value>(makeLive: () => Live<Value>, inputs: readonly unknown[]): Loaded<Value> {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names what the query depends on, as for useMemo.
  return useMemo(makeLive, inputs).value;
}

/** The value of a live query, or what stands in for it until it is there. */
export const valueOr = <Value, Other>(loaded: Loaded<Value>, other: Other): Value | Other =>
  loaded.status === 'ready' ? loaded.value : other;
