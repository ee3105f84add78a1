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
        Another window erased them while you wrote. Your words are kept here until you throw them away, or until a vault
        brings the article back.
      </p>
      <ul>
        {notes.map((note) => (
          <Stranded key={`${note.typedAt} ${note.text}`} note={note} />
        ))}
      </ul>
    </section>
  );
}

/** Thrown away, it can be had back as long as the page shows it. */
function Stranded({ note }: { note: StrandedNote }) {
  const [isThrown, setThrown] = useState(false);
  const turn = () => {
    if (isThrown) note.restore();
    else note.forget();
    setThrown(!isThrown);
  };
  return (
    <li>
      {isThrown ? <p class="muted">Thrown away.</p> : <p dir="auto">{note.text}</p>}
      <div class="stranded-acts">
        {!isThrown && (
          <button type="button" class="button" onClick={() => navigator.clipboard.writeText(note.text)}>
            Copy
          </button>
        )}
        <button type="button" class="text-button" onClick={turn}>
          {isThrown ? 'Undo' : 'Throw away'}
        </button>
      </div>
    </li>
  );
}
