import type { NodeRange } from '../../lib/reader/anchoring/article-text.ts';

/** A range that can be measured. */
export function liveRange({ startContainer, startOffset, endContainer, endOffset }: NodeRange): Range {
  const range = new Range();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}

/** Scrolls so that a rectangle of the window comes to a third of its height, unless it is well in view. */
export function bringIntoView({ top, bottom }: DOMRect): void {
  const isInView = top > 80 && bottom < innerHeight - 80;
  if (!isInView) scrollBy({ top: top - innerHeight / 3 });
}
