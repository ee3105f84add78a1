import type { ArticleId } from '../article/ids.ts';

const KEY = 'lectern-handed-over';

/** Keeps which articles one page of a tab hands over to its next. `storage` is the tab's own. */
export const handOver = (storage: Storage, ids: readonly ArticleId[]): void =>
  storage.setItem(KEY, JSON.stringify(ids));

export function readHandedOver(storage: Storage): readonly ArticleId[] {
  const ids: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
  return Array.isArray(ids) ? ids.filter((id): id is ArticleId => typeof id === 'string') : [];
}
