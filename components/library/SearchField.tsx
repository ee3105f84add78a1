import { useId, useRef } from 'preact/hooks';
import { formatCount } from '../../lib/library/row-facts.ts';
import { Icon } from '../controls/Icon.tsx';
import type { LibraryApp } from './library-app.ts';
import { useCompletion } from './use-completion.ts';

interface SearchFieldProps {
  readonly app: LibraryApp;
  readonly typed: string;
  /** How many articles were found; `undefined` while nothing was searched or the answer is on its way. */
  readonly found: number | undefined;
  readonly type: (typed: string) => void;
  readonly clear: () => void;
  /** Leads the keyboard into what was found. */
  readonly enterRows: () => void;
}

/** Searches texts, titles, notes and tags while one types, and completes conditions such as `list:`. */
export function SearchField({ app, typed, found, type, clear, enterRows }: SearchFieldProps) {
  const { offer, isBusy, optionAt, ask, hide, step } = useCompletion(app);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const later = app.later.value;
  const options = later && offer ? offer.options : [];

  async function take(index: number) {
    const input = field.current;
    const option = optionAt(index);
    if (!input || !option) return;
    const { withOption } = await app.loadTools();
    const next = withOption(input.value, input.selectionStart ?? input.value.length, option);
    input.value = next.typed;
    input.setSelectionRange(next.caret, next.caret);
    input.focus();
    type(next.typed);
    ask(next.typed, next.caret);
  }

  function press(event: KeyboardEvent) {
    if (event.isComposing) return;
    const active = offer?.active ?? -1;
    const isOpen = options.length > 0;
    if (event.key === 'Escape') {
      if (isOpen) hide();
      else {
        clear();
        field.current?.blur();
      }
    } else if (event.key === 'ArrowDown' && isOpen) step(1);
    else if (event.key === 'ArrowUp' && isOpen) step(-1);
    else if ((event.key === 'Enter' || event.key === 'Tab') && isOpen && active >= 0) take(active);
    else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      hide();
      enterRows();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <search class="find">
      <Icon name="search" size={17} />
      <input
        ref={field}
        // Not of the type search: that is no combobox in HTML.
        type="text"
        role="combobox"
        aria-label="Search"
        aria-autocomplete="list"
        aria-expanded={options.length > 0}
        aria-controls={options.length > 0 ? listId : undefined}
        aria-activedescendant={offer && offer.active >= 0 ? `${listId}-${offer.active}` : undefined}
        placeholder="Search everything you kept"
        autocomplete="off"
        spellcheck={false}
        enterkeyhint="search"
        value={typed}
        onInput={({ currentTarget: { value, selectionStart } }) => {
          type(value);
          ask(value, selectionStart ?? value.length);
        }}
        // If it can't be had, the search says so.
        onFocus={() => app.library.warmSearch().catch(() => undefined)}
        onBlur={hide}
        onKeyDown={press}
      />
      <span class="found small muted number" role="status">
        {found === undefined ? '' : foundWords(found)}
      </span>
      {typed === '' ? (
        <kbd>/</kbd>
      ) : (
        <button type="button" class="icon-button find-clear" aria-label="Clear the search" onClick={clear}>
          <Icon name="close" size={15} />
        </button>
      )}
      {later && offer && (
        <later.QueryOptions id={listId} options={options} active={offer.active} isBusy={isBusy} take={take} />
      )}
    </search>
  );
}

function foundWords(found: number): string {
  if (found === 0) return 'No results';
  if (found === 1) return '1 result';
  return `${formatCount(found)} results`;
}
