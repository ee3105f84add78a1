import { useRef } from 'preact/hooks';
import type { BriefRow } from '../../lib/app/first-rows.ts';
import type { Library, Loaded } from '../../lib/app/library.ts';
import type { ArticleId } from '../../lib/article/ids.ts';
import { useLive } from '../controls/use-live.ts';
import type { PopupApp } from './popup-app.ts';
import { Row } from './Row.tsx';

interface UpNextProps {
  readonly app: PopupApp;
  /** Absent for the first moments, when nothing can be searched yet. */
  readonly library: Library | undefined;
  readonly typed: string;
  /** The article above, which need not stand below once more. */
  readonly cardId: ArticleId | undefined;
  readonly selectedId: ArticleId | undefined;
}

type Rows = readonly BriefRow[];

const NOTHING_YET = 'Nothing to read yet. Open an article and click Lectern’s button.';
const NOTHING_ELSE = 'Nothing else waits in your inbox.';

/** As many results as one looks through in a popup; the library shows the rest. */
const MOST_RESULTS = 30;

/** The newest unread articles, or what was found for the words typed. */
export function UpNext({ app, library, typed, cardId, selectedId }: UpNextProps) {
  const isSearch = typed.trim() !== '' && library !== undefined;
  const found = useLive(
    () => (isSearch ? library.firstRows({ kind: 'search', typed }, MOST_RESULTS) : app.first.upNext),
    [isSearch, typed, library],
  );
  // The former rows stay until the next answer is there, so that nothing flickers while one types.
  const last = useRef<Rows | undefined>(undefined);
  if (found.status === 'ready') last.current = found.value;
  const rows = isSearch ? last.current : last.current?.filter(({ article }) => article.id !== cardId);

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
      <Empty found={found} isSearch={isSearch} isAlone={cardId !== undefined} />
    </>
  );
}

interface EmptyProps {
  readonly found: Loaded<Rows>;
  readonly isSearch: boolean;
  /** An article stands above: there is something to read, if nothing else. */
  readonly isAlone: boolean;
}

function Empty({ found, isSearch, isAlone }: EmptyProps) {
  if (found.status === 'failed') {
    return (
      <p class="empty" role="alert">
        The library could not be read. Nothing in it was changed. Close this window and open it again.
      </p>
    );
  }
  if (found.status === 'loading' || found.value.length > (isAlone && !isSearch ? 1 : 0)) return null;
  return (
    <p class="empty" role="status">
      {isSearch ? 'No title or site has these words.' : isAlone ? NOTHING_ELSE : NOTHING_YET}
    </p>
  );
}
