import { useEffect, useRef, useState } from 'preact/hooks';
import './note-field.css';

interface NoteFieldProps {
  /** The text as it is kept; `undefined` until it was read. */
  readonly text: string | undefined;
  /** Keeps the text as it stands. Called at every keystroke; the text is safe when it returns. */
  readonly write: (text: string) => Promise<void>;
  readonly label?: string;
}

/**
 * A note that is kept while it is typed. Text that another window wrote shows at once, also where the reader is typing;
 * what comes back of the reader's own typing is known, and changes nothing.
 */
export function NoteField({ text, write, label = 'Note' }: NoteFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [failure, setFailure] = useState<string>();
  /** What was typed here and has not come back from the database yet, oldest first. */
  const typed = useRef<string[]>([]);
  const isKnown = text !== undefined;

  useEffect(() => {
    const element = field.current;
    if (!element || !isKnown) return;
    const known = typed.current.lastIndexOf(text) + 1;
    if (!known) element.value = text;
    typed.current.splice(0, known || Infinity);
    fitHeight(element);
  }, [text, isKnown]);

  async function keep(element: HTMLTextAreaElement) {
    typed.current.push(element.value);
    fitHeight(element);
    try {
      await write(element.value);
      setFailure(undefined);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <div class="note-field">
      <textarea
        ref={field}
        aria-label={label}
        dir="auto"
        placeholder="Add a note…"
        rows={2}
        disabled={!isKnown}
        onInput={(event) => keep(event.currentTarget)}
      />
      {failure !== undefined && (
        <p class="note-failure" role="alert">
          This note is not kept yet: {failure} Copy it before you close this window.
        </p>
      )}
    </div>
  );
}

/** Grows with the text, as `field-sizing: content` does where the browser has it (not in Firefox 153). */
function fitHeight(element: HTMLTextAreaElement): void {
  element.style.height = 'auto';
  // Firefox draws a scrollbar at once, which narrows the text that is measured by some lines too many.
  element.style.overflowY = 'hidden';
  element.style.height = `${element.scrollHeight + 2}px`;
  element.style.overflowY = '';
}
