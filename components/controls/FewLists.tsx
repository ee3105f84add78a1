import type { ComponentChild } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { ListId } from '../../lib/article/ids.ts';
import type { List } from '../../lib/article/list.ts';

interface FewListsProps {
  readonly lists: readonly List[];
  /** Those that the article is on: always shown. */
  readonly on: readonly ListId[];
  /** How many of the others are shown before the reader asks. */
  readonly most: number;
  /** Draws one, by its place among all. While this is the same function, nothing is drawn anew. */
  readonly draw: (list: List, index: number, isOn: boolean) => ComponentChild;
}

/** Lists to choose from. An import of bookmarks may bring hundreds: of those only the first, until the others are asked for. */
export function FewLists({ lists, on, most, draw }: FewListsProps) {
  const [areAllShown, showAll] = useState(false);
  const shown = useMemo(
    () =>
      lists.flatMap((list, i) => {
        const isOn = on.includes(list.id);
        return i < most || isOn || areAllShown ? [draw(list, i, isOn)] : [];
      }),
    [lists, on, most, draw, areAllShown],
  );
  const more = lists.length - shown.length;
  return (
    <>
      {shown}
      {(more > 0 || areAllShown) && (
        <button type="button" class="chip" aria-expanded={areAllShown} onClick={() => showAll(!areAllShown)}>
          {areAllShown ? 'Fewer' : `${more} more`}
        </button>
      )}
    </>
  );
}
