import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ArticleId } from '../../lib/article/ids.ts';
import { heirOf, stepTo } from './order.ts';
import { keyOf } from './route.ts';
import type { Routing } from './routing.ts';

/** Which article the keys act on, and whether its details are shown. */
export interface Selection {
  readonly selectedId: ArticleId | undefined;
  readonly isOpen: boolean;
  /** Set to have the selected row take the focus as soon as it is drawn. */
  readonly wantsFocus: { current: boolean };
  /** Selects an article and shows its details. */
  readonly open: (articleId: ArticleId) => void;
  /** Selects the neighbour and gives it the focus. */
  readonly step: (by: 1 | -1) => void;
  /** Gives the selected row the focus, or the first. */
  readonly enter: () => void;
  readonly close: () => void;
}

interface Here {
  readonly key: string;
  readonly articleId: ArticleId | undefined;
}

/** The ids on screen, and the place they belong to. */
export interface ShownIds {
  readonly key: string;
  readonly ids: readonly ArticleId[];
}

/**
 * With room for three columns the selection is in the address and its details are always seen. With less, the address holds
 * the article whose details lie over the rows, so that Back closes them, and the selection is only this page's.
 */
export function useSelection(routing: Routing, { key, ids }: ShownIds, isWide: boolean): Selection {
  const { place, articleId } = routing.route.value;
  const [here, setHere] = useState<Here>({ key, articleId: undefined });
  const wantsFocus = useRef(false);
  const latest = useRef<ArticleId | undefined>(undefined);
  // While the rows of the next place are on their way, the former ones stand, with what was selected among them.
  const isPending = keyOf(place) !== key;
  const local = here.key === key ? here.articleId : undefined;
  const selectedId = isPending ? latest.current : (articleId ?? local ?? (isWide ? ids[0] : undefined));
  latest.current = selectedId;
  const isOpen = selectedId !== undefined && (isWide || articleId !== undefined);

  function select(id: ArticleId) {
    setHere({ key, articleId: id });
    if (isWide || articleId !== undefined) routing.replace({ place, articleId: id });
  }

  const former = useRef<ShownIds>({ key, ids });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the rows can take the selected one away.
  useLayoutEffect(() => {
    const before = former.current;
    former.current = { key, ids };
    // What is asked for in another place is not handed on to what is left in this one.
    if (isPending || before.key !== key || selectedId === undefined) return;
    if (!before.ids.includes(selectedId) || ids.includes(selectedId)) return;
    const heir = heirOf(before.ids, ids, selectedId);
    setHere({ key, articleId: heir });
    if (articleId === undefined) return;
    if (isWide && heir !== undefined) routing.replace({ place, articleId: heir });
    else routing.close({ place });
  }, [key, ids]);

  return {
    selectedId,
    isOpen,
    wantsFocus,
    open(id) {
      if (isWide || articleId !== undefined) return select(id);
      setHere({ key, articleId: id });
      routing.go({ place, articleId: id });
    },
    step(by) {
      const next = stepTo(ids, selectedId, by);
      if (next === undefined) return;
      wantsFocus.current = true;
      select(next);
    },
    enter() {
      const target = selectedId ?? ids[0];
      if (target === undefined) return;
      wantsFocus.current = true;
      select(target);
    },
    close() {
      if (selectedId !== undefined) setHere({ key, articleId: selectedId });
      wantsFocus.current = true;
      routing.close({ place });
    },
  };
}
