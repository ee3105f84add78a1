import { useState } from 'preact/hooks';
import type { Actions } from '../../lib/app/actions.ts';
import type { ArticleDetail } from '../../lib/app/library.ts';
import { FewLists } from '../controls/FewLists.tsx';
import { Icon } from '../controls/Icon.tsx';
import type { UndoHistory } from '../controls/undo-history.ts';
import { valueOr } from '../controls/use-live.ts';
import type { PopupApp } from './popup-app.ts';

interface ListChipsProps {
  readonly app: PopupApp;
  readonly actions: Actions;
  readonly history: UndoHistory;
  readonly detail: ArticleDetail;
}

/** Inbox and the reader's lists as toggles, numbered for the keys 1 to 9, and a way to a new list. */
export function ListChips({ app, actions, history, detail }: ListChipsProps) {
  const { id } = detail.article;
  const lists = valueOr(app.first.lists.value, []);
  const [isNaming, setNaming] = useState(false);
  const isInInbox = detail.reading.archivedAt === undefined;

  const addToNew = (name: string) => {
    setNaming(false);
    history.record(actions.addToNewList(name, id));
  };

  return (
    <>
      <button
        type="button"
        class="chip"
        aria-pressed={isInInbox}
        onClick={() => history.record(isInInbox ? actions.archive([id]) : actions.unarchive([id]))}
      >
        Inbox
      </button>
      <FewLists
        lists={lists}
        on={detail.listIds}
        // Those with a key: the note and the ways on stay in sight.
        most={9}
        draw={(list, i, isOn) => (
          <button
            key={list.id}
            type="button"
            class="chip"
            dir="auto"
            aria-pressed={isOn}
            data-list-key={i < 9 ? i + 1 : undefined}
            aria-keyshortcuts={i < 9 ? String(i + 1) : undefined}
            onClick={() => history.record(isOn ? actions.removeFromList(list, id) : actions.addToList(list, id))}
          >
            <span>{list.name}</span>
          </button>
        )}
      />
      {isNaming ? (
        <input
          class="chip"
          aria-label="Name of the new list"
          placeholder="Name"
          size={12}
          maxLength={80}
          ref={(field) => field?.focus()}
          onBlur={(event) => {
            if (event.currentTarget.value.trim() === '') setNaming(false);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.isComposing) addToNew(event.currentTarget.value);
            else if (event.key === 'Escape') setNaming(false);
            else return;
            event.preventDefault();
          }}
        />
      ) : (
        <button type="button" class="chip" onClick={() => setNaming(true)}>
          <Icon name="plus" size={12} /> List
        </button>
      )}
    </>
  );
}
