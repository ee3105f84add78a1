import type { ArticleId } from '../article/ids.ts';
import { TRASH_MS } from '../article/reading.ts';
import type { Progress } from '../store/change-many.ts';
import type { Store } from '../store/database.ts';
import { eraseTrashed, readTrashedBefore } from '../store/erase-articles.ts';

/** Articles erased in one transaction: a save never waits longer than for some of them. */
const AT_ONCE = 50;

/**
 * Erases articles that lie in the trash, some at a time. What is stopped, or fails, leaves the rest in the trash, whole.
 *
 * @returns how many were erased
 */
export async function eraseForGood(store: Store, ids: readonly ArticleId[], progress: Progress = {}): Promise<number> {
  let erased = 0;
  for (let at = 0; at < ids.length && progress.signal?.aborted !== true; at += AT_ONCE) {
    erased += (await eraseTrashed(store, ids.slice(at, at + AT_ONCE))).length;
    progress.tell?.(Math.min(ids.length, at + AT_ONCE));
  }
  return erased;
}

/** Erases what has lain in the trash for 30 days, with a rest between two transactions. */
export async function purgeTrash(store: Store, rest: () => Promise<void>): Promise<void> {
  for (;;) {
    const due = await readTrashedBefore(store, store.now() - TRASH_MS, AT_ONCE);
    if ((await eraseForGood(store, due)) === 0) return;
    await rest();
  }
}
