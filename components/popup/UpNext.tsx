import { useRef } from 'preact/hooks';
import type { BriefRow } from '../../lib/app/first-rows.ts';
import type { Library } from '../../lib/app/library.ts';
import type { ArticleId } from '../../lib/article/ids.ts';
import { useLive } from '../controls/use-live.ts';
import type { EmptyRows } from './EmptyRows.tsx';
import type { PopupApp } from './popup-app.ts';
import { Row } from './Row.tsx';

interface UpNextProps {
  readonly app: PopupApp;
  /** Both absent for the first moments, when nothing can be searched yet. */
  readonly library: Library | undefined;
  readonly Empty: typeof EmptyRows | undefined;
  readonly typed: string;
  /** The article above, which need not stand below once more. */
  readonly cardId: ArticleId | undefined;
  readonly selectedId: ArticleId | undefined;
}

type Rows = readonly BriefRow[];

/** As many results as one looks through in a popup; the library shows the rest. */
const MOST_RESULTS = 30;

/** The newest unread articles, or what was found for the words typed. */
export function UpNext({ app, library, Empty, typed, cardId, selectedId }: UpNextProps) {
  const isSearch = typed.trim() !== '' && library !== undefined;
  const found = useLive(
    () => (isSearch ? library.foundRows(typed, MOST_RESULTS) : app.first.upNext),
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
            pace={app.settings.settings.value.pace}
            isSelected={row.article.id === selectedId}
            read={() => app.readArticle(row.article.id)}
          />
        ))}
      </ul>
      {Empty && <Empty found={found} isSearch={isSearch} isAlone={cardId !== undefined} />}
    </>
  );
}
