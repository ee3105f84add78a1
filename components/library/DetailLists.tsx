import { useMemo, useState } from 'preact/hooks';
import type { ArticleDetail } from '../../lib/app/library.ts';
import type { List } from '../../lib/article/list.ts';
import { toggleList } from './article-acts.ts';
import type { LibraryApp } from './library-app.ts';

interface DetailListsProps {
  readonly app: Pick<LibraryApp, 'actions' | 'history'>;
  readonly detail: ArticleDetail;
  readonly lists: readonly List[];
}

/** Besides those that the article is on. An import of bookmarks may bring hundreds, which would be drawn for each article anew. */
const MOST = 30;

/** The lists as toggles, numbered for the keys 1 to 9. Of very many only the first, until the others are asked for. */
export function DetailLists({ app, detail, lists }: DetailListsProps) {
  const [areAllShown, showAll] = useState(false);
  // Kept from one letter that is typed above to the next.
  const chips = useMemo(
    () =>
      lists.flatMap((list, i) => {
        const isOn = detail.listIds.includes(list.id);
        if (i >= MOST && !isOn && !areAllShown) return [];
        return (
          <button
            key={list.id}
            type="button"
            class="chip"
            aria-pressed={isOn}
            aria-keyshortcuts={i < 9 ? String(i + 1) : undefined}
            title={i < 9 ? `Key ${i + 1}` : undefined}
            onClick={() => toggleList(app, detail, list)}
          >
            <span class="dot" data-colour={list.colour} data-icon={list.icon} />
            <span dir="auto">{list.name}</span>
          </button>
        );
      }),
    [app, detail, lists, areAllShown],
  );
  const more = lists.length - chips.length;
  return (
    <div class="chips">
      {chips}
      {(more > 0 || areAllShown) && (
        <button type="button" class="chip" aria-expanded={areAllShown} onClick={() => showAll(!areAllShown)}>
          {areAllShown ? 'Fewer' : `${more} more`}
        </button>
      )}
      {lists.length === 0 && <p class="small muted">Make a list in the sidebar, and put articles on it here.</p>}
    </div>
  );
}
