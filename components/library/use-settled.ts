import { useRef } from 'preact/hooks';
import type { Live } from '../../lib/app/library.ts';
import { useLive } from '../controls/use-live.ts';

/** An answer with the key of the question it belongs to. */
export type Settled<Value> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly key: string; readonly value: Value }
  | { readonly status: 'failed'; readonly error: unknown };

/**
 * The answer of a live query that depends on `key`. While the next one is on its way the former stays, under its own key,
 * so that nothing flickers.
 */
export function useSettled<Value>(key: string, makeLive: () => Live<Value>): Settled<Value> {
  const loaded = useLive(makeLive, [key]);
  const latest = useRef<Settled<Value>>({ status: 'loading' });
  if (loaded.status === 'ready') latest.current = { status: 'ready', key, value: loaded.value };
  else if (loaded.status === 'failed') latest.current = loaded;
  return latest.current;
}
