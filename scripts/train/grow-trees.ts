import type { Forest, Tree } from '../../lib/capture/score/forest.ts';

export interface GrowOptions {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  /** Share of the features that each tree may look at. */
  readonly features: number;
  readonly seed: number;
  /** Ridge on the value of a leaf, in units of weight. */
  readonly ridge: number;
  readonly leastWeight: number;
}

const BINS = 32;

/**
 * Gradient boosting with histograms, second order, leaf by leaf (as LightGBM, Ke et al. 2017). `rows` are of equal
 * length; `weights` are at least 0.
 */
export function growForest(
  rows: readonly Float32Array[],
  labels: Uint8Array,
  weights: Float64Array,
  options: GrowOptions,
): Forest {
  const count = rows.length;
  const width = rows[0]?.length ?? 0;
  const random = seeded(options.seed);
  const edges = Array.from({ length: width }, (_, feature) => edgesOf(rows, feature));
  // A row's bins lie side by side: a histogram over all features reads each row once.
  const bins = new Uint8Array(count * width);
  for (let row = 0; row < count; row++)
    for (let f = 0; f < width; f++) bins[row * width + f] = binOf(edges[f] ?? [], rows[row]?.[f] ?? 0);
  let positive = 0;
  let all = 0;
  for (let row = 0; row < count; row++) {
    all += weights[row] ?? 0;
    positive += (weights[row] ?? 0) * (labels[row] ?? 0);
  }
  const start = Math.log((positive + 1) / (all - positive + 1));
  const grown: Grown = {
    width,
    edges,
    bins,
    score: new Float64Array(count).fill(start),
    gradient: new Float64Array(count),
    hessian: new Float64Array(count),
  };
  const usable = Int32Array.from({ length: count }, (_, row) => row).filter((row) => (weights[row] ?? 0) > 0);
  const trees: Tree[] = [];
  for (let tree = 0; tree < options.trees; tree++) {
    for (let row = 0; row < count; row++) {
      const p = 1 / (1 + Math.exp(-(grown.score[row] ?? 0)));
      grown.gradient[row] = (weights[row] ?? 0) * (p - (labels[row] ?? 0));
      grown.hessian[row] = (weights[row] ?? 0) * Math.max(1e-6, p * (1 - p));
    }
    const features = Array.from({ length: width }, (_, f) => f).filter(
      (f) => (edges[f]?.length ?? 0) > 0 && random() < options.features,
    );
    trees.push(growTree(grown, usable, features, options));
  }
  return { start: rounded(start, 4), trees };
}

