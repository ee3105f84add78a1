import { describe, expect, it } from 'vitest';
import { eachInSet, openPrefixes } from './prefix-sets.ts';

const MUCH = 20_000;

/** Terms in order, each with the bytes of its postings and its documents; one with a minus has it in its title. */
function setsOf(terms: readonly (readonly [string, number, readonly number[]])[]) {
  const prefixes = openPrefixes(20);
  for (const [term, bytes, documents] of terms) {
    for (const document of documents) prefixes.add(Math.abs(document), document < 0 ? 1 : 0);
    prefixes.close(term, bytes);
  }
  return new Map(
    [...prefixes.take()].map(([prefix, bits]) => {
      const found: number[] = [];
      eachInSet(bits, (document, isInTitle) => found.push(isInTitle ? -document : document));
      return [prefix, found];
    }),
  );
}

describe('the sets of short prefixes', () => {
  it('hold the documents of all terms that begin so, and which have one in the title', () => {
    const sets = setsOf([
      ['ba', MUCH, [1]],
      ['bank', MUCH, [2, -9]],
      ['bark', MUCH, [2, 3, 17]],
      ['bo', MUCH, [4, 9]],
      ['c', MUCH, [5]],
    ]);
    expect(Object.fromEntries(sets)).toEqual({
      ba: [1, 2, 3, -9, 17],
      ban: [2, -9],
      bar: [2, 3, 17],
      b: [1, 2, 3, 4, -9, 17],
      bo: [4, 9],
      c: [5],
    });
  });

  it('are made only where the terms themselves are much to read', () => {
    expect([...setsOf([['bank', 9000, [1]]]).keys()]).toEqual([]);
    const pair = setsOf([
      ['bank', 9000, [1]],
      ['bark', 9000, [2]],
    ]);
    expect([...pair]).toEqual(
      expect.arrayContaining([
        ['b', [1, 2]],
        ['ba', [1, 2]],
      ]),
    );
    expect(pair.size).toBe(2);
  });
});
