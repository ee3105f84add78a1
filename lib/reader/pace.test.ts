import { describe, expect, it } from 'vitest';
import { paceAfter } from './pace.ts';

const read = (pace: number, wordsAMinute: number, words: number) =>
  paceAfter(pace, { words, milliseconds: (words / wordsAMinute) * 60_000 });

describe('paceAfter', () => {
  it('comes to the pace of a reader within some articles, and stays there', () => {
    let pace = 238;
    for (let i = 0; i < 60; i += 1) pace = read(pace, 400, 200) ?? pace;
    expect(pace).toBeGreaterThan(380);
    for (let i = 0; i < 200; i += 1) pace = read(pace, 400, 200) ?? pace;
    expect(Math.abs(pace - 400)).toBeLessThan(2);
  });
  it('moves little with one stretch, however long', () => {
    expect(read(238, 400, 250)).toBeCloseTo(246.1, 1);
    expect(read(238, 400, 1500)).toBeCloseTo(254.2, 1);
  });
  it('learns nothing from leafing, glancing, going back or a page left lying', () => {
    expect(read(238, 2000, 300)).toBeUndefined();
    expect(read(238, 300, 10)).toBeUndefined();
    expect(paceAfter(238, { words: -200, milliseconds: 30_000 })).toBeUndefined();
    expect(paceAfter(238, { words: 300, milliseconds: 600_000 })).toBeUndefined();
    expect(read(238, 20, 60)).toBeUndefined();
  });
});
