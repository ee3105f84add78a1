import { describe, expect, it } from 'vitest';
import { chanceFrom } from '../../bench/support/chance.ts';
import { trendOf } from './slope.ts';

/** Heaps as they are measured: some 10 MB, now 200 KB more, now less, with a wild one here and there. */
function heaps(perOperation: number, seed: number) {
  const chance = chanceFrom(seed);
  return Array.from({ length: 50 }, (_, i) => {
    const noise = (chance.next() - 0.5) * 400_000 + (chance.isWithin(0.05) ? 3_000_000 : 0);
    return { x: 5000 + i * 100, y: 10_000_000 + perOperation * i * 100 + noise };
  });
}

describe('the trend of measurements', () => {
  it('is the slope of a line', () => {
    const { slope, least, median } = trendOf([1, 2, 3, 4, 5].map((x) => ({ x, y: 7 * x })));
    expect([slope, least, median]).toEqual([7, 7, 21]);
  });

  it('is not moved by wild ones', () => {
    for (let seed = 1; seed <= 20; seed++) expect(Math.abs(trendOf(heaps(0, seed)).slope)).toBeLessThan(50);
  });

  it('sees 300 bytes more at each operation, beyond the noise', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { slope, least } = trendOf(heaps(300, seed));
      expect(slope).toBeGreaterThan(200);
      expect(least).toBeGreaterThan(100);
    }
  });

  it('can not be told from two', () => {
    expect(() => trendOf([1, 2].map((x) => ({ x, y: x })))).toThrow('no trend');
  });
});
