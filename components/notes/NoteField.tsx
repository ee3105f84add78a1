import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isArticleGone } from '../../lib/article/article-gone.ts';
import { whyNotWritten } from '../../lib/article/why-not-written.ts';
import { isLeft } from '../controls/is-left.ts';
import { createTypedText } from './typed-text.ts';
import './note-field.css';

interface NoteFieldProps {
  /** The text as it is kept; `undefined` until it was read. */
  readonly text: string | undefined;
  /**
   * Keeps the text as it stands, as a change of `former`. Called at every keystroke; the text is safe when it returns. What
   * another window wrote meanwhile is merged with it.
   */
  readonly write: (text: string, former: string) => Promise<void>;
  /** Hears the text when the field is left: written for now, and no longer a beginning. */
  readonly leave?: (text: string) => void;
  /** In a popup, which closes when its window loses the focus: then the field is left for good. */
  readonly endsWithWindow?: boolean;
  readonly label?: string;
}

/** A note that is kept while it is typed, and shows what another window writes into it. */
export function NoteField({ text, write, leave, endsWithWindow = false, label = 'Note' }: NoteFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [failure, setFailure] = useState<{ readonly error: unknown }>();
  const writer = useRef(write);
  writer.current = write;
  const typing = useRef<ReturnType<typeof createTypedText>>(undefined);
  typing.current ??= createTypedText({
    show: (kept) => field.current && show(field.current, kept),
    write: (typed, former) => writer.current(typed, former),
    tell: setFailure,
  });

  // Before the field is painted and focused: whoever types at once must not type before the first letter.
  useLayoutEffect(() => {
    if (text !== undefined) typing.current?.receive(text);
  }, [text]);

  return (
    <div class="note-field">
      <textarea
        ref={field}
        aria-label={label}
        dir="auto"
        placeholder="Add a note…"
        rows={2}
        disabled={text === undefined}
        onInput={({ currentTarget }) => {
          fitHeight(currentTarget);
          typing.current?.type(currentTarget.value);
        }}
        onBlur={({ currentTarget }) => {
          if (endsWithWindow || isLeft(currentTarget)) leave?.(currentTarget.value);
        }}
      />
      {failure !== undefined && (
        <p class="note-failure" role="alert">
          This note is not kept yet. {whyNotWritten(failure.error)}{' '}
          {isArticleGone(failure.error)
            ? 'What you wrote waits under Notes & highlights in the library.'
            : 'Lectern tries again while this window is open; copy it before you close it.'}
        </p>
      )}
    </div>
  );
}

/** The caret stays where it is in the words around it, and comes after what is shown first. */
function show(element: HTMLTextAreaElement, text: string): void {
  const { value, selectionStart: at } = element;
  if (value !== text) {
    element.value = text;
    const isSameBefore = value !== '' && text.startsWith(value.slice(0, at));
    const caret = isSameBefore ? at : Math.max(0, text.length - (value.length - at));
    element.setSelectionRange(caret, caret);
  }
  fitHeight(element);
}

/** Grows with the text, as `field-sizing: content` does where the browser has it (not in Firefox 153): to measure costs two layouts. */
function fitHeight(element: HTMLTextAreaElement): void {
  if (growsByItself(element.style)) return;
  element.style.height = 'auto';
  // Firefox draws a scrollbar at once, which narrows the text that is measured by some lines too many.
  element.style.overflowY = 'hidden';
  element.style.height = `${element.scrollHeight + 2}px`;
  element.style.overflowY = '';
}

const growsByItself = (style: object): boolean => 'fieldSizing' in style;
