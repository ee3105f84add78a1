import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PlacedMark } from '../../lib/reader/anchoring/place-marks.ts';
import type { ReaderApp } from '../reader/reader-app.ts';
import { MarkNote } from './MarkNote.tsx';
import { frameOf } from './shown-text.ts';
import { stackNotes } from './stack-notes.ts';
import type { MarksState } from './use-marks.ts';

const GAP = 14;
/** From here on there is room beside the text; the style sheet says the same. */
const BESIDE = '(min-width: 1100px)';

/** Notes beside their marks; below the text where there is no room. */
export function MarginNotes({ app, state, least }: { app: ReaderApp; state: MarksState; least: () => number }) {
  const box = useRef<HTMLDivElement>(null);
  const root = state.text.value?.root;
  const shown = state.placed.value.filter(
    ({ mark, passage }) => passage && (mark.note.trim() !== '' || mark.id === state.activeId.value),
  );

  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !root) return;
    const stack = () => place(element, shown, state.activeId.peek(), least());
    stack();
    const observer = new ResizeObserver(stack);
    observer.observe(root);
    for (const note of element.children) observer.observe(note);
    return () => observer.disconnect();
  });

  return (
    <div class="margin-notes" ref={box}>
      {shown.map((placed) => (
        <MarkNote key={placed.mark.id} app={app} state={state} placed={placed} />
      ))}
    </div>
  );
}

function place(box: HTMLElement, shown: readonly PlacedMark[], activeId: string | undefined, least: number): void {
  const notes = [...box.children] as HTMLElement[];
  if (!matchMedia(BESIDE).matches) {
    for (const note of notes) note.style.top = '';
    return;
  }
  const origin = box.getBoundingClientRect().top;
  const wanted = shown.map((placed, i) => ({
    top: Math.max(least, (frameOf(placed)?.top ?? origin) - origin),
    height: (notes[i]?.offsetHeight ?? 0) + GAP,
  }));
  const active = shown.findIndex(({ mark }) => mark.id === activeId);
  for (const [i, top] of stackNotes(wanted, active).entries()) {
    const note = notes[i];
    if (note) note.style.top = `${top}px`;
  }
}
