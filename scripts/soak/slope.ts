/** How a row of measurements goes on: by the median of the slopes between each two of them (Theil and Sen), which some wild ones do not move. */
export interface Trend {
  /** Per unit of `x`. */
  readonly slope: number;
  /** The slope lies above this with a probability of some 97.5 %. */
  readonly least: number;
  readonly median: number;
}

export interface Measured {
  readonly x: number;
  readonly y: number;
}

/** @throws Error for fewer than three measurements */
export function trendOf(measured: readonly Measured[]): Trend {
  const count = measured.length;
  if (count < 3) throw new Error(`${count} measurements have no trend.`);
  const slopes = measured
    .flatMap((one, i) => measured.slice(i + 1).map((other) => (other.y - one.y) / (other.x - one.x)))
    .sort((a, b) => a - b);
  // Sen 1968: the interval by the spread of Kendall's statistic, without its correction for ties.
  const spread = Math.sqrt((count * (count - 1) * (2 * count + 5)) / 18);
  const lowest = Math.max(0, Math.floor((slopes.length - 1.96 * spread) / 2));
  const values = measured.map(({ y }) => y).sort((a, b) => a - b);
  return { slope: medianOf(slopes), least: slopes[lowest] ?? 0, median: medianOf(values) };
}

function medianOf(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
