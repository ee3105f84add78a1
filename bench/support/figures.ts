/** What a series of measurements comes to. Milliseconds, or bytes for heaps. */
export interface Figure {
  readonly median: number;
  readonly p95: number;
}

/** @throws RangeError if nothing was measured. */
export function figureOf(values: readonly number[]): Figure {
  return { median: quantile(values, 0.5), p95: quantile(values, 0.95) };
}

/** The value below which this share of the values lies, between two of them in proportion. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new RangeError('Nothing was measured.');
  return below + (above - below) * (place - Math.floor(place));
}
