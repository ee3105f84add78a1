import type { NoteRow } from '../../lib/app/library.ts';
import { formatCount, formatDay } from '../../lib/library/row-facts.ts';
import { useLive } from '../controls/use-live.ts';
import { EmptyState } from './EmptyState.tsx';
import { FailedState } from './FailedState.tsx';
import type { LibraryApp } from './library-app.ts';
import { emptyWordsOf } from './place-words.ts';
import { hashOf } from './route.ts';
import './notes-view.css';

const MOST_NOTES = 200;

/** What the reader wrote, latest first, each with its article. */
export function NotesView({ app, total }: { app: LibraryApp; total: number | undefined }) {
  const loaded = useLive(() => app.library.notes(MOST_NOTES), []);
  if (loaded.status === 'failed') return <FailedState error={loaded.error} />;
  const notes = loaded.status === 'ready' ? loaded.value : undefined;
  return (
    <div class="page">
      <h1>Notes</h1>
      {notes?.length === 0 && <EmptyState words={emptyWordsOf({ kind: 'notes' })} />}
      <ol class="notes">
        {notes?.map(({ note, row }) => (
          <NoteItem key={note.articleId} app={app} note={note} row={row} />
        ))}
      </ol>
      {notes?.length === MOST_NOTES && total !== undefined && total > MOST_NOTES && (
        <p class="small muted">
          The latest {formatCount(MOST_NOTES)} of {formatCount(total)}. The others stand beside their articles.
        </p>
      )}
    </div>
  );
}

function NoteItem({ app, note, row }: NoteRow & { app: LibraryApp }) {
  const { article } = row;
  return (
    <li class="note">
      <div class="note-mark">
        <p class="note-text" dir="auto">
          {note.text}
        </p>
        <p class="small muted number">
          <a href={hashOf({ place: { kind: 'notes' }, articleId: article.id })} dir="auto">
            {article.title}
          </a>
          <span dir="auto">{article.siteName}</span>
          <span>{formatDay(note.updatedAt, app.now())}</span>
        </p>
      </div>
    </li>
  );
}
