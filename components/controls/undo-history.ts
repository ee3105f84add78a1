import { type ReadonlySignal, signal } from '@preact/signals';
import type { Done, Reach } from '../../lib/app/undo.ts';
import { whyNotWritten } from '../../lib/article/why-not-written.ts';

/** What the reader did on this page, last first; each of the last hundred can be taken back once. */
export interface UndoHistory {
  /** What the bar shows at this moment. */
  readonly shown: ReadonlySignal<Message | undefined>;
  /** Waits for an action and offers its undo. Says so plainly if the action failed. */
  readonly record: (action: Promise<Done | undefined>) => Promise<void>;
  /** Takes back the latest action that still can be. */
  readonly undoLast: () => Promise<void>;
  /** Says what was done where there is no way back. */
  readonly say: (text: string) => void;
  readonly dismiss: () => void;
}

export interface Message {
  readonly text: string;
  readonly canUndo: boolean;
}

/** What one did before these stays done: a page that is open for days must not hold on to all of it. */
const MOST = 100;
/** How long the bar stays, in milliseconds. The key for undo works longer than the bar is seen. */
const SHOWN_FOR = 8000;
/** What was not done to articles can't have lost any. */
const ALL_HERE: Reach = { here: 0, erased: 0 };

export function createUndoHistory(): UndoHistory {
  const shown = signal<Message | undefined>(undefined);
  const past: Done[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(message: Message) {
    clearTimeout(timer);
    shown.value = message;
    timer = setTimeout(() => {
      shown.value = undefined;
    }, SHOWN_FOR);
  }

  return {
    shown,
    async record(action) {
      try {
        const done = await action;
        if (!done) return;
        past.push(done);
        if (past.length > MOST) past.shift();
        show({ text: done.label, canUndo: true });
      } catch (error) {
        show({ text: `That could not be written, nothing was changed. ${whyNotWritten(error)}`, canUndo: false });
      }
    },
    async undoLast() {
      const done = past.pop();
      if (!done) return;
      try {
        const { here, erased } = (await done.reach?.()) ?? ALL_HERE;
        const isAllErased = here === 0 && erased > 0;
        if (!isAllErased) await done.undo();
        show({ text: isAllErased ? nothingLeft(erased) : undoneBut(erased), canUndo: past.length > 0 });
      } catch (error) {
        past.push(done);
        show({ text: `Undo could not be written. ${whyNotWritten(error)}`, canUndo: true });
      }
    },
    say: (text) => show({ text, canUndo: false }),
    dismiss() {
      shown.value = undefined;
    },
  };
}

const nothingLeft = (erased: number): string =>
  `${erased === 1 ? 'That article was' : 'Those articles were'} erased for good; there is nothing to undo.`;

function undoneBut(erased: number): string {
  if (erased === 0) return 'Undone';
  const which = erased === 1 ? 'one article that was' : `${erased.toLocaleString('en')} articles that were`;
  return `Undone, but for ${which} erased for good`;
}
