/** Pixels in one frame of reference, such as `getBoundingClientRect` gives them. */
export interface Edges {
  readonly top: number;
  readonly bottom: number;
}

/** Where an element stands, or `undefined` while it is not laid out, as inside a closed `details`. */
export type Measure = (element: Element) => Edges | undefined;

/**
 * Index of the last item that begins at or above the edge, -1 if all begin below. The items stand in text order; about
 * twelve of two thousand are measured, since each measurement may cost a layout.
 */
export function lastAbove(items: readonly { readonly element: Element }[], edge: number, measure: Measure): number {
  let found = -1;
  let low = 0;
  let high = items.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const laidOut = lastLaidOut(items, low, middle, measure);
    if (laidOut === undefined) low = middle + 1;
    else if (laidOut.edges.top <= edge) {
      found = laidOut.index;
      low = middle + 1;
    } else high = laidOut.index - 1;
  }
  return found;
}

/** Share of the height between two edges that lies above a third, 0 to 1. */
export function shareAbove({ top, bottom }: Edges, edge: number): number {
  if (edge >= bottom) return 1;
  return edge <= top ? 0 : (edge - top) / (bottom - top);
}

function lastLaidOut(
  items: readonly { readonly element: Element }[],
  first: number,
  last: number,
  measure: Measure,
): { readonly index: number; readonly edges: Edges } | undefined {
  for (let index = last; index >= first; index--) {
    const item = items[index];
    const edges = item && measure(item.element);
    if (edges) return { index, edges };
  }
  return undefined;
}
