export interface RowWindow {
  /** Index of the first row to draw. */
  readonly first: number;
  /** Index after the last row to draw; equal to `first` if there is none. */
  readonly last: number;
  /** Pixels that stand for the rows not drawn. */
  readonly paddingTop: number;
  readonly paddingBottom: number;
}

export interface RowsInView {
  readonly count: number;
  /** Pixels; all rows have the same. */
  readonly rowHeight: number;
  /** Pixels; may be out of range for a moment when the list gets shorter, or while the page bounces. */
  readonly scrollTop: number;
  readonly viewportHeight: number;
  /** Rows drawn beyond either edge, so that a fast scroll shows no gap. */
  readonly overscan: number;
}

/** Which rows of a long list to draw. The total height never changes with the place, so the scroll bar is true. */
export function windowOf({ count, rowHeight, scrollTop, viewportHeight, overscan }: RowsInView): RowWindow {
  const mostScrolled = Math.max(0, count * rowHeight - viewportHeight);
  const top = Math.min(Math.max(0, scrollTop), mostScrolled);
  const first = Math.max(0, Math.floor(top / rowHeight) - overscan);
  const last = Math.min(count, Math.ceil((top + viewportHeight) / rowHeight) + overscan);
  return { first, last, paddingTop: first * rowHeight, paddingBottom: (count - last) * rowHeight };
}
