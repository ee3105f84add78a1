import { useEffect, useRef } from 'preact/hooks';
import './keys-dialog.css';

/** One line of the table: the keys as they are printed, and what they do. */
export interface KeyLine {
  readonly keys: readonly string[];
  readonly does: string;
}

interface KeysDialogProps {
  readonly lines: readonly KeyLine[];
  readonly close: () => void;
}

/** All keys of a page, in a dialog that the browser keeps the focus in. */
export function KeysDialog({ lines, close }: KeysDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // The browser focuses the one button, at the end, and a narrow window would show the end first.
    dialog.current?.scrollTo(0, 0);
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is on the backdrop; Escape does the same for the keyboard.
    <dialog
      ref={dialog}
      class="keys-dialog"
      aria-labelledby="keys-title"
      onClose={close}
      onClick={(event) => {
        if (event.target === event.currentTarget) dialog.current?.close();
      }}
    >
      <div class="keys-sheet">
        <h2 id="keys-title">Keys</h2>
        <dl>
          {lines.map(({ keys, does }) => (
            <div key={does}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <button type="submit" class="button">
            Close <kbd>Esc</kbd>
          </button>
        </form>
      </div>
    </dialog>
  );
}
