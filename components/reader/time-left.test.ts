import { describe, expect, it } from 'vitest';
import { timeLeft } from './time-left.ts';

describe('timeLeft', () => {
  it.each([
    [1428, 0, '6 min left'],
    [1428, 0.38, '4 min left'],
    [1428, 0.95, 'less than a minute left'],
    [1428, 1, 'Read to the end'],
    [0, 0, ''],
  ])('%i words at %d: %s', (wordCount, progress, words) => {
    expect(timeLeft(wordCount, progress)).toBe(words);
  });

  it('goes by the pace of the reader', () => {
    expect(timeLeft(1428, 0, 119)).toBe('12 min left');
    expect(timeLeft(1428, 0.5, 476)).toBe('2 min left');
  });
});
