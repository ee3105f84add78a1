import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { List } from '../../lib/article/list.ts';
import { iconOf } from '../../lib/library/list-icon.ts';
import { possibleParents } from '../../lib/library/nest-lists.ts';
import { Icon } from '../controls/Icon.tsx';
import { NoteField } from '../notes/NoteField.tsx';
import { giveLostFocus } from './give-focus.ts';
import type { LibraryApp } from './library-app.ts';
import { NameField } from './NameField.tsx';
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
  const [isNameTaken, setNameTaken] = useState(false);
  const [isNoting, setNoting] = useState((list.note ?? '').trim() !== '');
  const parents = possibleParents(lists, list);

  async function rename(name: string) {
    let isTaken = false;
    const renamed = actions.renameList(list, name).then((done) => {
      isTaken = done === 'name-taken';
      return done === 'name-taken' ? undefined : done;
    });
    await history.record(renamed);
    setNameTaken(isTaken);
    if (!isTaken) endRenaming();
    return !isTaken;
  }

  function endRenaming() {
    setNameTaken(false);
    setRenaming(false);
    giveLostFocus('.rename-list');
  }

  function remove() {
    history.record(actions.deleteList(list));
    app.routing.go({ place: { kind: 'shelf', shelf: 'inbox' } });
    giveLostFocus('main h1');
  }

  return (
    <header class="view-head">
      {isRenaming ? (
        <>
          <h1 class="visually-hidden">{list.name}</h1>
          <NameField
            label="Name of the list"
            mostLetters={80}
            name={list.name}
            isTaken={isNameTaken}
            take={rename}
            cancel={endRenaming}
          />
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
          type="button"
          class="icon-button rename-list"
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
