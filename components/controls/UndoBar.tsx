import type { UndoHistory } from './undo-history.ts';
import './undo-bar.css';

/** Says what was just done, and offers the way back. */
export function UndoBar({ history }: { history: UndoHistory }) {
  const message = history.shown.value;
  return (
    <div class="undo-bar" role="status" data-shown={message !== undefined}>
      {message && (
        <>
          <span>{message.text}</span>
          {message.canUndo && (
            <button type="button" class="text-button" onClick={() => history.undoLast()}>
              Undo <kbd>Z</kbd>
            </button>
          )}
        </>
      )}
    </div>
  );
}
