import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PassageFilter } from '../../lib/app/notebook.ts';
import type { NotesDesk } from '../../lib/app/notes-desk.ts';
import type { List } from '../../lib/article/list.ts';
import type { Passage } from '../../lib/article/passage.ts';
import { chooseForReview } from '../../lib/library/review.ts';
import { formatCount } from '../../lib/library/row-facts.ts';
import { passagesMarkdown } from '../../lib/reader/passages-markdown.ts';
import { useLive } from '../controls/use-live.ts';
import { StrandedNotes } from '../notes/StrandedNotes.tsx';
import { EmptyState } from './EmptyState.tsx';
import { FailedState } from './FailedState.tsx';
import type { LibraryApp } from './library-app.ts';
import { NotesFilters } from './NotesFilters.tsx';
import { type NotesAsked, parseNotesQuery, writeNotesQuery } from './notes-query.ts';
import { PassageItem } from './PassageItem.tsx';
import { emptyWordsOf } from './place-words.ts';
import { ReviewCard } from './ReviewCard.tsx';
import './notes-view.css';

/** More is read only of a library that has more; it says so. */
const MOST_READ = 3000;
const PAGE = 60;

interface NotesViewProps {
  readonly app: LibraryApp;
  readonly desk: NotesDesk;
  /** What is asked for, as the address holds it. */
  readonly query: string;
  readonly total: number | undefined;
  readonly lists: readonly List[];
}

/** All that the reader marked and wrote, across the library: to be searched, narrowed, edited, reviewed and taken out. */
export function NotesView({ app, desk, query, total, lists }: NotesViewProps) {
  const loaded = useLive(() => desk.notebook.passages(MOST_READ), []);
  const asked = useMemo(() => parseNotesQuery(query, app.now()), [app, query]);
  const { filter, isByArticle } = asked;
  const [shown, setShown] = useState(PAGE);
  const ask = (change: Partial<NotesAsked>) => {
    const next = writeNotesQuery({ ...asked, ...change }, app.now());
    app.routing.replace({ place: { kind: 'notes', ...(next !== '' && { query: next }) } });
  };
  const narrow = (change: PassageFilter) => {
    ask({ filter: { ...filter, ...change } });
    setShown(PAGE);
  };
  const all = loaded.status === 'ready' ? loaded.value : undefined;
  const found = useMemo(
    () => all && order(desk.notebook.filter(all, filter), isByArticle),
    [desk, all, filter, isByArticle],
  );
  const page = useMemo(() => found?.slice(0, shown), [found, shown]);
  const unplaced = useUnplaced(desk, page);
  if (loaded.status === 'failed') return <FailedState error={loaded.error} />;
  const isNarrowed = found && all && found.length < all.length;
  return (
    <div class="page notes-page">
      <h1>Notes &amp; highlights</h1>
      <StrandedNotes read={desk.readStranded} moment={all} />
      {all?.length === 0 && <EmptyState words={emptyWordsOf({ kind: 'notes' })} />}
      {all && all.length > 0 && (
        <>
          <NotesFilters
            passages={all}
            lists={lists}
            filter={filter}
            narrow={narrow}
            isByArticle={isByArticle}
            setByArticle={(isByArticle) => ask({ isByArticle })}
            now={app.now()}
          />
          {found && <TakeOut app={app} found={found} isNarrowed={isNarrowed === true} />}
          {!isNarrowed && <Review app={app} desk={desk} passages={all} />}
        </>
      )}
      {found?.length === 0 && all && all.length > 0 && (
        <p class="muted notes-none">Nothing here with all of this. Take away a condition, or search for fewer words.</p>
      )}
      <ol class="notes">
        {page?.map((passage, i) => (
          <PassageItem
            key={passage.id}
            app={app}
            desk={desk}
            passage={passage}
            isUnplaced={unplaced.has(passage.id)}
            isFirstOfArticle={isByArticle && page[i - 1]?.article.id !== passage.article.id}
          />
        ))}
      </ol>
      {found && found.length > shown && (
        <button type="button" class="button" onClick={() => setShown(shown + PAGE)}>
          Show more of {formatCount(found.length)}
        </button>
      )}
      {all && total !== undefined && total > all.length && (
        <p class="small muted">
          The latest {formatCount(all.length)} of {formatCount(total)}. The others stand beside their articles.
        </p>
      )}
    </div>
  );
}

/** Ids of marks whose words are not in the text that their article shows now. Empty until that is known. */
function useUnplaced(desk: NotesDesk, passages: readonly Passage[] | undefined): ReadonlySet<string> {
  const [unplaced, setUnplaced] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (!passages) return;
    let isLeft = false;
    desk.findUnplaced(passages.flatMap(({ mark }) => mark ?? [])).then(
      (found) => {
        if (!isLeft) setUnplaced(found);
      },
      // A text that can't be read is told of where it is opened; here nothing is said of its marks.
      () => undefined,
    );
    return () => {
      isLeft = true;
    };
  }, [desk, passages]);
  return unplaced;
}

/** What is shown, as Markdown: on the clipboard, or as a file. */
function TakeOut({ app, found, isNarrowed }: { app: LibraryApp; found: readonly Passage[]; isNarrowed: boolean }) {
  const count = `${formatCount(found.length)} ${isNarrowed ? 'found' : found.length === 1 ? 'passage' : 'passages'}`;
  const copy = async () => {
    await navigator.clipboard.writeText(passagesMarkdown(found));
    app.history.say(`Copied ${count} as Markdown`);
    return undefined;
  };
  return (
    <div class="notes-out">
      <p class="small muted number" role="status">
        {count}
      </p>
      <button type="button" class="button" disabled={found.length === 0} onClick={() => app.history.record(copy())}>
        Copy as Markdown
      </button>
      <button
        type="button"
        class="button"
        disabled={found.length === 0}
        onClick={() => app.saveText('lectern-notes.md', passagesMarkdown(found), 'text/markdown')}
      >
        Save as file
      </button>
    </div>
  );
}

/** Chosen once for each visit, so that an answer does not bring others up. */
function Review({ app, desk, passages }: { app: LibraryApp; desk: NotesDesk; passages: readonly Passage[] }) {
  const [chosen, setChosen] = useState<readonly string[]>();
  useEffect(() => {
    const marks = passages.flatMap(({ mark }) => mark ?? []);
    if (chosen === undefined) setChosen(chooseForReview(marks, app.now()).map(({ id }) => id));
  }, [passages, chosen, app]);
  const marks = (chosen ?? []).flatMap((id) => passages.find((passage) => passage.id === id) ?? []);
  return marks.length === 0 ? null : <ReviewCard app={app} desk={desk} passages={marks} />;
}

/** Articles in the order of their latest passage, and within each as in the text. */
function order(passages: readonly Passage[], isByArticle: boolean): readonly Passage[] {
  if (!isByArticle) return passages;
  return [...Map.groupBy(passages, ({ article }) => article.id).values()].flatMap((group) =>
    group.toSorted((a, b) => (a.mark?.position?.start ?? -1) - (b.mark?.position?.start ?? -1)),
  );
}
