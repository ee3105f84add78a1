import { COLOURS } from '../../lib/article/list.ts';
import type { PlacedMark } from '../../lib/reader/anchoring/place-marks.ts';

/**
 * Paints marks with the CSS Custom Highlight API: the article's elements stay as they are. Pictures, which it does not
 * know, carry an attribute. `StaticRange`, because the browser would follow each change of the page for live ones.
 */
export function paintMarks(root: Element, placed: readonly PlacedMark[], activeId: string | undefined): void {
  for (const colour of COLOURS) {
    const ranges = placed.flatMap(({ mark, range }) => (range && mark.colour === colour ? new StaticRange(range) : []));
    CSS.highlights.set(`mark-${colour}`, new Highlight(...ranges));
  }
  const active = new Highlight(
    ...placed.flatMap(({ mark, range }) => (range && mark.id === activeId ? new StaticRange(range) : [])),
  );
  active.priority = 1;
  CSS.highlights.set('mark-active', active);
  for (const picture of root.querySelectorAll('img[data-mark]')) picture.removeAttribute('data-mark');
  for (const { mark, picture } of placed) picture?.setAttribute('data-mark', mark.colour);
}
