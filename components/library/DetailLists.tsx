import { useCallback } from 'preact/hooks';
import type { ArticleDetail } from '../../lib/app/library.ts';
import type { List } from '../../lib/article/list.ts';
import { FewLists } from '../controls/FewLists.tsx';
import { toggleList } from './article-acts.ts';
import type { LibraryApp } from './library-app.ts';

interface DetailListsProps {
  readonly app: Pick<LibraryApp, 'actions' | 'history'>;
  readonly detail: ArticleDetail;
  readonly lists: readonly List[];
}

/** The lists as toggles, numbered for the keys 1 to 9. */
export function DetailLists({ app, detail, lists }: DetailListsProps) {
  // The same from one letter that is typed above to the next.
  const draw = useCallback(
    (list: List, i: number, isOn: boolean) => (
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
    ),
    [app, detail],
  );
  return (
    <div class="chips">
      <FewLists lists={lists} on={detail.listIds} most={12} draw={draw} />
      {lists.length === 0 && <p class="small muted">Make a list in the sidebar, and put articles on it here.</p>}
    </div>
  );
}
