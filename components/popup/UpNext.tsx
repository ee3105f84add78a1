import { useEffect, useRef } from 'preact/hooks';
import type { ArticleRow, Loaded } from '../../lib/app/library.ts';
import type { ArticleId } from '../../lib/article/ids.ts';
import { useLive } from '../controls/use-live.ts';
import type { PopupApp } from './popup-app.ts';
import { Row } from './Row.tsx';

interface UpNextProps {
  readonly app: PopupApp;
  readonly typed: string;
  readonly selectedId: ArticleId | undefined;
  /** Told which rows stand below, in order, for the keys that step through them. */
  readonly onShown: (ids: readonly ArticleId[]) => void;
}

/** As many results as one looks through in a popup; the library shows the rest. */
const MOST_RESULTS = 30;

/** The newest unread articles, or what was found for the words typed. */
export function UpNext({ app, typed, selectedId, onShown }: UpNextProps) {
  const isSearch = typed.trim() !== '';
  const found = useLive(
    () => (isSearch ? app.library.firstRows({ kind: 'search', typed }, MOST_RESULTS) : app.upNext),
    [isSearch, typed],
  );
  // The former rows stay until the next answer is there, so that nothing flickers while one types.
  const last = useRef<readonly ArticleRow[] | undefined>(undefined);
  if (found.status === 'ready') last.current = found.value;
  const rows = last.current;
  useEffect(() => onShown(rows?.map(({ article }) => article.id) ?? []), [rows]);

  return (
    <>
      <ul class="rows" aria-label={isSearch ? 'Found' : 'Up next'}>
        {rows?.map((row) => (
          <Row
            key={row.article.id}
            row={row}
            isSelected={row.article.id === selectedId}
            read={() => app.readArticle(row.article.id)}
          />
        ))}
      </ul>
      <Empty found={found} isSearch={isSearch} />
    </>
  );
}

function Empty({ found, isSearch }: { found: Loaded<readonly ArticleRow[]>; isSearch: boolean }) {
  if (found.status === 'failed') {
    return (
      <p class="empty" role="alert">
        The library could not be read. Nothing in it was changed. Close this window and open it again.
      </p>
    );
  }
  if (found.status === 'loading' || found.value.length > 0) return null;
  return (
    <p class="empty" role="status">
      {isSearch
        ? 'No title or site has these words.'
        : 'Nothing to read yet. Open an article and click Lectern’s button.'}
    </p>
  );
}
