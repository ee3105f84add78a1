import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PlacedMark } from '../../lib/reader/anchoring/place-marks.ts';
import type { ReaderApp } from '../reader/reader-app.ts';
import { MarkNote } from './MarkNote.tsx';
import { frameOf } from './shown-text.ts';
import { stackNotes } from './stack-notes.ts';
import type { MarksState } from './use-marks.ts';
import { useSlices } from './use-slices.ts';

const GAP = 14;
const SPACE_ABOVE = 20;
/** From here on there is room beside the text; the style sheet says the same. */
const BESIDE = '(min-width: 1100px)';

interface MarginNotesProps {
  readonly app: ReaderApp;
  readonly state: MarksState;
  /** What stands above them, at the top of the page. */
  readonly above: RefObject<HTMLElement | null>;
}

/** Notes beside their marks; below the text where there is no room. */
export function MarginNotes({ app, state, above }: MarginNotesProps) {
  const box = useRef<HTMLDivElement>(null);
  const root = state.text.value?.root;
  const activeId = state.activeId.value;
  const noted = state.placed.value.filter(
    ({ mark, passage }) => passage && (mark.note.trim() !== '' || mark.id === activeId),
  );
  const { from, to } = useSlices(noted.length, () => firstInView(noted));
  // The chosen one is waited for.
  const shown = noted.filter(({ mark }, i) => (i >= from && i < to) || mark.id === activeId);
  const goals = useSame(shown.map(({ range, picture }) => range ?? picture));

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed changes a note, and not what it stands beside.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !root) return;
    // It tells of each size once at first, before the notes are painted.
    const observer = new ResizeObserver(() =>
      place(element, shown, activeId, (above.current?.offsetHeight ?? 0) + SPACE_ABOVE),
    );
    for (const each of [root, above.current, ...element.children]) if (each) observer.observe(each);
    return () => observer.disconnect();
  }, [root, goals, activeId]);

  // The same element again, and it is not drawn again. Of these notes alone: an element knows the tree it stood in, and that its neighbours.
  const drawn = useRef<ReadonlyMap<PlacedMark, JSX.Element>>(new Map());
  drawn.current = new Map(
    shown.map((placed) => [
      placed,
      drawn.current.get(placed) ?? <MarkNote key={placed.mark.id} app={app} state={state} placed={placed} />,
    ]),
  );
  return (
    <div class="margin-notes" ref={box}>
      {[...drawn.current.values()]}
    </div>
  );
}

/** The former list while the next holds the same things in the same order. */
function useSame(next: readonly unknown[]): readonly unknown[] {
  const former = useRef(next);
  const isSame = next.length === former.current.length && next.every((each, i) => each === former.current[i]);
  if (!isSame) former.current = next;
  return former.current;
}

/** Marks stand in the order of the text: some eight of hundreds are measured. */
function firstInView(placed: readonly PlacedMark[]): number {
  let low = 0;
  let high = placed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const mark = placed[middle];
    if (mark && (frameOf(mark)?.bottom ?? 0) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
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
