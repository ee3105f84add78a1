import { useMemo, useRef, useState } from 'preact/hooks';
import type { ArticleId, ListId } from '../../lib/article/ids.ts';
import type { List } from '../../lib/article/list.ts';
import { nestLists, siblingsOf } from '../../lib/library/nest-lists.ts';
import { ARTICLE_DRAG, carries, gapAt, LIST_DRAG } from './drag.ts';
import type { LibraryApp } from './library-app.ts';
import { NewList } from './NewList.tsx';
import { type Move, moveByStep, moveToGap } from './order.ts';
import { keyOf, type Place } from './route.ts';
import { SidebarLink } from './SidebarLink.tsx';

interface SidebarListsProps {
  readonly app: LibraryApp;
  readonly lists: readonly List[];
  readonly counts: ReadonlyMap<ListId, number> | undefined;
  readonly present: string;
  readonly choose: () => void;
}

/** The reader's lists in their order by hand. An article dropped on one is added to it. */
export function SidebarLists({ app, lists, counts, present, choose }: SidebarListsProps) {
  const { actions, history } = app;
  const [gap, setGap] = useState<number>();
  const [target, setTarget] = useState<ListId>();
  const nested = useMemo(() => nestLists(lists), [lists]);
  const chooseNow = useRef(choose);
  chooseNow.current = choose;
  const presentId = present.startsWith('list/') ? present : undefined;
  // Kept from one letter typed above to the next: hundreds of lists would each be compared anew.
  const links = useMemo(
    () =>
      nested.map(({ list }) => {
        const place: Place = { kind: 'list', listId: list.id };
        return (
          <SidebarLink
            key={list.id}
            place={place}
            name={list.name}
            count={counts?.get(list.id)}
            isHere={keyOf(place) === presentId}
            choose={() => chooseNow.current()}
          >
            <span class="dot" data-colour={list.colour} data-icon={list.icon} />
          </SidebarLink>
        );
      }),
    [nested, counts, presentId],
  );
  const siblings = (list: List) => siblingsOf(lists, list).map(({ id }) => id);

  function move(list: List, to: Move<ListId> | undefined) {
    if (to) history.record(actions.moveList(list, to.beforeId));
  }

  function drop(event: DragEvent, list: List) {
    const articleId = event.dataTransfer?.getData(ARTICLE_DRAG) as ArticleId | '' | undefined;
    const dragged = lists.find(({ id }) => id === event.dataTransfer?.getData(LIST_DRAG));
    event.preventDefault();
    if (articleId) history.record(actions.addToList(list, articleId));
    if (dragged && gap !== undefined) {
      // Among those it stands with: before the first of them that lies below the gap.
      const ids = siblings(dragged);
      const below = nested.slice(gap).find((one) => ids.includes(one.list.id));
      move(dragged, moveToGap(ids, dragged.id, below ? ids.indexOf(below.list.id) : ids.length));
    }
    endDrag();
  }

  function endDrag() {
    setGap(undefined);
    setTarget(undefined);
  }

  return (
    <>
      <h2>Lists</h2>
      <ul onDragEnd={endDrag} onDragLeave={endDrag}>
        {nested.map(({ list, isInner }, index) => {
          return (
            <li
              key={list.id}
              draggable
              data-gap={gap === index ? 'before' : gap === index + 1 && gap === lists.length ? 'after' : undefined}
              data-target={target === list.id}
              data-inner={isInner}
              onDragStart={(event) => event.dataTransfer?.setData(LIST_DRAG, list.id)}
              onDragOver={(event) => {
                if (carries(event, LIST_DRAG)) setGap(gapAt(event, event.currentTarget, index));
                else if (carries(event, ARTICLE_DRAG)) setTarget(list.id);
                else return;
                event.preventDefault();
              }}
              onDrop={(event) => drop(event, list)}
              onKeyDown={(event) => {
                const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
                if (!event.altKey || step === undefined) return;
                event.preventDefault();
                move(list, moveByStep(siblings(list), list.id, step));
              }}
            >
              {links[index]}
            </li>
          );
        })}
        <li>
          {/* No function of this render: an effect in there keeps what it is given, the links of this render with it, and through them
          each tree that they ever stood in. */}
          <NewList create={actions.createList} />
        </li>
      </ul>
    </>
  );
}
