import { describe, expect, it } from 'vitest';
import { chanceFrom } from '../../bench/support/chance.ts';
import { judgeHeaps } from './judge-heaps.ts';

/** Forty measurements; the first ones rise steeply, as in each run. */
const measured = (perStep: number, count = 40) => {
  const chance = chanceFrom(7);
  return Array.from({ length: count }, (_, i) => {
    const x = i * 100;
    const warm = Math.min(x, 1000) * 5000;
    return {
      x,
      heap: { 'all pages, bytes': 1e7 + warm + x * perStep + (chance.next() - 0.5) * 1e5, 'library, objects': 9 },
    };
  });
};

describe('the verdict on heaps', () => {
  it('is that they are flat, whatever the first half did', () => {
    expect(judgeHeaps(measured(0))).toMatchObject({ flat: ['all pages, bytes', 'library, objects'], growing: [] });
  });

  it('is that one grows', () => {
    expect(judgeHeaps(measured(500))).toMatchObject({ flat: ['library, objects'], growing: ['all pages, bytes'] });
  });

  it('is none after a few', () => {
    expect(judgeHeaps(measured(500, 18))).toMatchObject({ table: {}, flat: [], growing: [], unclear: [] });
  });
});
