import { useEffect, useState } from 'preact/hooks';
import type { LibraryTools } from '../../lib/app/library-tools.ts';
import type { ArticleId } from '../../lib/article/ids.ts';
import { useLive, valueOr } from '../controls/use-live.ts';
import { NoteText } from '../notes/NoteText.tsx';
import type { LibraryApp } from './library-app.ts';
import './article-marks.css';

interface ArticleMarksProps {
  readonly app: LibraryApp;
  readonly articleId: ArticleId;
}

/** What the reader marked in an article, with the notes on it; each leads to its place in the text. */
export function ArticleMarks({ app, articleId }: ArticleMarksProps) {
  const [tools, setTools] = useState<LibraryTools>();
  useEffect(() => {
    void app.loadTools().then(setTools);
  }, [app]);
  return tools === undefined ? null : <MarkList app={app} articleId={articleId} tools={tools} />;
}

function MarkList({ app, articleId, tools }: ArticleMarksProps & { readonly tools: LibraryTools }) {
  const marks = valueOr(
    useLive(() => tools.marksOf(articleId), [tools, articleId]),
    [],
  );
  if (marks.length === 0) return null;
  return (
    <section aria-labelledby="detail-marks">
      <h3 id="detail-marks">Highlights</h3>
      <ul class="article-marks">
        {marks.map(({ id, colour, quote, note }) => (
          <li key={id} data-colour={colour}>
            <a href={app.addressOf(`mark/${id}`)} dir="auto">
              {quote.exact === '' ? 'Picture' : quote.exact}
            </a>
            {note.trim() !== '' && (
              <div class="small muted" dir="auto">
                <NoteText text={note} addressOf={app.addressOf} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
