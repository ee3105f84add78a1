import { type KeyTable, useKeys } from '../controls/keys.ts';
import type { ReaderActs } from './reader-acts.ts';
import type { ReaderApp } from './reader-app.ts';
import { type Measure, stepSetting } from './step-setting.ts';

interface Shows {
  readonly showNotes: () => void;
  readonly showKeys: () => void;
}

export function useReaderKeys(app: ReaderApp, acts: ReaderActs, { showNotes, showKeys }: Shows): void {
  const step = (measure: Measure, direction: 1 | -1) => () => {
    const next = stepSetting(app.settings.settings.peek(), measure, direction);
    if (next !== undefined) app.settings.change({ [measure]: next });
  };
  const lists: KeyTable = Object.fromEntries(
    Array.from({ length: 9 }, (_, i) => [String(i + 1), () => acts.toggleList(i)]),
  );
  useKeys({
    ...lists,
    e: acts.toggleDone,
    f: acts.toggleFavourite,
    n: () => {
      showNotes();
      // The field may come only with the next rendering.
      requestAnimationFrame(focusNote);
    },
    '+': step('textSize', 1),
    // The same key as + without Shift, on many keyboards.
    '=': step('textSize', 1),
    '-': step('textSize', -1),
    '[': step('lineWidth', -1),
    ']': step('lineWidth', 1),
    j: () => scrollBy(0, innerHeight / 4),
    k: () => scrollBy(0, -innerHeight / 4),
    l: app.leave,
    z: () => app.history.undoLast(),
    '?': showKeys,
  });
}

/** Where the note stands below the text, Escape leads back to the line that was being read. */
function focusNote(): void {
  const field = document.querySelector<HTMLElement>('.note-beside textarea');
  if (!field) return;
  const readAt = scrollY;
  field.focus();
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    field.blur();
    scrollTo(0, readAt);
  };
  field.addEventListener('keydown', leave);
  field.addEventListener('blur', () => field.removeEventListener('keydown', leave), { once: true });
}
