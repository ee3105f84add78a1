import type { Store } from '../store/database.ts';
import { indexMissing } from '../store/index-anew.ts';
import { tendIndex } from '../store/tend-index.ts';

/** Between two steps, in milliseconds: saves and searches of other pages come first. */
const REST = 20;

/**
 * Makes the upkeep of the search index, to be called after whatever changed the library. It runs once at a time, goes on
 * until there is nothing to do, and picks up where a stopped worker left it.
 */
export function createIndexKeeper(store: Store, rest: (milliseconds: number) => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  async function run(): Promise<void> {
    await indexMissing(store);
    while (await tendIndex(store)) await rest(REST);
  }
  return () => {
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  };
}
