import { useLayoutEffect, useRef } from 'preact/hooks';
import { COLOURS } from '../../lib/article/list.ts';
import { Icon } from '../controls/Icon.tsx';
import { frameOf } from './shown-text.ts';
import type { MarksState } from './use-marks.ts';
import '../controls/colours.css';
import '../controls/mark-colours.css';

/** By a selection or a mark: five colours, a note, copy as quote; for a mark also the way out of the text. */
export function MarkToolbar({ state }: { state: MarksState }) {
  const bar = useRef<HTMLDivElement>(null);
  const selected = state.selected.value;
  const active = state.active.value;
  const frame = selected?.frame ?? (active && frameOf(active));
  // A mark one has scrolled away from keeps its note; the toolbar would hang over other words.
  const isShown = frame !== undefined && frame.height > 0 && frame.bottom > 60 && frame.top < innerHeight;

  useLayoutEffect(() => {
    const element = bar.current;
    if (!element || !frame) return;
    const { offsetWidth, offsetHeight } = element;
    const above = frame.top - offsetHeight - 16;
    // Below, the ends of the mark stand first.
    const top = above > 60 ? above : Math.min(frame.bottom + 22, innerHeight - offsetHeight - 10);
    const left = Math.min(
      Math.max(8, frame.left + frame.width / 2 - offsetWidth / 2),
      document.body.clientWidth - offsetWidth - 8,
    );
    element.style.top = `${Math.max(60, top) + scrollY}px`;
    element.style.left = `${left + scrollX}px`;
  });
  if (!isShown) return null;
  return (
    <div
      ref={bar}
      class="mark-toolbar"
      role="toolbar"
      aria-label={selected ? 'Mark the selection' : 'This mark'}
      onMouseDown={(event) => event.preventDefault()}
    >
      {COLOURS.map((colour) => (
        <button
          key={colour}
          type="button"
          class="mark-colour"
          data-colour={colour}
          aria-label={`Mark ${colour}`}
          title={`Mark ${colour}`}
          aria-pressed={selected ? undefined : active?.mark.colour === colour}
          onClick={() => (selected ? state.mark(colour) : state.recolour(colour))}
        />
      ))}
      <span class="mark-divider" />
      <button
        type="button"
        class="icon-button"
        aria-label="Write a note"
        title="Write a note"
        onClick={() => (selected ? state.mark(undefined, true) : active && state.write(active.mark.id))}
      >
        <Icon name="pen" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Copy as quote"
        title="Copy as quote (c)"
        onClick={state.copy}
      >
        <QuoteIcon />
      </button>
      {!selected && (
        <button
          type="button"
          class="icon-button"
          aria-label="Delete mark"
          title="Delete mark (Delete)"
          onClick={state.remove}
        >
          <Icon name="trash" />
        </button>
      )}
    </div>
  );
}

/** Not among the icons of every page: this is the one place for it. */
const QuoteIcon = () => (
  <svg width="18" height="18" viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
    <path d="M10 6.5C6.6 7.7 4.6 10.4 4.6 14c0 2.3 1.3 3.7 3.1 3.7 1.7 0 2.9-1.2 2.9-2.9 0-1.6-1.1-2.7-2.6-2.7h-.5c.3-1.6 1.4-2.9 3.2-3.8zm9 0c-3.4 1.2-5.4 3.9-5.4 7.5 0 2.3 1.3 3.7 3.1 3.7 1.7 0 2.9-1.2 2.9-2.9 0-1.6-1.1-2.7-2.6-2.7h-.5c.3-1.6 1.4-2.9 3.2-3.8z" />
  </svg>
);
