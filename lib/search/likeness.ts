import { eachToken } from './tokens.ts';

/** Terms in a shingle: as the pages' own measure takes them, four. */
const SHINGLE = 4;

/**
 * How much two texts say the same, word for word: the share of runs of four words of the longer one that the other has too,
 * 0 to 1. A text and the same with another heading and foot are near 1; two reports of one event near 0.
 */
export function likenessOf(one: string, other: string): number {
  const [a, b] = [shinglesOf(one), shinglesOf(other)];
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  if (fewer.size === 0) return 0;
  let shared = 0;
  for (const shingle of fewer) if (more.has(shingle)) shared++;
  return shared / more.size;
}

function shinglesOf(text: string): ReadonlySet<string> {
  const terms: string[] = [];
  eachToken(text, (term) => terms.push(term));
  const shingles = new Set<string>();
  for (let at = 0; at + SHINGLE <= terms.length; at++) shingles.add(terms.slice(at, at + SHINGLE).join(' '));
  return shingles;
}
