import { useEffect, useState } from 'preact/hooks';
import type { StrandedNote } from '../../lib/app/notes-desk.ts';
import './stranded-notes.css';

interface StrandedNotesProps {
  readonly read: () => Promise<readonly StrandedNote[]>;
  /** They are read anew when this is another. */
  readonly moment?: unknown;
}

/** What was typed on articles that another window erased meanwhile, to be copied or thrown away. Nothing where there is none. */
export function StrandedNotes({ read, moment }: StrandedNotesProps) {
  const [notes, setNotes] = useState<readonly StrandedNote[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew at another moment, not with another function.
  useEffect(() => {
    let isLeft = false;
    read().then(
      (found) => {
        if (!isLeft) setNotes(found);
      },
      // They stay where they are; what can't be read is told by what else the page reads.
      () => undefined,
    );
    return () => {
      isLeft = true;
    };
  }, [moment]);
  if (notes.length === 0) return null;
  return (
    <section class="stranded-notes" aria-labelledby="stranded-notes">
      <h2 id="stranded-notes">Written on articles that are gone</h2>
      <p class="small muted">
        They were erased in another window while this was written. It is kept here until you throw it away, or until a
        vault brings the article back.
      </p>
      <ul>
        {notes.map((note) => (
          <li key={`${note.typedAt} ${note.text}`}>
            <p dir="auto">{note.text}</p>
            <button type="button" class="button" onClick={() => navigator.clipboard.writeText(note.text)}>
              Copy
            </button>
            <button
              type="button"
              class="text-button"
              onClick={() => {
                note.forget();
                setNotes(notes.filter((other) => other !== note));
              }}
            >
              Throw away
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
