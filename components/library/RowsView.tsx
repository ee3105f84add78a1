import type { SearchAnswer } from '../../lib/app/library.ts';
import type { List } from '../../lib/article/list.ts';
import { ArticleRows } from './ArticleRows.tsx';
import { EmptyState } from './EmptyState.tsx';
import { FailedState } from './FailedState.tsx';
import type { LibraryApp } from './library-app.ts';
import { emptyWordsOf } from './place-words.ts';
import type { RowsPlace } from './route.ts';
import { SelectChip } from './SelectChip.tsx';
import { SortChips, type Sorting } from './SortChips.tsx';
import { TimeChips } from './TimeChips.tsx';
import type { Picked } from './use-picked.ts';
import type { Queue } from './use-queue.ts';
import type { Selection } from './use-selection.ts';
import type { ViewIds } from './use-view-ids.ts';
import { ViewHead } from './ViewHead.tsx';

interface RowsViewProps {
  readonly app: LibraryApp;
  readonly place: RowsPlace;
  readonly name: string;
  readonly view: ViewIds;
  /** What a search says of its rows. */
  readonly answer: SearchAnswer | undefined;
  readonly lists: readonly List[];
  readonly selection: Selection;
  readonly picked: Picked;
  readonly queue: Queue | undefined;
  readonly isNarrow: boolean;
  /** Absent where the order is the reader's, or that of a search. */
  readonly sorting: Sorting | undefined;
  readonly sort: (sorting: Sorting) => void;
}

/** Heights of a row in CSS pixels; rows.css gives their words as much room. */
const ROW_HEIGHT = 120;
const NARROW_ROW_HEIGHT = 136;

/** A set of articles: its head, and its rows or why there are none. */
export function RowsView(props: RowsViewProps) {
  const { app, place, name, view, answer, lists, selection, picked, queue, isNarrow, sorting } = props;
  const later = app.later.value;
  const list = place.kind === 'list' ? lists.find(({ id }) => id === place.listId) : undefined;
  const count = view.isPresent ? view.count : undefined;
  if (place.kind === 'list' && !list && app.lists.value.status === 'ready') {
    return later ? <later.GoneList name={name} /> : null;
  }
  return (
    <>
      <RowsHead {...props} list={list} count={count} />
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
          picked={picked}
          reasons={queue && new Map(queue.map(({ id, reason }) => [id, reason]))}
          rowHeight={isNarrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT}
          move={
            list &&
            ((articleId, { beforeId }) => app.history.record(app.actions.moveInList(list.id, articleId, beforeId)))
          }
        />
      )}
      {later && picked.isOn && (
        <later.BulkBar
          app={app}
          place={place}
          picked={picked}
          lists={lists}
          count={answer?.count ?? view.ids.length}
          readAll={async () =>
            place.kind === 'search' && answer && answer.count > view.ids.length
              ? (await app.loadTools()).findAll(place.typed)
              : view.ids
          }
        />
      )}
    </>
  );
}

/** What stands above the rows, by the kind of their place. A search has its own above. */
function RowsHead({ app, place, name, list, lists, count, queue, sorting, sort, picked }: RowsViewProps & HeadProps) {
  const later = app.later.value;
  const tools = (
    <>
      {sorting !== undefined && count !== undefined && count > 1 && <SortChips sorting={sorting} choose={sort} />}
      {count !== undefined && count > 1 && <SelectChip picked={picked} />}
    </>
  );
  if (place.kind === 'search') return null;
  if (place.kind === 'time') return later ? <later.QueueHead app={app} minutes={place.minutes} queue={queue} /> : null;
  if (list && later) {
    return (
      <later.ListEditor key={list.id} app={app} list={list} lists={lists} count={count}>
        {tools}
      </later.ListEditor>
    );
  }
  if (place.kind === 'tag' && later) {
    return (
      <later.TagHead key={place.tagKey} app={app} tagKey={place.tagKey} name={name} count={count}>
        {tools}
      </later.TagHead>
    );
  }
  if (place.kind === 'shelf' && place.shelf === 'trash' && later) {
    return (
      <later.TrashHead app={app} name={name} count={count}>
        {tools}
      </later.TrashHead>
    );
  }
  return (
    <ViewHead name={name} count={count}>
      {place.kind === 'shelf' && place.shelf === 'inbox' && count !== undefined && count > 0 && (
        <>
          <TimeChips app={app} />
          {later && <later.ReviewChip app={app} />}
        </>
      )}
      {tools}
    </ViewHead>
  );
}

interface HeadProps {
  readonly list: List | undefined;
  readonly count: number | undefined;
}
