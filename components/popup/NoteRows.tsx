import type { Library } from '../../lib/app/library.ts';
import { useLive, valueOr } from '../controls/use-live.ts';
import type { PopupApp } from './popup-app.ts';

const MOST_NOTES = 30;

/** The latest notes; each opens its article. */
export function NoteRows({ app, library }: { app: PopupApp; library: Library }) {
  const notes = valueOr(
    useLive(() => library.notes(MOST_NOTES), []),
    undefined,
  );
  if (notes?.length === 0) return <p class="empty">No notes yet. Write one under an article you saved.</p>;
  return (
    <ul class="rows" aria-label="Notes">
      {notes?.map(({ note, row }) => (
        <li key={note.articleId}>
          <button type="button" class="row plain-button" onClick={() => app.readArticle(row.article.id)}>
            <span class="row-words">
              <span class="note-text" dir="auto">
                {note.text}
              </span>
              <span class="muted small" dir="auto">
                {row.article.title}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
