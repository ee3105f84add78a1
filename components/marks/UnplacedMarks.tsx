import type { ReaderApp } from '../reader/reader-app.ts';
import { MarkNote } from './MarkNote.tsx';
import type { MarksState } from './use-marks.ts';

/** Marks whose words are not in the text that is shown: with quote and note, until the reader places or deletes them. */
export function UnplacedMarks({ app, state }: { app: ReaderApp; state: MarksState }) {
  if (!state.text.value) return null;
  const unplaced = state.placed.value.filter(({ passage }) => !passage);
  if (unplaced.length === 0) return null;
  const selected = state.selected.value;
  return (
    <section class="unplaced" aria-label="Not found in this text">
      <h2>Not found in this text</h2>
      <p class="muted small">
        The text has changed here. Quote and note are kept. Select where a mark belongs to place it by hand.
      </p>
      {unplaced.map((placed) => (
        <div key={placed.mark.id}>
          <MarkNote app={app} state={state} placed={placed} />
          <div class="unplaced-acts">
            <button
              type="button"
              class="button"
              aria-disabled={selected === undefined}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => selected && app.history.record(app.marks.place(placed.mark.id, selected.place))}
            >
              Place at selection
            </button>
            <button type="button" class="text-button" onClick={() => app.history.record(app.marks.remove(placed.mark))}>
              Delete
            </button>
          </div>
        </div>
      ))}
    </section>
  );
}
