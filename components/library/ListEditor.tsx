import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { List } from '../../lib/article/list.ts';
import { iconOf } from '../../lib/library/list-icon.ts';
import { possibleParents } from '../../lib/library/nest-lists.ts';
import { Icon } from '../controls/Icon.tsx';
import { isLeft } from '../controls/is-left.ts';
import { NoteField } from '../notes/NoteField.tsx';
import type { LibraryApp } from './library-app.ts';
import { Swatches } from './Swatches.tsx';
import { ArticleCount } from './ViewHead.tsx';

interface ListEditorProps {
  readonly app: LibraryApp;
  readonly list: List;
  readonly lists: readonly List[];
  readonly count: number | undefined;
  readonly children?: ComponentChildren;
}

/** The head of a list: its name, colour and end, all changed in place. */
export function ListEditor({ app, list, lists, count, children }: ListEditorProps) {
  const { actions, history } = app;
  const [isRenaming, setRenaming] = useState(false);
  const [isNoting, setNoting] = useState((list.note ?? '').trim() !== '');
  const parents = possibleParents(lists, list);
  const renameButton = useRef<HTMLButtonElement>(null);
  const wasRenaming = useRef(false);
  useEffect(() => {
    if (wasRenaming.current && !isRenaming && document.activeElement === document.body) renameButton.current?.focus();
    wasRenaming.current = isRenaming;
  }, [isRenaming]);

  function rename(name: string) {
    setRenaming(false);
    history.record(actions.renameList(list, name));
  }

  function remove() {
    history.record(actions.deleteList(list));
    app.routing.go({ place: { kind: 'shelf', shelf: 'inbox' } });
  }

  return (
    <header class="view-head">
      {isRenaming ? (
        <>
          <h1 class="visually-hidden">{list.name}</h1>
          <NameField name={list.name} take={rename} cancel={() => setRenaming(false)} />
        </>
      ) : (
        <>
          <h1 dir="auto">{list.name}</h1>
          <ArticleCount count={count} />
        </>
      )}
      {children}
      <div class="list-tools">
        {parents.length > 0 && (
          <select
            class="list-parent"
            aria-label="Inside of"
            value={list.parentId ?? ''}
            onChange={({ currentTarget: { value } }) =>
              history.record(actions.nestList(list, parents.find(({ id }) => id === value)?.id))
            }
          >
            <option value="">By itself</option>
            {parents.map(({ id, name }) => (
              <option key={id} value={id}>
                Inside {name}
              </option>
            ))}
          </select>
        )}
        <input
          key={list.icon}
          class="icon-field"
          aria-label="Icon: one character"
          title="Icon: one character, such as an emoji"
          placeholder="☺"
          maxLength={40}
          defaultValue={list.icon}
          onChange={({ currentTarget }) => {
            history.record(actions.setListIcon(list, currentTarget.value));
            currentTarget.value = iconOf(currentTarget.value) ?? '';
          }}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
        />
        <Swatches
          name="list-colour"
          colour={list.colour}
          choose={(colour) => colour && history.record(actions.recolourList(list, colour))}
        />
        <button
          type="button"
          class="icon-button"
          aria-label="Note on this list"
          title="Note on this list"
          aria-expanded={isNoting}
          onClick={() => setNoting(!isNoting)}
        >
          <Icon name="list" size={16} />
        </button>
        <button
          ref={renameButton}
          type="button"
          class="icon-button"
          aria-label="Rename this list"
          title="Rename"
          onClick={() => setRenaming(true)}
        >
          <Icon name="pen" size={16} />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label="Delete this list"
          title="Delete the list"
          onClick={remove}
        >
          <Icon name="trash" size={16} />
        </button>
      </div>
      {isNoting && (
        <div class="view-line list-note">
          <NoteField
            text={list.note ?? ''}
            label="Note on this list"
            write={(text, former) => actions.writeListNote(list.id, text, former)}
          />
        </div>
      )}
    </header>
  );
}

interface NameFieldProps {
  readonly name: string;
  readonly take: (name: string) => void;
  readonly cancel: () => void;
}

/** A name being changed: Enter or leaving the field takes it, Escape does not. */
function NameField({ name, take, cancel }: NameFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  // Taking the field away blurs it, which must not answer a second time.
  const isAnswered = useRef(false);
  useEffect(() => field.current?.select(), []);

  function answer(give: () => void) {
    if (isAnswered.current) return;
    isAnswered.current = true;
    give();
  }

  return (
    <input
      ref={field}
      class="name-field"
      aria-label="Name of the list"
      maxLength={80}
      dir="auto"
      defaultValue={name}
      onBlur={({ currentTarget }) => {
        const { value } = currentTarget;
        if (isLeft(currentTarget)) answer(() => take(value));
      }}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        const { value } = event.currentTarget;
        if (event.key === 'Enter') answer(() => take(value));
        else if (event.key === 'Escape') answer(cancel);
      }}
    />
  );
}
