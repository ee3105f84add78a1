import type { ArticleId } from '../article/ids.ts';
import type { Reading } from '../article/reading.ts';
import type { Store } from '../store/database.ts';
import { changeReadings, type ReadingChange, undoReadings } from '../store/readings.ts';
import { type Done, reachOf } from './undo.ts';

/** Moves articles out of the inbox. */
export const archive = (store: Store, ids: readonly ArticleId[]): Promise<Done> =>
  changed(store, ids, 'archived', () => ({ archivedAt: store.now() }));

/** Moves articles back to the inbox. */
export const unarchive = (store: Store, ids: readonly ArticleId[]): Promise<Done> =>
  changed(store, ids, 'moved to Inbox', () => ({ archivedAt: undefined }));

export const markFavourite = (store: Store, ids: readonly ArticleId[]): Promise<Done> =>
  changed(store, ids, 'marked as favourite', () => ({ favouriteAt: store.now() }));

export const unmarkFavourite = (store: Store, ids: readonly ArticleId[]): Promise<Done> =>
  changed(store, ids, 'no longer favourite', () => ({ favouriteAt: undefined }));

/** Puts articles into the trash, from which they can be brought back whole. */
export const trash = (store: Store, ids: readonly ArticleId[]): Promise<Done> =>
  changed(store, ids, 'moved to Trash', () => ({ trashedAt: store.now() }));

export const restore = (store: Store, ids: readonly ArticleId[]): Promise<Done> =>
  changed(store, ids, 'restored', () => ({ trashedAt: undefined }));

/** Says that an article is read, whatever the progress was: finished and out of the inbox. */
export const markDone = (store: Store, ids: readonly ArticleId[]): Promise<Done> =>
  changed(store, ids, 'done', (reading) => ({
    finishedAt: reading.finishedAt ?? store.now(),
    archivedAt: store.now(),
  }));

async function changed(
  store: Store,
  ids: readonly ArticleId[],
  what: string,
  changeOf: (reading: Reading) => ReadingChange,
): Promise<Done> {
  const changes = await changeReadings(store, ids, changeOf);
  const label = changes.length === 1 ? `Article ${what}` : `${changes.length} articles ${what}`;
  const foundIds = changes.map(({ articleId }) => articleId);
  return { label, undo: () => undoReadings(store, changes), reach: reachOf(store, foundIds) };
}
