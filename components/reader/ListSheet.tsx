import type { ArticleDetail } from '../../lib/app/library.ts';
import { valueOr } from '../controls/use-live.ts';
import type { ReaderApp } from './reader-app.ts';
import './list-dot.css';
import './reader-popovers.css';

export interface ListSheetProps {
  readonly app: ReaderApp;
  readonly detail: ArticleDetail;
  readonly toggle: (index: number) => void;
}

/** The reader's lists as toggles, numbered for the keys 1 to 9, and a field for a new one. */
export function ListSheet({ app, detail, toggle }: ListSheetProps) {
  const lists = valueOr(app.lists.value, []);
  return (
    <>
      <ul class="list-choice">
        {lists.map((list, i) => (
          <li key={list.id}>
            <button type="button" aria-pressed={detail.listIds.includes(list.id)} onClick={() => toggle(i)}>
              <span class="list-dot" data-colour={list.colour} />
              <span dir="auto">{list.name}</span>
              {i < 9 && <kbd>{i + 1}</kbd>}
            </button>
          </li>
        ))}
      </ul>
      <input
        class="new-list"
        aria-label="Name of a new list"
        placeholder={lists.length === 0 ? 'Name your first list' : 'New list'}
        maxLength={80}
        autocomplete="off"
        onKeyDown={(event) => {
          const name = event.currentTarget.value.trim();
          if (event.key !== 'Enter' || event.isComposing || name === '') return;
          event.preventDefault();
          event.currentTarget.value = '';
          app.history.record(app.actions.addToNewList(name, detail.article.id));
        }}
      />
    </>
  );
}
