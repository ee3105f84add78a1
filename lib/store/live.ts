import { type ReadonlySignal, signal } from '@preact/signals';
import { liveQuery } from 'dexie';

/** What a live query has to say: nothing yet, the rows, or that the database failed. */
export type Loaded<Value> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: Value }
  | { readonly status: 'failed'; readonly error: unknown };

/** A live query's answer, renewed at each change by any page or worker of the extension. */
export type Live<Value> = ReadonlySignal<Loaded<Value>>;

/**
 * Runs `query` at once and again whenever a row it read changes. It stops when nothing watches it any more.
 *
 * Starting at once, and not when a component mounts, is what makes rows appear 2.5 times as early (decision 11).
 */
export function live<Value>(query: () => Promise<Value>): Live<Value> {
  let stop: (() => void) | undefined;
  const result = signal<Loaded<Value>>(
    { status: 'loading' },
    {
      watched: () => start(),
      unwatched: () => {
        stop?.();
        stop = undefined;
      },
    },
  );
  function start() {
    if (stop) return;
    // A failure is told as an answer: as an error, `liveQuery` (Dexie 4.4) keeps DatabaseClosedError to itself, which is
    // what every query gets when the database can't be opened.
    const answer = async (): Promise<Loaded<Value>> => {
      try {
        return { status: 'ready', value: await query() };
      } catch (error) {
        return { status: 'failed', error };
      }
    };
    const subscription = liveQuery(answer).subscribe((loaded) => {
      result.value = loaded;
    });
    stop = () => subscription.unsubscribe();
  }
  start();
  return result;
}
