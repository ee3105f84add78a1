import { lengthOf, type TextBlock } from './blocks.ts';
import { lastAbove, type Measure, shareAbove } from './geometry.ts';

/**
 * Share of the text above the bottom edge of the window, 0 to 1: 1 once the last line is in view, 0 for no text at all.
 * By length of text and not by pixels, so a tall picture counts for nothing.
 */
export function progressAt(blocks: readonly TextBlock[], bottomEdge: number, measure: Measure): number {
  const index = lastAbove(blocks, bottomEdge, measure);
  const block = blocks[index];
  const edges = block && measure(block.element);
  if (!block || !edges) return 0;
  const share = shareAbove(edges, bottomEdge);
  // What is folded away at the end keeps no one from finishing.
  const isLast = share === 1 && !blocks.slice(index + 1).some(({ element }) => measure(element));
  return isLast ? 1 : (block.startLength + share * block.text.length) / lengthOf(blocks);
}
