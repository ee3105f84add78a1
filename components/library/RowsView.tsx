import type { SearchAnswer, View } from '../../lib/app/library.ts';
import type { List } from '../../lib/article/list.ts';
import { ArticleRows } from './ArticleRows.tsx';
import { EmptyState } from './EmptyState.tsx';
import { FailedState } from './FailedState.tsx';
import { ListEditor } from './ListEditor.tsx';
import type { LibraryApp } from './library-app.ts';
import { emptyWordsOf } from './place-words.ts';
import { SortChips, type Sorting } from './SortChips.tsx';
import type { Selection } from './use-selection.ts';
import type { ViewIds } from './use-view-ids.ts';
import { ViewHead } from './ViewHead.tsx';

interface RowsViewProps {
  readonly app: LibraryApp;
  readonly place: View;
  readonly name: string;
  readonly view: ViewIds;
  /** What a search says of its rows. */
  readonly answer: SearchAnswer | undefined;
  readonly lists: readonly List[];
  readonly selection: Selection;
  readonly isNarrow: boolean;
  /** Absent where the order is the reader's, or that of a search. */
  readonly sorting: Sorting | undefined;
  readonly sort: (sorting: Sorting) => void;
}

/** Heights of a row in CSS pixels; rows.css gives their words as much room. */
const ROW_HEIGHT = 120;
const NARROW_ROW_HEIGHT = 136;

/** A set of articles: its head, and its rows or why there are none. */
export function RowsView({ app, place, name, view, answer, lists, selection, isNarrow, sorting, sort }: RowsViewProps) {
  const list = place.kind === 'list' ? lists.find(({ id }) => id === place.listId) : undefined;
  const count = view.isPresent ? view.count : undefined;
  return (
    <>
      {list ? (
        <ListEditor key={list.id} app={app} list={list} count={count} />
      ) : (
        place.kind !== 'search' && (
          <ViewHead name={name} count={count}>
            {sorting !== undefined && count !== undefined && count > 1 && <SortChips sorting={sorting} choose={sort} />}
          </ViewHead>
        )
      )}
      {view.status === 'failed' && <FailedState error={view.error} />}
      {count === 0 && <EmptyState words={emptyWordsOf(place)} />}
      {view.ids.length > 0 && (
        <ArticleRows
          app={app}
          label={name}
          ids={view.ids}
          search={place.kind === 'search' && answer ? { typed: place.typed, answer } : undefined}
          isStale={!view.isPresent}
          viewKey={`${view.key} ${sorting}`}
          // Its own name on every row of a list says nothing.
          lists={lists.filter(({ id }) => id !== list?.id)}
          selection={selection}
          rowHeight={isNarrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT}
          move={
            list &&
            ((articleId, { beforeId }) => app.history.record(app.actions.moveInList(list.id, articleId, beforeId)))
          }
        />
      )}
    </>
  );
}
