/** Words in a shingle, as in scrapinghub/article-extraction-benchmark. */
export const SHINGLE = 4;

/** Words as the measure takes them: runs of letters and digits, in their case. */
export function readTokens(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/** How often each run of four words stands in a text. */
export function countShingles(tokens: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at < Math.max(1, tokens.length - SHINGLE + 1); at++) {
    const shingle = tokens.slice(at, at + SHINGLE).join('\u0001');
    if (shingle !== '') counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/** How far a text is the expected one, 0 to 1. Nothing at all has precision 1 where nothing is expected. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
}

export function scoreText(expected: string, text: string): Score {
  const truth = countShingles(readTokens(expected));
  const found = countShingles(readTokens(text));
  let both = 0;
  for (const [shingle, count] of truth) both += Math.min(count, found.get(shingle) ?? 0);
  const sum = (counts: ReadonlyMap<string, number>): number =>
    [...counts.values()].reduce((total, count) => total + count, 0);
  const [wanted, chosen] = [sum(truth), sum(found)];
  return {
    precision: chosen === 0 ? Number(wanted === 0) : both / chosen,
    recall: wanted === 0 ? Number(chosen === 0) : both / wanted,
  };
}

/** F1 of a set of pages: precision and recall are averaged over the pages, and F1 is taken from the averages. */
export function f1Of(scores: readonly Score[]): number {
  const mean = (read: (score: Score) => number): number =>
    scores.reduce((sum, score) => sum + read(score), 0) / scores.length;
  const precision = mean((score) => score.precision);
  const recall = mean((score) => score.recall);
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}
