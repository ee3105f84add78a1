import { useLayoutEffect, useRef } from 'preact/hooks';
import { COLOURS } from '../../lib/article/list.ts';
import { Icon } from '../controls/Icon.tsx';
import { frameOf } from './shown-text.ts';
import type { MarksState } from './use-marks.ts';
import '../controls/mark-colours.css';

/** By a selection or a mark: five colours, a note, copy as quote; for a mark also the way out of the text. */
export function MarkToolbar({ state }: { state: MarksState }) {
  const bar = useRef<HTMLDivElement>(null);
  const selected = state.selected.value;
  const active = state.active.value;
  const frame = selected?.frame ?? (active && frameOf(active));
  const isShown = frame !== undefined && frame.height > 0;

  useLayoutEffect(() => {
    const element = bar.current;
    if (!element || !frame) return;
    const { offsetWidth, offsetHeight } = element;
    const above = frame.top - offsetHeight - 10;
    const top = above > 60 ? above : Math.min(frame.bottom + 10, innerHeight - offsetHeight - 10);
    const left = Math.min(Math.max(8, frame.left + frame.width / 2 - offsetWidth / 2), innerWidth - offsetWidth - 8);
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
        <Icon name="list" />
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
