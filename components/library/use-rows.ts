import { useRef } from 'preact/hooks';
import type { ArticleRow, Library } from '../../lib/app/library.ts';
import type { ArticleId } from '../../lib/article/ids.ts';
import { useLive } from '../controls/use-live.ts';

/** Rows remembered after they were scrolled away, so that scrolling back shows them at once. */
const MOST_REMEMBERED = 400;

/** The rows for some ids, live. What was read before shows until the present answer is there. */
export function useRows(library: Library, ids: readonly ArticleId[]): (id: ArticleId) => ArticleRow | undefined {
  const known = useRef(new Map<ArticleId, ArticleRow>()).current;
  const loaded = useLive(() => library.rows(ids), [ids.join()]);
  if (loaded.status === 'ready') {
    for (const row of loaded.value) {
      // Deleted first, so that the order of the map is the order of use.
      known.delete(row.article.id);
      known.set(row.article.id, row);
    }
    for (const id of known.keys()) {
      if (known.size <= MOST_REMEMBERED) break;
      known.delete(id);
    }
  }
  return (id) => known.get(id);
}
