import { COLOURS } from '../../lib/article/list.ts';
import type { PlacedMark } from '../../lib/reader/anchoring/place-marks.ts';

/**
 * Gives the function that paints marks with the CSS Custom Highlight API: the article's elements stay as they are. Pictures,
 * which it does not know, carry an attribute. `StaticRange`, because the browser would follow each change of the page for live
 * ones. What is painted already is left alone: a note that is typed changes its mark at each letter, and no colour.
 */
export function marksPainter(): (root: Element, placed: readonly PlacedMark[], activeId: string | undefined) => void {
  const painted = new Map<string, readonly PlacedMark['range'][]>();

  function paint(name: string, priority: number, marks: readonly PlacedMark[]) {
    const ranges = marks.flatMap(({ range }) => range ?? []);
    const before = painted.get(name);
    if (before?.length === ranges.length && before.every((range, i) => range === ranges[i])) return;
    painted.set(name, ranges);
    const highlight = new Highlight(...ranges.map((range) => new StaticRange(range)));
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
  }

  return (root, placed, activeId) => {
    for (const colour of COLOURS) {
      paint(
        `mark-${colour}`,
        0,
        placed.filter(({ mark }) => mark.colour === colour),
      );
    }
    paint(
      'mark-active',
      1,
      placed.filter(({ mark }) => mark.id === activeId),
    );
    const colours = new Map(placed.flatMap(({ mark, picture }) => (picture ? [[picture, mark.colour] as const] : [])));
    for (const picture of root.querySelectorAll('img[data-mark]'))
      if (!colours.has(picture)) picture.removeAttribute('data-mark');
    for (const [picture, colour] of colours)
      if (picture.getAttribute('data-mark') !== colour) picture.setAttribute('data-mark', colour);
  };
}
