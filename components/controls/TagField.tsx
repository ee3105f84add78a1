import { useId, useState } from 'preact/hooks';
import { isLeft } from './is-left.ts';

interface TagFieldProps {
  readonly findTags: (typed: string, limit: number) => Promise<readonly string[]>;
  readonly add: (label: string) => void;
  /** In a popup, which closes when its window loses the focus: nobody comes back to what was typed, so that it is taken. */
  readonly endsWithWindow?: boolean;
}

const MOST_SUGGESTIONS = 8;

/** A dashed chip that one types a tag into; Enter, a comma or leaving it adds it. Tags in use complete it. */
export function TagField({ findTags, add, endsWithWindow = false }: TagFieldProps) {
  const [suggestions, setSuggestions] = useState<readonly string[]>([]);
  const listId = useId();

  function take(field: HTMLInputElement) {
    const label = field.value.replace(/[,\s]+$/, '');
    if (label !== '') add(label);
    field.value = '';
    setSuggestions([]);
  }

  async function type(field: HTMLInputElement) {
    if (/[,，、]$/.test(field.value)) return take(field);
    const typed = field.value;
    const found = typed.trim() === '' ? [] : await findTags(typed, MOST_SUGGESTIONS);
    // An answer that comes after more was typed is for another text.
    if (field.value === typed) setSuggestions(found);
  }

  return (
    <span class="tag-field">
      <input
        class="chip is-dashed"
        aria-label="Add a tag"
        placeholder="# tag"
        size={8}
        maxLength={60}
        list={listId}
        autocomplete="off"
        onInput={(event) => type(event.currentTarget)}
        onBlur={({ currentTarget }) => {
          if (endsWithWindow || isLeft(currentTarget)) take(currentTarget);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          take(event.currentTarget);
        }}
      />
      <datalist id={listId}>
        {suggestions.map((label) => (
          <option key={label} value={label} />
        ))}
      </datalist>
    </span>
  );
}
