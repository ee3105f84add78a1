import type { ArticleDetail } from '../../lib/app/library.ts';
import { formatDay } from '../../lib/library/row-facts.ts';
import { LinkedNoteField } from '../notes/LinkedNoteField.tsx';
import { noteTargetOf } from '../notes/note-target.ts';
import type { ReaderApp } from './reader-app.ts';
import './note-beside.css';

/** The reader's note on the article: in the margin beside the text, or below it where there is no room. */
export function NoteBeside({ app, detail }: { app: ReaderApp; detail: ArticleDetail }) {
  const { note } = detail;
  const isWritten = note !== undefined && note.text.trim() !== '';
  return (
    <section class="note-beside" aria-label="Note on this article">
      <LinkedNoteField
        text={note?.text ?? ''}
        write={(text, former) => app.actions.writeNote({ ...noteTargetOf(detail), former }, text)}
        leave={(text) => app.history.record(app.actions.tagFromNote(detail.article.id, text))}
        label="Note on this article"
        links={app.links}
      />
      {isWritten && <p class="note-day number">{formatDay(note.updatedAt, Date.now())}</p>}
    </section>
  );
}
