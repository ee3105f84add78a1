import { useId, useRef, useState } from 'preact/hooks';
import { writeLink } from '../../lib/article/note-text.ts';
import { NoteField } from './NoteField.tsx';
import { type NoteLinks, type OpenPiece, openPieceAt } from './note-links.ts';
import './linked-note-field.css';

interface LinkedNoteFieldProps {
  readonly text: string | undefined;
  readonly write: (text: string, former: string) => Promise<void>;
  readonly leave: (text: string) => void;
  readonly label: string;
  readonly links: NoteLinks;
}

/** One line of the list: what is shown, and what takes the place of the open piece. */
interface Choice {
  readonly label: string;
  readonly from: string;
  readonly text: string;
}

const MOST = 5;

/** A note in which `[[` completes articles and marks, and `#` tags. The list is used by arrows and Enter, or a pointer. */
export function LinkedNoteField({ text, write, leave, label, links }: LinkedNoteFieldProps) {
  const box = useRef<HTMLDivElement>(null);
  const piece = useRef<OpenPiece>(undefined);
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  const [at, setAt] = useState(0);
  const listId = useId();
  const field = () => box.current?.querySelector('textarea') ?? undefined;
  const isOpen = choices.length > 0;

  function close() {
    piece.current = undefined;
    setChoices([]);
  }

  async function look() {
    const element = field();
    const open = element && openPieceAt(element.value, element.selectionStart);
    if (!open) return close();
    piece.current = open;
    const found = await find(links, open);
    // An answer that comes after more was typed is for another text.
    if (piece.current !== open) return;
    setChoices(found);
    setAt(0);
  }

  function choose(choice: Choice | undefined) {
    const element = field();
    const open = piece.current;
    if (!choice || !element || !open) return;
    element.focus();
    element.setSelectionRange(open.start, element.selectionStart);
    // The old command and not `setRangeText`: it stays in the browser's own undo, and tells of the input by itself.
    if (!document.execCommand('insertText', false, choice.text)) {
      element.setRangeText(choice.text, open.start, element.selectionEnd, 'end');
      element.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    close();
  }

  function hear(event: KeyboardEvent) {
    if (!isOpen || event.isComposing) return;
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => setAt((at + 1) % choices.length),
      ArrowUp: () => setAt((at + choices.length - 1) % choices.length),
      Enter: () => choose(choices[at]),
      Tab: () => choose(choices[at]),
      Escape: close,
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  const element = field();
  if (element) {
    element.setAttribute('aria-autocomplete', 'list');
    for (const [name, value] of [
      ['aria-controls', listId],
      ['aria-activedescendant', `${listId}-${at}`],
    ] as const) {
      if (isOpen) element.setAttribute(name, value);
      else element.removeAttribute(name);
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears what is typed into the field inside.
    <div ref={box} class="linked-note" onInput={look} onKeyDown={hear} onFocusOut={close}>
      <NoteField text={text} write={write} leave={leave} label={label} />
      {isOpen && (
        <div class="note-choices" id={listId} role="listbox" aria-label="Complete the note">
          {choices.map((choice, i) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option.
            // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same.
            <div
              key={choice.text}
              id={`${listId}-${i}`}
              class="note-choice"
              role="option"
              aria-selected={i === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(choice)}
            >
              <span dir="auto">{choice.label}</span>
              <span class="muted small" dir="auto">
                {choice.from}
              </span>
            </div>
          ))}
        </div>
      )}
      <p class="visually-hidden" role="status">
        {isOpen ? `${choices.length} to choose from with the arrow keys` : ''}
      </p>
    </div>
  );
}

async function find(links: NoteLinks, { kind, typed }: OpenPiece): Promise<readonly Choice[]> {
  if (kind === 'tag') {
    const labels = await links.findTags(typed, MOST);
    // A tag in a note has no spaces; what was typed to its end needs no completion.
    return labels
      .filter((label) => /^[\p{L}\p{N}_-]+$/u.test(label) && label !== typed)
      .map((label) => ({ label: `#${label}`, from: '', text: `#${label} ` }));
  }
  const targets = await links.findTargets(typed, MOST);
  return targets.map(({ target, label, from }) => ({ label, from, text: `${writeLink({ target, label })} ` }));
}
