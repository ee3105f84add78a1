import { type ReadonlySignal, signal } from '@preact/signals';
import { Dexie, liveQuery } from 'dexie';

/** What a live query has to say: nothing yet, the rows, or that the database failed. */
export type Loaded<Value> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: Value }
  | { readonly status: 'failed'; readonly error: unknown };

/** A live query's answer, renewed at each change by any page or worker of the extension. */
export type Live<Value> = ReadonlySignal<Loaded<Value>>;

/**
 * Changes by others after which a query is run anew. Dexie 4.4 collects the keys of all that changed since a query last ran, also
 * where it read none of them, and a page that stays open would keep one node for each.
 */
const MOST_CHANGES = 200;

/**
 * Runs `query` at once and again whenever a row it read changes. It stops when nothing watches it any more.
 *
 * Starting at once, and not when a component mounts, is what makes rows appear 2.5 times as early (decision 11). With
 * `after`, the first run waits until that is settled, watched or not, unless it was watched and is so no more: for answers
 * that must not delay another's.
 *
 * A query that took some milliseconds rests as many before it runs again: while an import writes several times a second,
 * pages would else read without end, and the import wait for them. `rest` times as many for one that asks much and may be late.
 */
export function live<Value>(query: () => Promise<Value>, after?: Promise<unknown>, rest = 1): Live<Value> {
  let stop: (() => void) | undefined;
  let isDue = after === undefined;
  let isLeft = false;
  const result = signal<Loaded<Value>>(
    { status: 'loading' },
    {
      watched: () => {
        isLeft = false;
        start();
      },
      unwatched: () => {
        isLeft = true;
        stop?.();
        stop = undefined;
      },
    },
  );
  function start() {
    if (stop || !isDue) return;
    let asked: Promise<Loaded<Value>> | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let restUntil = 0;
    let changes = 0;
    // A failure is told as an answer: as an error, `liveQuery` (Dexie 4.4) keeps DatabaseClosedError to itself, which is
    // what every query gets when the database can't be opened.
    const answer = async (): Promise<Loaded<Value>> => {
      const begunAt = performance.now();
      try {
        return { status: 'ready', value: await query() };
      } catch (error) {
        return { status: 'failed', error };
      } finally {
        const now = performance.now();
        restUntil = now + rest * (now - begunAt);
      }
    };
    const restart = () => {
      stop?.();
      stop = undefined;
      start();
    };
    const restartRested = () => {
      timer ??= setTimeout(restart, Math.max(0, restUntil - performance.now()));
    };
    const count = () => {
      if (++changes >= MOST_CHANGES) restartRested();
    };
    Dexie.on.storagemutated.subscribe(count);
    // Dexie asks again at each change, in the midst of its last question if need be. It gets the same answer, and the next
    // query begins after the rest. An async function, as in any other Dexie does not see what is read after an `await`.
    const subscription = liveQuery(async () => {
      if (asked) restartRested();
      else asked = answer();
      return asked;
    }).subscribe((loaded) => {
      result.value = loaded;
    });
    stop = () => {
      clearTimeout(timer);
      Dexie.on.storagemutated.unsubscribe(count);
      subscription.unsubscribe();
    };
  }
  start();
  const begin = () => {
    isDue = true;
    if (!isLeft) start();
  };
  after?.then(begin, begin);
  return result;
}

/** Resolves once a live query has said something, be it that it failed. Counts as watching it until then. */
export function answered(answer: Live<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const stop = answer.subscribe(({ status }) => {
      if (status === 'loading') return;
      resolve();
      // The first call comes before `subscribe` has returned.
      queueMicrotask(() => stop());
    });
  });
}