interface Grown {
  readonly width: number;
  readonly edges: readonly (readonly number[])[];
  readonly bins: Uint8Array;
  readonly score: Float64Array;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

interface Leaf {
  readonly rows: Int32Array;
  /** Gradient and hessian by feature and bin. */
  readonly sums: Float64Array;
  readonly split: Split | undefined;
  node?: { readonly split: Split; readonly below: Leaf; readonly above: Leaf };
}

interface Split {
  readonly gain: number;
  readonly feature: number;
  readonly bin: number;
}

function growTree(grown: Grown, usable: Int32Array, features: readonly number[], options: GrowOptions): Tree {
  const { bins, width, edges } = grown;
  const columns = Int32Array.from(features);
  const makeLeaf = (rows: Int32Array, sums: Float64Array): Leaf => ({
    rows,
    sums,
    split: bestSplit(sums, features, edges, options),
  });
  const leaves: Leaf[] = [makeLeaf(usable, sumsOf(grown, usable, columns))];
  const [root] = leaves;
  while (leaves.length < options.leaves) {
    let at = -1;
    for (const [index, leaf] of leaves.entries())
      if (leaf.split !== undefined && (at < 0 || leaf.split.gain > (leaves[at]?.split?.gain ?? 0))) at = index;
    const leaf = leaves[at];
    const split = leaf?.split;
    if (leaf === undefined || split === undefined) break;
    const isBelow = (row: number): boolean => (bins[row * width + split.feature] ?? 0) <= split.bin;
    const rowsBelow = leaf.rows.filter(isBelow);
    const rowsAbove = leaf.rows.filter((row) => !isBelow(row));
    // The sums of the larger side are what the smaller one leaves of its parent's.
    const isBelowSmaller = rowsBelow.length < rowsAbove.length;
    const small = sumsOf(grown, isBelowSmaller ? rowsBelow : rowsAbove, columns);
    const large = leaf.sums.map((sum, index) => sum - (small[index] ?? 0));
    const below = makeLeaf(rowsBelow, isBelowSmaller ? small : large);
    const above = makeLeaf(rowsAbove, isBelowSmaller ? large : small);
    leaf.node = { split, below, above };
    leaves.splice(at, 1, below, above);
  }
  return root === undefined ? 0 : finish(root, grown, features, options);
}

function sumsOf({ bins, width, gradient, hessian }: Grown, rows: Int32Array, columns: Int32Array): Float64Array {
  const sums = new Float64Array(columns.length * BINS * 2);
  for (const row of rows) {
    const g = gradient[row] as number;
    const h = hessian[row] as number;
    const from = row * width;
    for (let column = 0; column < columns.length; column++) {
      const at = (column * BINS + (bins[from + (columns[column] as number)] as number)) * 2;
      sums[at] = (sums[at] as number) + g;
      sums[at + 1] = (sums[at + 1] as number) + h;
    }
  }
  return sums;
}

function totalOf(sums: Float64Array): readonly [gradient: number, hessian: number] {
  let gradient = 0;
  let hessian = 0;
  for (let bin = 0; bin < BINS; bin++) {
    gradient += sums[bin * 2] ?? 0;
    hessian += sums[bin * 2 + 1] ?? 0;
  }
  return [gradient, hessian];
}

function bestSplit(
  sums: Float64Array,
  features: readonly number[],
  edges: Grown['edges'],
  options: GrowOptions,
): Split | undefined {
  const [G, H] = totalOf(sums);
  if (H < 2 * options.leastWeight) return undefined;
  const worth = (g: number, h: number): number => (g * g) / (h + options.ridge);
  let best: Split | undefined;
  for (const [column, feature] of features.entries()) {
    let g = 0;
    let h = 0;
    for (let bin = 0; bin < (edges[feature]?.length ?? 0); bin++) {
      g += sums[(column * BINS + bin) * 2] as number;
      h += sums[(column * BINS + bin) * 2 + 1] as number;
      if (h < options.leastWeight) continue;
      if (H - h < options.leastWeight) break;
      const gain = worth(g, h) + worth(G - g, H - h) - worth(G, H);
      if (gain > (best?.gain ?? 1e-9)) best = { gain, feature, bin };
    }
  }
  return best;
}

function finish(leaf: Leaf, grown: Grown, features: readonly number[], options: GrowOptions): Tree {
  if (leaf.node !== undefined) {
    const { split, below, above } = leaf.node;
    const threshold = rounded(grown.edges[split.feature]?.[split.bin] ?? 0, 4);
    return [split.feature, threshold, finish(below, grown, features, options), finish(above, grown, features, options)];
  }
  const [G, H] = totalOf(leaf.sums);
  const value = (-G / (H + options.ridge)) * options.rate;
  for (const row of leaf.rows) grown.score[row] = (grown.score[row] ?? 0) + value;
  return rounded(value, 3);
}

/** Shipped with every capture: digits that decide nothing are left out. */
const rounded = (value: number, digits: number): number => Number(value.toPrecision(digits));

/** Upper edges of all bins but the last, between values that occur. */
function edgesOf(rows: readonly Float32Array[], feature: number): readonly number[] {
  const step = Math.max(1, Math.floor(rows.length / 20_000));
  const values = [];
  for (let row = 0; row < rows.length; row += step) values.push(rows[row]?.[feature] ?? 0);
  values.sort((one, other) => one - other);
  const distinct = [...new Set(values)];
  if (distinct.length <= BINS)
    return distinct.slice(0, -1).map((value, at) => (value + (distinct[at + 1] ?? value)) / 2);
  const edges = new Set<number>();
  for (let bin = 1; bin < BINS; bin++) edges.add(values[Math.floor((values.length * bin) / BINS)] ?? 0);
  edges.delete(distinct.at(-1) ?? 0);
  return [...edges].sort((one, other) => one - other);
}

function binOf(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (edges[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** mulberry32: small, and the same on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
