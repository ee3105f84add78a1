import type { ReadingPosition } from '../article/reading.ts';
import { lengthOf, type TextBlock } from './blocks.ts';
import { lastAbove, type Measure, shareAbove } from './geometry.ts';

const ANCHOR_LENGTH = 64;

export interface PlaceInText {
  readonly element: Element;
  /** Share of the element's height that belongs above the top edge, 0 to 1. */
  readonly fraction: number;
}

/** Says in words, not pixels, which text stands at the top edge. Within a picture it is the end of the text before it. */
export function describePosition(blocks: readonly TextBlock[], topEdge: number, measure: Measure): ReadingPosition {
  const index = Math.max(0, lastAbove(blocks, topEdge, measure));
  const block = blocks[index];
  if (!block) return { anchorText: '', anchorOccurrence: 0, fraction: 0 };
  const edges = measure(block.element);
  const share = edges ? shareAbove(edges, topEdge) : 0;
  const anchorText = anchorOf(block);
  return {
    anchorText,
    anchorOccurrence: blocks.slice(0, index).filter((earlier) => anchorOf(earlier) === anchorText).length,
    fraction: (block.startLength + share * block.text.length) / lengthOf(blocks),
  };
}

/**
 * Finds the place again, in whatever font, width or window. If the text was changed and the anchor is gone, the fraction
 * decides. Absent only if there is no text.
 */
export function findPosition(blocks: readonly TextBlock[], position: ReadingPosition): PlaceInText | undefined {
  const seenLength = position.fraction * lengthOf(blocks);
  const sameAnchor = blocks.filter((block) => anchorOf(block) === position.anchorText);
  const block = sameAnchor[position.anchorOccurrence] ?? blockAt(blocks, seenLength);
  return block && { element: block.element, fraction: shareSeen(block, seenLength) };
}

function anchorOf({ text }: TextBlock): string {
  return text.slice(0, ANCHOR_LENGTH);
}

function blockAt(blocks: readonly TextBlock[], length: number): TextBlock | undefined {
  return blocks.findLast((block) => block.startLength <= length) ?? blocks[0];
}

/** In a changed text the anchor may have moved away from the fraction; then its block begins at the edge. */
function shareSeen({ startLength, text }: TextBlock, length: number): number {
  const share = (length - startLength) / text.length;
  const isInBlock = share > -0.001 && share < 1.001;
  return isInBlock ? Math.min(1, Math.max(0, share)) : 0;
}
