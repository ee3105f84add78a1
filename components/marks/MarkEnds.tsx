import { useEffect, useState } from 'preact/hooks';
import type { TextPosition } from '../../lib/article/highlight.ts';
import { withEndAt } from '../../lib/reader/word-edges.ts';
import type { ReaderApp } from '../reader/reader-app.ts';
import { indexAtPoint, liveRange, type ShownText } from './shown-text.ts';
import type { MarksState } from './use-marks.ts';

type End = keyof TextPosition;

/** An end that is being dragged. */
interface Drag {
  readonly end: End;
  readonly passage: TextPosition;
  /** How far below the middle of its line it was taken, in pixels. */
  readonly below: number;
}

/** At both ends of the chosen mark: to be dragged to other words. Without a pointer, Shift and the arrows do the same. */
export function MarkEnds({ app, state }: { app: ReaderApp; state: MarksState }) {
  const text = state.text.value;
  const active = state.active.value;
  const [drag, setDrag] = useState<Drag>();
  useLayoutOf(text?.root);
  useDragged(text, drag?.passage);
  useEffect(() => {
    if (!drag) return;
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // The mark stays chosen.
      event.stopPropagation();
      setDrag(undefined);
    };
    addEventListener('keydown', cancel, { capture: true });
    return () => removeEventListener('keydown', cancel, { capture: true });
  }, [drag]);
  const passage = drag?.passage ?? active?.passage;
  if (!text || !active?.range || !passage || state.selected.value) return null;
  const { mark } = active;

  function move(event: PointerEvent) {
    if (!drag || !text) return;
    const at = indexAtPoint(text, event.clientX, event.clientY - drag.below);
    if (at === undefined) return;
    setDrag({ ...drag, passage: withEndAt(text.article.text, drag.passage, drag.end, at, text.root.lang) });
  }

  function drop() {
    const place = drag && state.describe(drag.passage);
    setDrag(undefined);
    const isMoved =
      drag && (drag.passage.start !== active?.passage?.start || drag.passage.end !== active?.passage?.end);
    if (place && isMoved) app.history.record(app.marks.place(mark.id, place));
  }

  return (
    <>
      {(['start', 'end'] as const).map((end) => {
        const edge = edgeOf(text, passage, end);
        return (
          edge && (
            <div
              key={end}
              class="mark-end"
              data-end={end}
              data-colour={mark.colour}
              data-dragged={drag?.end === end}
              aria-hidden="true"
              // In a window just made narrower it must not widen the page, until it is drawn again.
              style={{
                left: `min(${edge.x + scrollX}px, 100% - 14px)`,
                top: `${edge[end === 'start' ? 'top' : 'bottom'] + scrollY}px`,
              }}
              // No selection begins.
              onMouseDown={(event) => event.preventDefault()}
              onPointerDown={(event) => {
                event.currentTarget.setPointerCapture(event.pointerId);
                setDrag({ end, passage, below: event.clientY - (edge.top + edge.bottom) / 2 });
              }}
              onPointerMove={move}
              onPointerUp={drop}
              onPointerCancel={() => setDrag(undefined)}
            />
          )
        );
      })}
    </>
  );
}

/** Draws again when the text is laid out anew. */
function useLayoutOf(root: Element | undefined): void {
  const [, setLayout] = useState({});
  useEffect(() => {
    if (!root) return;
    const observer = new ResizeObserver(() => setLayout({}));
    observer.observe(root);
    return () => observer.disconnect();
  }, [root]);
}

/** Paints what would be marked if the end were let go here. */
function useDragged(text: ShownText | undefined, passage: TextPosition | undefined): void {
  useEffect(() => {
    const range = text && passage && text.article.rangeOf(passage);
    if (!range) return;
    const painted = new Highlight(new StaticRange(range));
    painted.priority = 2;
    CSS.highlights.set('mark-dragged', painted);
    return () => {
      CSS.highlights.delete('mark-dragged');
    };
  }, [text, passage]);
}

/** Where an end stands in the window: by the letter beside it, since an empty range has no place in some browsers. */
function edgeOf({ article }: ShownText, { start, end }: TextPosition, which: End) {
  const letter = which === 'start' ? { start, end: start + 1 } : { start: end - 1, end };
  const found = article.rangeOf(letter);
  if (!found) return undefined;
  const { left, right, top, bottom } = liveRange(found).getBoundingClientRect();
  if (top === bottom) return undefined;
  const element = found.startContainer.parentElement;
  const isLeft = (which === 'start') === (!element || getComputedStyle(element).direction === 'ltr');
  return { x: isLeft ? left : right, top, bottom };
}
