import { countShingles, readTokens, SHINGLE } from '../../bench/extract/shingles.ts';

/** The best choice of blocks for a page, and how much each block matters to the page's score. */
export interface Labels {
  readonly isContent: readonly boolean[];
  /** What it would cost to decide wrongly on this block alone: change of the mean of precision and recall, 0 to 1. */
  readonly weight: readonly number[];
  /** Precision and recall of the best choice: no choice of blocks reaches more. */
  readonly precision: number;
  readonly recall: number;
}

const MOST_PASSES = 12;

/**
 * Finds the choice of blocks whose text comes closest to the expected text, by the measure the extraction is scored by:
 * from the blocks that are mostly in it, one block after the other is turned over while that helps.
 */
export function labelBlocks(texts: readonly string[], expected: string, isKept: (index: number) => boolean): Labels {
  const tokens = texts.map(readTokens);
  const truth = countShingles(readTokens(expected));
  const choice = new Choice(tokens, truth);
  for (const [index, own] of tokens.entries()) {
    const shingles = countShingles(own);
    let inside = 0;
    let all = 0;
    for (const [shingle, count] of shingles) {
      all += count;
      if (truth.has(shingle)) inside += count;
    }
    // Some pages hold their text twice, once hidden in one piece; the one that another extractor keeps is the one to take.
    if (isKept(index) && own.length >= SHINGLE && inside >= all / 2) choice.turn(index);
  }
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    let isBetter = false;
    for (const index of tokens.keys()) {
      if (tokens[index]?.length === 0) continue;
      const before = choice.score();
      choice.turn(index);
      if (choice.score() > before + 1e-9) isBetter = true;
      else choice.turn(index);
    }
    if (!isBetter) break;
  }
  const best = choice.score();
  const weight = tokens.map((own, index) => {
    if (own.length === 0) return 0;
    choice.turn(index);
    const other = choice.score();
    choice.turn(index);
    return Math.max(0, best - other);
  });
  return { isContent: [...choice.isIn], weight, ...choice.shares() };
}

/** A choice of blocks with its shingles counted, where turning one block over recounts only what it touches. */
class Choice {
  readonly isIn: boolean[];
  readonly #tokens: readonly (readonly string[])[];
  readonly #truth: ReadonlyMap<string, number>;
  readonly #counts = new Map<string, number>();
  readonly #wanted: number;
  #chosen = 0;
  #both = 0;

  constructor(tokens: readonly (readonly string[])[], truth: ReadonlyMap<string, number>) {
    this.#tokens = tokens;
    this.#truth = truth;
    this.isIn = tokens.map(() => false);
    this.#wanted = [...truth.values()].reduce((sum, count) => sum + count, 0);
  }

  turn(index: number): void {
    const before = this.#edge(index, -1);
    const after = this.#edge(index, 1);
    const own = this.#tokens[index] ?? [];
    const without = [...before, ...after];
    const within = [...before, ...own, ...after];
    const isIn = this.isIn[index] === true;
    this.#count(isIn ? within : without, -1);
    this.#count(isIn ? without : within, 1);
    this.isIn[index] = !isIn;
  }

  shares(): { readonly precision: number; readonly recall: number } {
    return {
      precision: this.#chosen === 0 ? 0 : this.#both / this.#chosen,
      recall: this.#wanted === 0 ? 1 : this.#both / this.#wanted,
    };
  }

  score(): number {
    const { precision, recall } = this.shares();
    return (precision + recall) / 2;
  }

  /** The chosen tokens next to a block, as many as a shingle reaches. */
  #edge(index: number, step: -1 | 1): string[] {
    let edge: string[] = [];
    for (let at = index + step; at >= 0 && at < this.isIn.length && edge.length < SHINGLE - 1; at += step) {
      if (this.isIn[at] !== true) continue;
      const own = this.#tokens[at] ?? [];
      edge = step === 1 ? [...edge, ...own.slice(0, SHINGLE - 1)] : [...own.slice(-(SHINGLE - 1)), ...edge];
    }
    return step === 1 ? edge.slice(0, SHINGLE - 1) : edge.slice(-(SHINGLE - 1));
  }

  #count(tokens: readonly string[], sign: 1 | -1): void {
    for (let at = 0; at + SHINGLE <= tokens.length; at++) {
      const shingle = tokens.slice(at, at + SHINGLE).join('\u0001');
      const count = this.#counts.get(shingle) ?? 0;
      const wanted = this.#truth.get(shingle) ?? 0;
      this.#both += Math.min(wanted, count + sign) - Math.min(wanted, count);
      this.#chosen += sign;
      this.#counts.set(shingle, count + sign);
    }
  }
}
