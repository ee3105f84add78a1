import { describe, expect, it } from 'vitest';
import { formatBytes, formatCount, formatDay, pictureFacts, readingFacts } from './row-facts.ts';

describe('readingFacts', () => {
  const fresh = { wordCount: 18 * 238, progress: 0, finished: false };
  it.each([
    [fresh, '18 min'],
    [{ ...fresh, progress: 1 / 3 }, '12 min left of 18'],
    [{ ...fresh, progress: 0.01 }, '18 min'],
    [{ ...fresh, progress: 0.999 }, '1 min left of 18'],
    [{ ...fresh, progress: 1 }, '1 min left of 18'],
    [{ ...fresh, progress: 0.95, finished: true }, 'Finished'],
    [{ ...fresh, wordCount: 40, progress: 0.5 }, '1 min'],
    [{ ...fresh, wordCount: 0 }, ''],
  ])('of %j are %s', (given, facts) => {
    expect(readingFacts(given)).toBe(facts);
  });

  it('go by the pace of the reader', () => {
    const given = { wordCount: 2380, progress: 0.5, finished: false };
    expect(readingFacts({ ...given, pace: 119 })).toBe('10 min left of 20');
    expect(readingFacts({ ...given, pace: 476 })).toBe('3 min left of 5');
  });
});

describe('pictureFacts', () => {
  const none = { kept: 0, blocked: 0, failed: 0, waiting: 0, bytes: 0 };
  it.each([
    [none, 'No pictures'],
    [{ ...none, kept: 4, bytes: 212_300 }, '4 pictures kept · 212 KB'],
    [{ ...none, kept: 1, bytes: 900 }, '1 picture kept · 900 bytes'],
    [{ ...none, kept: 4, blocked: 1, bytes: 212_300 }, '4 of 5 pictures kept · 212 KB'],
    [{ ...none, kept: 3, blocked: 1, failed: 1, bytes: 212_300 }, '3 of 5 pictures kept · 212 KB'],
    [{ ...none, failed: 1 }, '0 of 1 picture kept'],
    [{ ...none, kept: 2, waiting: 3, bytes: 9 }, 'Keeping pictures… 2 of 5'],
  ])('of %j are %s', (given, facts) => {
    expect(pictureFacts(given)).toBe(facts);
  });
});

describe('formatBytes', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 KB'],
    [999_499, '999 KB'],
    [999_500, '1 MB'],
    [3_440_000, '3.4 MB'],
    [99_960_000, '100 MB'],
    [2_000_000_000, '2 GB'],
  ])('writes %i as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

describe('formatCount', () => {
  it('separates thousands', () => {
    expect(formatCount(9812)).toBe('9,812');
  });
});

describe('formatDay', () => {
  const now = new Date(2026, 10, 23, 14, 46).getTime();
  it.each([
    [new Date(2026, 10, 23, 9, 4).getTime(), 'today, 09:04'],
    [new Date(2026, 10, 22, 23, 59).getTime(), '22 Nov'],
    [new Date(2026, 0, 1).getTime(), '1 Jan'],
    [new Date(2025, 10, 23, 9, 4).getTime(), '23 Nov 2025'],
    ['2026-11-23', 'today'],
    ['2026-11-12', '12 Nov'],
    ['2025-03-01', '1 Mar 2025'],
    [new Date(2026, 10, 23, 9, 14).toISOString(), 'today, 09:14'],
    ['soon', ''],
    [Number.NaN, ''],
  ])('writes %s as %j', (moment, text) => {
    expect(formatDay(moment, now)).toBe(text);
  });
});
