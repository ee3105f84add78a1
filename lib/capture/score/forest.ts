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
export function scoreRow({ start, trees }: Forest, rows: ArrayLike<number>, from: number): number {
  let sum = start;
  for (const tree of trees) {
    let node = tree;
    while (typeof node !== 'number') node = (rows[from + node[0]] ?? 0) <= node[1] ? node[2] : node[3];
    sum += node;
  }
  return sum;
}
