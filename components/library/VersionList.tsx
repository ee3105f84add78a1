import type { ArticleDetail } from '../../lib/app/library.ts';
import { cutWords } from '../../lib/library/receipt-words.ts';
import { formatCount, formatDay } from '../../lib/library/row-facts.ts';
import type { LibraryApp } from './library-app.ts';

/** The texts kept of one article, newest first; any of them can be the one shown. */
export function VersionList({ app, detail }: { app: LibraryApp; detail: ArticleDetail }) {
  const { article, versions } = detail;
  const { versionId: shownId } = article;
  return (
    <ul class="versions" aria-label="Texts kept">
      {versions.map(({ id, capturedAt, wordCount, source, receipt }) => (
        <li key={id} class="small number">
          <span>
            {formatDay(capturedAt, app.now())} · {formatCount(wordCount)} words
            {source === 'selection' && ' · selection'}
            {cutWords(receipt) !== '' && ` · ${cutWords(receipt)}`}
          </span>
          {id === shownId || shownId === undefined ? (
            <span class="muted">Shown</span>
          ) : (
            <button
              type="button"
              class="text-button"
              onClick={() => app.history.record(app.actions.showVersion(article.id, id, shownId))}
            >
              Show this<span class="visually-hidden"> text of {formatDay(capturedAt, app.now())}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
