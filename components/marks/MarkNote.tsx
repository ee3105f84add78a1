import { useEffect, useRef } from 'preact/hooks';
import { formatDay } from '../../lib/library/row-facts.ts';
import type { PlacedMark } from '../../lib/reader/anchoring/place-marks.ts';
import { isLeft } from '../controls/is-left.ts';
import { LinkedNoteField } from '../notes/LinkedNoteField.tsx';
import { NoteText } from '../notes/NoteText.tsx';
import type { ReaderApp } from '../reader/reader-app.ts';
import type { MarksState } from './use-marks.ts';

interface MarkNoteProps {
  readonly app: ReaderApp;
  readonly state: MarksState;
  readonly placed: PlacedMark;
}

/** The note of one mark: to be read, and once it is chosen, to be written. */
export function MarkNote({ app, state, placed: { mark } }: MarkNoteProps) {
  const isActive = state.activeId.value === mark.id;
  const isWriting = state.writingId.value === mark.id;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isWriting) box.current?.querySelector('textarea')?.focus();
  }, [isWriting]);
  return (
    <div
      ref={box}
      class="mark-note"
      data-colour={mark.colour}
      data-active={isActive}
      data-mark-id={mark.id}
      data-noted={mark.note.trim() !== ''}
    >
      <p class="mark-quote" dir="auto">
        {mark.quote.exact === '' ? 'Picture' : mark.quote.exact}
      </p>
      {isWriting ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: hears Escape and the end of writing from the field inside.
        <div
          onKeyDown={(event) => {
            // Left and not just taken away: a field that goes with its focus tells nothing of its end.
            if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
          }}
          onFocusOut={({ target }) => {
            if (isLeft(target)) state.writingId.value = undefined;
          }}
        >
          <LinkedNoteField
            text={mark.note}
            write={(text, former) => app.marks.writeNote(mark.id, text, former)}
            leave={(text) => app.history.record(app.actions.tagFromNote(mark.articleId, text))}
            label="Note on this mark"
            links={app.links}
          />
        </div>
      ) : (
        <>
          {mark.note.trim() !== '' && (
            <div class="mark-note-text" dir="auto">
              <NoteText text={mark.note} addressOf={app.addressOf} />
            </div>
          )}
          <p class="mark-facts number">
            {mark.note.trim() !== '' && <span>{formatDay(mark.updatedAt, Date.now())}</span>}
            <button type="button" class="text-button" onClick={() => state.write(mark.id)}>
              {mark.note.trim() === '' ? 'Add a note…' : 'Edit'}
              <span class="visually-hidden"> on {mark.quote.exact.slice(0, 60)}</span>
            </button>
          </p>
        </>
      )}
    </div>
  );
}
