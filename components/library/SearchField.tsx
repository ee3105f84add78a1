import { formatCount } from '../../lib/library/row-facts.ts';
import { Icon } from '../controls/Icon.tsx';

interface SearchFieldProps {
  readonly typed: string;
  /** How many articles were found; `undefined` while nothing was searched or the answer is on its way. */
  readonly found: number | undefined;
  readonly type: (typed: string) => void;
  readonly clear: () => void;
  /** Leads the keyboard into what was found. */
  readonly enterRows: () => void;
}

/** Searches texts, titles, notes and tags while one types. */
export function SearchField({ typed, found, type, clear, enterRows }: SearchFieldProps) {
  return (
    <search class="find">
      <Icon name="search" size={17} />
      <input
        type="search"
        aria-label="Search"
        placeholder="Search everything you kept"
        autocomplete="off"
        spellcheck={false}
        enterkeyhint="search"
        value={typed}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Escape') {
            clear();
            event.currentTarget.blur();
          } else if (event.key === 'ArrowDown' || event.key === 'Enter') enterRows();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
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
    </search>
  );
}

function foundWords(found: number): string {
  if (found === 0) return 'No results';
  if (found === 1) return '1 result';
  return `${formatCount(found)} results`;
}
