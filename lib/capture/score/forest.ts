import forest from './forest.json' with { type: 'json' };

/** A leaf's share of the log-odds, or a question: rows whose feature is at most the threshold go on below. */
export type Tree = number | readonly [feature: number, threshold: number, below: Tree, above: Tree];

export interface Forest {
  readonly start: number;
  readonly trees: readonly Tree[];
}

/** Made by `npm run train:blocks`; see docs/extraction.md. */
export const FOREST = forest as unknown as Forest;

/** The log-odds that the block whose row begins at `from` is part of the article: above 0 it more likely is than not. */
export type ScoreRow = (rows: Float32Array, from: number) => number;

/** Lays the trees out flat: in nested arrays, walking them took twice as long. */
export function scorerOf({ start, trees }: Forest): ScoreRow {
  const size = trees.reduce<number>((sum, tree) => sum + nodesIn(tree), 0);
  /** The feature that is asked for, or -1 for a leaf. */
  const features = new Int16Array(size);
  /** The threshold, or the value of a leaf. Wide: what is a hair below a threshold must not reach it. */
  const values = new Float64Array(size);
  /** Where the answer "above" leads; "below" is the next one. */
  const above = new Int32Array(size);
  const roots = new Int32Array(trees.length);
  let free = 0;
  const lay = (tree: Tree): void => {
    const at = free++;
    if (typeof tree === 'number') {
      features[at] = -1;
      values[at] = tree;
      return;
    }
    features[at] = tree[0];
    values[at] = tree[1];
    lay(tree[2]);
    above[at] = free;
    lay(tree[3]);
  };
  for (const [index, tree] of trees.entries()) {
    roots[index] = free;
    lay(tree);
  }
  return (rows, from) => {
    let sum = start;
    for (let tree = 0; tree < roots.length; tree++) {
      let at = roots[tree] as number;
      for (let feature = features[at] as number; feature >= 0; feature = features[at] as number)
        at = (rows[from + feature] as number) <= (values[at] as number) ? at + 1 : (above[at] as number);
      sum += values[at] as number;
    }
    return sum;
  };
}

function nodesIn(tree: Tree): number {
  return typeof tree === 'number' ? 1 : 1 + nodesIn(tree[2]) + nodesIn(tree[3]);
}
