import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankBetween } from './rank.ts';

/** Inserts at each given share of the list's length, and gives the ranks in list order. */
function insertAll(places: readonly number[]): readonly string[] {
  const ranks: string[] = [];
  for (const place of places) {
    const index = Math.round(place * ranks.length);
    ranks.splice(index, 0, rankBetween(ranks[index - 1], ranks[index]));
  }
  return ranks;
}

const longest = (ranks: readonly string[]) => Math.max(...ranks.map((rank) => rank.length));

describe('rankBetween', () => {
  it('keeps any order made by hand', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1000, maxLength: 1000 }),
        (places) => {
          const ranks = insertAll(places);
          expect(ranks).toEqual(ranks.toSorted((one, other) => (one < other ? -1 : 1)));
          expect(new Set(ranks).size).toBe(1000);
          for (const rank of ranks) expect(rank).toMatch(/^[0-9A-Za-z]*[1-9A-Za-z]$/);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('stays at four characters for lists that only grow at an end', () => {
    expect(longest(insertAll(Array<number>(5000).fill(1)))).toBeLessThanOrEqual(4);
    expect(longest(insertAll(Array<number>(5000).fill(0)))).toBeLessThanOrEqual(4);
  });

  it('stays short where inserts are scattered', () => {
    const places = Array.from({ length: 1000 }, (_, index) => (index * 0.618) % 1);
    expect(longest(insertAll(places))).toBeLessThanOrEqual(10);
  });

  it('lies strictly between two ranks, however near', () => {
    const rank = fc.stringMatching(/^[0-9A-Za-z]{0,6}[1-9A-Za-z]$/);
    fc.assert(
      fc.property(rank, rank, (one, other) => {
        fc.pre(one !== other);
        const [before, after] = one < other ? [one, other] : [other, one];
        const between = rankBetween(before, after);
        expect(before < between && between < after, between).toBe(true);
        expect(rankBetween(before, undefined) > before).toBe(true);
        expect(rankBetween(undefined, after) < after).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [undefined, '0001', '0000V'],
    ['zzzz', undefined, 'zzzzV'],
    ['A', 'B', 'AV'],
    ['A', 'A1', 'A0V'],
    [undefined, undefined, 'V'],
  ])('between %s and %s gives %s', (before, after, rank) => {
    expect(rankBetween(before, after)).toBe(rank);
  });

  it('comes right after two neighbours that share a rank', () => {
    const rank = rankBetween('V', 'V');
    expect('V' < rank && rank < rankBetween('V', undefined)).toBe(true);
  });

  it.each(['', 'A0', 'a b', 'é'])('refuses %j', (rank) => {
    expect(() => rankBetween(rank, undefined)).toThrow(RangeError);
  });
});
