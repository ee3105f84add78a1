import type { ArticleDetail } from '../../lib/app/library.ts';
import type { Version } from '../../lib/article/article.ts';
import { formatCount, formatDay } from '../../lib/library/row-facts.ts';
import { Icon } from '../controls/Icon.tsx';
import type { ReaderApp, ReadingTool } from './reader-app.ts';
import './reader-popovers.css';

export interface MoreMenuProps {
  readonly app: ReaderApp;
  readonly detail: ArticleDetail;
  readonly showKeys: () => void;
  readonly use: (tool: ReadingTool) => void;
}

/** The rarer actions: reading aloud, finding, the page itself, other texts of it, trash, keys. */
export function MoreSheet({ app, detail, showKeys, use }: MoreMenuProps) {
  const { article, reading, versions } = detail;
  const { actions, history } = app;
  const shownId = article.versionId;
  return (
    <div class="more-menu">
      <button type="button" onClick={() => use('aloud')}>
        <Icon name="lectern" size={16} /> Read aloud <kbd>P</kbd>
      </button>
      <button type="button" onClick={() => use('find')}>
        <Icon name="search" size={16} /> Find in this article <kbd>/</kbd>
      </button>
      <a href={article.url} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
        <Icon name="link" size={16} /> Open original
      </a>
      <button type="button" onClick={() => print()}>
        <Icon name="print" size={16} /> Print or save as PDF
      </button>
      <button type="button" onClick={app.exportArticle}>
        <Icon name="out" size={16} /> Export…
      </button>
      {reading.trashedAt === undefined ? (
        <button type="button" onClick={() => history.record(actions.trash([article.id]))}>
          <Icon name="trash" size={16} /> Move to Trash
        </button>
      ) : (
        <button type="button" onClick={() => history.record(actions.restore([article.id]))}>
          <Icon name="restore" size={16} /> Restore
        </button>
      )}
      <button type="button" onClick={showKeys}>
        <Icon name="menu" size={16} /> All keys <kbd>?</kbd>
      </button>
      {shownId !== undefined && versions.length > 1 && (
        <section aria-label="Texts kept of this page">
          <p class="more-title">Texts kept</p>
          {versions.map((version) => (
            <button
              key={version.id}
              type="button"
              aria-pressed={version.id === shownId}
              onClick={() => {
                if (version.id !== shownId) history.record(actions.showVersion(article.id, version.id, shownId));
              }}
            >
              <Icon name={version.id === shownId ? 'check' : 'refresh'} size={16} /> {describe(version)}
            </button>
          ))}
        </section>
      )}
    </div>
  );
}

const describe = ({ capturedAt, wordCount, source }: Version): string =>
  `${formatDay(capturedAt, Date.now())} · ${formatCount(wordCount)} words${source === 'selection' ? ', selection' : ''}`;
