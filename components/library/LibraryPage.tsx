import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ArticleDetail, Live } from '../../lib/app/library.ts';
import { Icon } from '../controls/Icon.tsx';
import { UndoBar } from '../controls/UndoBar.tsx';
import { useLater } from '../controls/use-later.ts';
import { valueOr } from '../controls/use-live.ts';
import { DetailPane } from './DetailPane.tsx';
import type { LibraryApp } from './library-app.ts';
import { nameOf } from './place-words.ts';
import { RowsView } from './RowsView.tsx';
import { type Place, parseRoute, searchFor, viewOf } from './route.ts';
import { SearchField } from './SearchField.tsx';
import { SearchHead } from './SearchHead.tsx';
import { Sidebar } from './Sidebar.tsx';
import type { Sorting } from './SortChips.tsx';
import { useFound } from './use-found.ts';
import { useLibraryKeys } from './use-library-keys.ts';
import { NARROW, useMedia, WIDE } from './use-media.ts';
import { usePicked } from './use-picked.ts';
import { useQueue } from './use-queue.ts';
import { useSelection } from './use-selection.ts';
import { useSettled } from './use-settled.ts';
import { useViewIds } from './use-view-ids.ts';
import '../controls/colours.css';
import './library.css';

const NO_ARTICLE: Live<ArticleDetail | undefined> = signal({ status: 'ready', value: undefined });

/** The library: places at the left, articles in the middle, one of them at the right. */
export function LibraryPage({ app }: { app: LibraryApp }) {
  const { routing } = app;
  const { place } = routing.route.value;
  const isWide = useMedia(WIDE);
  const isNarrow = useMedia(NARROW);
  const [sorting, setSorting] = useState<Sorting>('newest');
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [areKeysShown, setKeysShown] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const beforeSearch = useRef<Place>(parseRoute('').place);
  if (place.kind !== 'search') beforeSearch.current = place;

  const counts = valueOr(app.counts.value, undefined);
  const total = counts && counts.shelves.inbox + counts.shelves.archive;
  const listsRead = valueOr(app.lists.value, undefined);
  const lists = listsRead ?? [];
  const later = app.later.value;
  const rows = viewOf(place);
  const isSorted = place.kind === 'shelf' || place.kind === 'tag';
  const view = useViewIds(app, place, isSorted && sorting === 'oldest');
  const selection = useSelection(routing, view, isWide);
  const { selectedId } = selection;
  const picked = usePicked(view.key, view.ids);
  const queue = useQueue(app, place);
  const read = useSettled(selectedId ?? '', () =>
    selectedId === undefined ? NO_ARTICLE : app.library.article(selectedId),
  );
  const detail = read.status === 'ready' ? read.value : undefined;
  const isDetailShown = selection.isOpen && detail !== undefined;
  const Keys = useLater(
    () => import('./LibraryKeysDialog.tsx').then(({ LibraryKeysDialog }) => LibraryKeysDialog),
    areKeysShown,
  );
  const notes = useLater(async () => {
    const [{ NotesView }, desk] = await Promise.all([import('./NotesView.tsx'), app.loadNotesDesk()]);
    return { NotesView, desk };
  }, place.kind === 'notes');
  const typed = place.kind === 'search' ? place.typed : '';
  const answer = useFound(app, place);
  const name = nameOf(place, listsRead, counts?.tags ?? []);

  useEffect(() => {
    document.title = `${name} · Lectern`;
  }, [name]);

  const focus = (selector: string) => root.current?.querySelector<HTMLElement>(selector)?.focus();
  const endSearch = () => {
    if (place.kind === 'search') routing.replace({ place: beforeSearch.current });
  };
  function search(next: string) {
    if (next.trim() === '') return endSearch();
    const to = { place: searchFor(next, place.kind === 'search' ? (place.order ?? 'relevance') : 'relevance') };
    if (place.kind === 'search') routing.replace(to);
    else routing.go(to);
  }
  const searches = valueOr(app.searches.value, []);
  function keepOf(words: string) {
    const kept = searches.find(({ query }) => query === words.trim());
    const toggle = async () => {
      const tools = await app.loadTools();
      app.history.record(kept ? tools.forgetSearch(kept) : tools.saveSearch(words, words));
    };
    return { isKept: kept !== undefined, toggle };
  }
  function closeMenu() {
    if (!isMenuOpen) return;
    setMenuOpen(false);
    focus('.menu-opener');
  }
  function close() {
    if (isMenuOpen) closeMenu();
    else if (picked.isOn) picked.end();
    else if (selection.isOpen && !isWide) selection.close();
    else endSearch();
  }

  useLibraryKeys({
    app,
    place,
    selection,
    picked,
    // What belongs to another article must not be acted on.
    detail: detail?.article.id === selectedId ? detail : undefined,
    lists,
    focusSearch: () => focus('.find input'),
    // After the details were drawn, if they were not.
    focusNote: () => requestAnimationFrame(() => focus('.detail textarea')),
    close,
    showKeys: () => setKeysShown(true),
    // A review has keys of its own.
    isOff: areKeysShown || place.kind === 'review',
  });

  return (
    <div class="library" ref={root} data-detail={isDetailShown} data-picking={rows !== undefined && picked.isOn}>
      <Sidebar
        app={app}
        place={place}
        counts={counts}
        lists={lists}
        showKeys={() => setKeysShown(true)}
        isOverlay={isNarrow}
        isOpen={isMenuOpen}
        close={closeMenu}
        leave={() => setMenuOpen(false)}
      />
      <main inert={isNarrow && isDetailShown}>
        <div class="top">
          {isNarrow && (
            <button
              type="button"
              class="icon-button menu-opener"
              aria-label="Menu"
              aria-expanded={isMenuOpen}
              onClick={() => setMenuOpen(true)}
            >
              <Icon name="menu" />
            </button>
          )}
          <SearchField
            app={app}
            typed={typed}
            found={place.kind === 'search' ? answer?.count : undefined}
            type={search}
            clear={endSearch}
            enterRows={() => selection.enter()}
          />
        </div>
        {place.kind === 'search' && (
          <SearchHead
            typed={place.typed}
            order={place.order ?? 'relevance'}
            answer={answer}
            choose={(order) => routing.replace({ place: searchFor(place.typed, order) })}
            type={search}
            keep={keepOf(place.typed)}
            picked={picked}
          />
        )}
        {place.kind === 'notes' && notes && (
          <notes.NotesView app={app} desk={notes.desk} query={place.query ?? ''} total={counts?.notes} lists={lists} />
        )}
        {place.kind === 'review' && later && <later.ReviewView app={app} />}
        {place.kind === 'statistics' && later && <later.StatisticsView app={app} trashed={counts?.shelves.trash} />}
        {place.kind === 'settings' && later && <later.SettingsView app={app} />}
        {place.kind === 'privacy' && later && <later.PrivacyView app={app} total={total} />}
        {rows && (
          <RowsView
            app={app}
            place={rows}
            name={name}
            view={view}
            answer={answer}
            lists={lists}
            selection={selection}
            picked={picked}
            queue={queue}
            isNarrow={isNarrow}
            sorting={isSorted ? sorting : undefined}
            sort={setSorting}
          />
        )}
      </main>
      {isDetailShown && (
        <DetailPane
          app={app}
          detail={detail}
          lists={lists}
          overlay={isWide ? undefined : { name, takesFocus: isNarrow, close: selection.close }}
        />
      )}
      <UndoBar history={app.history} />
      {areKeysShown && Keys && <Keys close={() => setKeysShown(false)} />}
    </div>
  );
}
