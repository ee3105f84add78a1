import type { QueryWords } from './words.ts';

/** Whether a row with these words (of `wordsOf`) answers the query: every word whole, the prefix at the start of any. */
export function matchesQuery(words: readonly string[], query: QueryWords): boolean {
  const { prefix } = query;
  if (prefix !== undefined && !words.some((word) => word.startsWith(prefix))) return false;
  return query.words.every((word) => words.includes(word));
}
