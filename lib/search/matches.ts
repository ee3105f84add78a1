import type { IndexSnapshot } from './snapshot.ts';

/** What one leaf of a query finds: a score for each article, and a list of those that have one, so that a rare word needs no look at all the others. */
export interface Matches {
  /** The numbers of the articles that match, each once, as they were found: the first `count` of these. */
  readonly numbers: Uint32Array;
  count: number;
  /** By number; greater than 0 for each that matches. */
  readonly scores: Float32Array;
  /** By number, bits of `PLACE`. */
  readonly places: Uint8Array;
}

export const openMatches = ({ articleCount }: IndexSnapshot): Matches => ({
  numbers: new Uint32Array(articleCount),
  count: 0,
  scores: new Float32Array(articleCount),
  places: new Uint8Array(articleCount),
});

/** Adds to an article's score. What is not greater than 0, as only a damaged index has it, finds nothing. */
export function addMatch(matches: Matches, number: number, score: number, place: number): void {
  if (!(score > 0)) return;
  const { scores, places } = matches;
  const former = scores[number] as number;
  if (former === 0) {
    matches.numbers[matches.count++] = number;
    scores[number] = score;
  } else scores[number] = former + score;
  places[number] = (places[number] as number) | place;
}

/** How many of the articles that match have none of these bits of `STATE`. */
export function countIn({ numbers, count }: Matches, { states }: IndexSnapshot, out: number): number {
  let found = 0;
  for (let i = 0; i < count; i++) if (((states[numbers[i] as number] as number) & out) === 0) found++;
  return found;
}
