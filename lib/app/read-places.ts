import type { ReadingPosition } from '../article/reading.ts';
import { lengthOf, readBlocks } from '../reader/blocks.ts';
import { currentHeading, type Heading, readContents } from '../reader/contents.ts';
import type { Measure } from '../reader/geometry.ts';
import { describePosition, findPosition } from '../reader/position.ts';
import { progressAt } from '../reader/progress.ts';

export type { Heading };

/** Places in a text as it is laid out now. Edges are pixels from the top of the window. */
export interface TextPlaces {
  readonly headings: readonly Heading[];
  /** Whether there is anything to read; a text may consist of pictures only. */
  readonly hasText: boolean;
  readonly headingAt: (topEdge: number) => Heading | undefined;
  /** Share of the text above the edge, 0 to 1. */
  readonly progressAt: (bottomEdge: number) => number;
  readonly positionAt: (topEdge: number) => ReadingPosition;
  /** Where a position stands now, in pixels from the top of the window; absent if there is no text. */
  readonly edgeOf: (position: ReadingPosition) => number | undefined;
}

/** Reads the blocks and headings of a shown text once; the answers follow its layout from then on. */
export function readPlaces(root: Element): TextPlaces {
  const blocks = readBlocks(root);
  const headings = readContents(root);
  return {
    headings,
    hasText: lengthOf(blocks) > 0,
    headingAt: (topEdge) => currentHeading(headings, topEdge, measure),
    progressAt: (bottomEdge) => progressAt(blocks, bottomEdge, measure),
    positionAt: (topEdge) => describePosition(blocks, topEdge, measure),
    edgeOf(position) {
      const place = findPosition(blocks, position);
      const edges = place && measure(place.element);
      return edges && edges.top + place.fraction * (edges.bottom - edges.top);
    },
  };
}

/** A closed `details` gives its content boxes with sizes from before, so boxes alone do not tell what is laid out. */
const measure: Measure = (element) => (element.checkVisibility() ? element.getBoundingClientRect() : undefined);
