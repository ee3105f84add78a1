import type { Progress } from '../store/change-many.ts';
import type { Store } from '../store/database.ts';
import { type Freeable, freePictures, readArchivedBefore, readFreeable } from '../store/free-pictures.ts';

/** As long as everything but news may wait in the inbox before it is asked about. */
const DONE_FOR_MS = 90 * 24 * 60 * 60 * 1000;
/** Articles whose pictures go in one transaction: a save never waits longer than for some of them. */
const AT_ONCE = 50;

export type { Freeable };

/** What the pictures of articles take that lie in the archive for three months or longer. */
export const readFreeableRoom = (store: Store): Promise<Freeable> => readFreeable(store, store.now() - DONE_FOR_MS);

/**
 * Lets go of these pictures, some articles at a time. What is stopped, or fails, leaves the pictures of the rest.
 *
 * @returns how many pictures went
 */
export async function freeRoom(store: Store, progress: Progress = {}): Promise<number> {
  const until = store.now() - DONE_FOR_MS;
  const ids = await readArchivedBefore(store, until);
  let freed = 0;
  for (let at = 0; at < ids.length && progress.signal?.aborted !== true; at += AT_ONCE) {
    freed += await freePictures(store, ids.slice(at, at + AT_ONCE), until);
    progress.tell?.(Math.min(ids.length, at + AT_ONCE));
  }
  return freed;
}
