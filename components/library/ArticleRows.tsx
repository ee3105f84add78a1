import { useLayoutEffect, useState } from 'preact/hooks';
import type { ArticleRow as Row, SearchAnswer } from '../../lib/app/library.ts';
import type { ArticleId } from '../../lib/article/ids.ts';
import type { List } from '../../lib/article/list.ts';
import { trashFacts } from '../../lib/library/trash-facts.ts';
import { ArticleRow } from './ArticleRow.tsx';
import { ARTICLE_DRAG, carries, gapAt } from './drag.ts';
import type { LibraryApp } from './library-app.ts';
import { type Move, moveByStep, moveToGap } from './order.ts';
import { useFoundTexts } from './use-found.ts';
import { useHeldFocus } from './use-held-focus.ts';
import type { Picked } from './use-picked.ts';
import { useRowWindow } from './use-row-window.ts';
import { useRows } from './use-rows.ts';
import type { Selection } from './use-selection.ts';
import './rows.css';

interface ArticleRowsProps {
  readonly app: LibraryApp;
  readonly label: string;
  readonly ids: readonly ArticleId[];
  /** The search that found them. */
  readonly search: { readonly typed: string; readonly answer: SearchAnswer } | undefined;
  /** Whether they are about to be replaced by those of another view. */
  readonly isStale: boolean;
  /** Changes with the view; the rows then begin at the top. */
  readonly viewKey: string;
  /** The lists to name in the rows. */
  readonly lists: readonly List[];
  readonly selection: Selection;
  readonly picked: Picked;
  /** Why each is here, where a choice was made. */
  readonly reasons: ReadonlyMap<ArticleId, string> | undefined;
  /** Pixels. */
  readonly rowHeight: number;
  /** Given where the reader orders by hand. */
  readonly move?: ((articleId: ArticleId, move: Move<ArticleId>) => void) | undefined;
}

const trashReason = ({ reading: { trashedAt } }: Row, now: number): string | undefined =>
  trashedAt === undefined ? undefined : trashFacts(trashedAt, now);

/** The articles of a view, drawn only where they are seen. */
export function ArticleRows({
  app,
  label,
  ids,
  search,
  isStale,
  viewKey,
  lists,
  selection,
  picked,
  reasons,
  rowHeight,
  move,
}: ArticleRowsProps) {
  const rows = useRowWindow(ids.length, rowHeight);
  const drawn = ids.slice(rows.first, rows.last);
  const rowOf = useRows(app.library, drawn);
  const foundIn = useFoundTexts(app.library, search, drawn);
  const isFocusHeld = useHeldFocus(ids);
  const [gap, setGap] = useState<number>();
  const { selectedId } = selection;
  const tabStop = selectedId !== undefined && drawn.includes(selectedId) ? selectedId : drawn[0];

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new view begins at the top, unless an article is selected.
  useLayoutEffect(() => {
    const index = selectedId === undefined ? 0 : ids.indexOf(selectedId);
    if (index >= 0) rows.reveal(index);
  }, [viewKey, selectedId, rowHeight]);

  useLayoutEffect(() => {
    const link = rows.box.current?.querySelector<HTMLElement>('[aria-current]');
    if (!link || !selection.wantsFocus.current || document.activeElement === link) return;
    link.focus({ preventScroll: true });
    // Behind open details the rows are inert; the wish stands until they are not.
    selection.wantsFocus.current = document.activeElement !== link;
  });

  function press(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
    if (step === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.altKey) {
      const target = selectedId !== undefined && move ? moveByStep(ids, selectedId, step) : undefined;
      if (selectedId === undefined || !target) return;
      selection.wantsFocus.current = true;
      move?.(selectedId, target);
    } else selection.step(step);
    event.preventDefault();
  }

  function drop(event: DragEvent) {
    const id = event.dataTransfer?.getData(ARTICLE_DRAG) as ArticleId | undefined;
    const target = id && gap !== undefined ? moveToGap(ids, id, gap) : undefined;
    setGap(undefined);
    if (!id || !target) return;
    event.preventDefault();
    move?.(id, target);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows are heard from the links inside.
    <div
      class="rows"
      aria-busy={isStale}
      ref={rows.box}
      onScroll={rows.onScroll}
      onKeyDown={press}
      onFocusIn={() => {
        isFocusHeld.current = true;
      }}
      onFocusOut={(event) => {
        if (event.relatedTarget === null) return;
        // The focus went elsewhere by the reader's will, not because its row was taken away.
        selection.wantsFocus.current = false;
        isFocusHeld.current = false;
      }}
      onDragLeave={(event) => {
        if (event.target === event.currentTarget) setGap(undefined);
      }}
      onDrop={drop}
      onDragEnd={() => setGap(undefined)}
    >
      <ol aria-label={label} style={{ paddingTop: `${rows.paddingTop}px`, paddingBottom: `${rows.paddingBottom}px` }}>
        {drawn.map((id, i) => {
          const index = rows.first + i;
          const row = rowOf(id);
          return (
            <li
              key={id}
              class="row"
              style={{ height: `${rowHeight}px` }}
              aria-setsize={ids.length}
              aria-posinset={index + 1}
              data-selected={id === selectedId}
              data-picking={picked.isOn}
              data-gap={gap === index ? 'before' : gap === index + 1 && gap === ids.length ? 'after' : undefined}
              draggable={row !== undefined}
              onDblClick={() => app.routing.leave(app.readerAddress(id))}
              onDragStart={(event) => {
                event.dataTransfer?.setData(ARTICLE_DRAG, id);
                if (row) event.dataTransfer?.setData('text/uri-list', row.article.url);
              }}
              onDragOver={(event) => {
                if (!move || !carries(event, ARTICLE_DRAG)) return;
                event.preventDefault();
                setGap(gapAt(event, event.currentTarget, index));
              }}
            >
              {row && (
                <ArticleRow
                  row={row}
                  pace={app.settings.settings.value.pace}
                  found={foundIn.get(id)}
                  places={search?.answer.places.get(id)}
                  reason={reasons?.get(id) ?? trashReason(row, app.now())}
                  pick={{
                    isOn: picked.isOn,
                    isPicked: picked.ids.has(id),
                    toggle: (asRange) => picked.toggle(id, asRange),
                  }}
                  lists={lists}
                  isSelected={id === selectedId}
                  isTabStop={id === tabStop}
                  address={app.readerAddress(id)}
                  select={() => selection.open(id)}
                />
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
