import { useEffect, useRef, useState } from 'preact/hooks';
import type { ArticleId } from '../../lib/article/ids.ts';
import { whyNotWritten } from '../../lib/article/why-not-written.ts';
import { formatCount } from '../../lib/library/row-facts.ts';
import type { LibraryApp } from './library-app.ts';
import './erase-dialog.css';

interface EraseDialogProps {
  readonly app: LibraryApp;
  /** How many are asked about. */
  readonly count: number;
  /** The articles themselves, read once the reader said yes. */
  readonly read: () => Promise<readonly ArticleId[]>;
  readonly close: (isDone: boolean) => void;
}

/** Asks once more before articles of the trash are erased, and does it. There is no way back. */
export function EraseDialog({ app, count, read, close }: EraseDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number }>();
  const abort = useRef(new AbortController());
  const isDone = useRef(false);
  useEffect(() => dialog.current?.showModal(), []);

  async function erase() {
    setProgress({ done: 0, total: count });
    try {
      const [ids, tools] = await Promise.all([read(), app.loadTools()]);
      const erased = await tools.eraseForGood(ids, {
        signal: abort.current.signal,
        tell: (done) => setProgress({ done, total: ids.length }),
      });
      app.history.say(`Erased ${counted(erased)}${erased < ids.length ? '; the rest is still in Trash' : ''}`);
      isDone.current = true;
    } catch (error) {
      app.history.say(`Not all could be erased; the rest is still in Trash. ${whyNotWritten(error)}`);
    }
    // Closed and not only taken away: the browser gives the focus back then.
    dialog.current?.close();
  }

  return (
    <dialog
      ref={dialog}
      class="erase-dialog"
      aria-labelledby="erase-title"
      aria-describedby="erase-words"
      // The keys of the page behind are not meant.
      onKeyDown={(event) => event.stopPropagation()}
      onCancel={(event) => {
        // What is being erased is stopped, not hidden.
        if (!progress) return;
        event.preventDefault();
        abort.current.abort();
      }}
      onClose={() => close(isDone.current)}
    >
      <h2 id="erase-title">Erase {counted(count)} for good?</h2>
      {progress ? (
        <>
          <p id="erase-words" class="number" role="status">
            {formatCount(progress.done)} of {formatCount(progress.total)}
          </p>
          <progress aria-label="Progress" max={progress.total} value={progress.done} />
          <div class="erase-acts">
            <button
              ref={(button) => button?.focus()}
              type="button"
              class="button"
              onClick={() => abort.current.abort()}
            >
              Stop
            </button>
          </div>
        </>
      ) : (
        <>
          <p id="erase-words">
            {count === 1
              ? 'Its text, pictures, notes and marks go with it.'
              : 'Their texts, pictures, notes and marks go with them.'}{' '}
            This can’t be undone. Vaults you made before still have them.
          </p>
          <div class="erase-acts">
            {/* First, so that Enter by habit erases nothing. */}
            <button type="button" class="button is-primary" onClick={() => dialog.current?.close()}>
              Keep in Trash
            </button>
            <button type="button" class="button is-danger" onClick={erase}>
              Erase for good
            </button>
          </div>
        </>
      )}
    </dialog>
  );
}

const counted = (count: number): string => (count === 1 ? 'one article' : `${formatCount(count)} articles`);
