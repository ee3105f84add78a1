interface SearchFieldProps {
  readonly typed: string;
  readonly type: (text: string) => void;
  /** Enter: opens the selected row, or the first. */
  readonly enter: () => void;
  readonly step: (by: 1 | -1) => void;
}

export function SearchField({ typed, type, enter, step }: SearchFieldProps) {
  return (
    <search class="search">
      <span class="search-sign" />
      <input
        type="search"
        aria-label="Search"
        placeholder="Search everything you kept"
        value={typed}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter') enter();
          else if (event.key === 'ArrowDown') step(1);
          else if (event.key === 'ArrowUp') step(-1);
          else if (event.key === 'Escape' && typed !== '') type('');
          else if (event.key === 'Escape') event.currentTarget.blur();
          else return;
          event.preventDefault();
        }}
      />
      <kbd>/</kbd>
    </search>
  );
}
