import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesFinder } from './places-of.ts';

/** Few letters, so that the same words stand in many places, also across and inside each other. */
const text = fc
  .array(fc.constantFrom('a', 'aa', 'ab', 'b', 'a b', '日本語', 'b.'), { minLength: 1, maxLength: 40 })
  .map((words) => words.join(' '));

function placesByHand(words: string, all: string): readonly number[] {
  return [...all].flatMap((_, at) => (all.slice(at, at + words.length) === words ? [at] : []));
}

describe('placesFinder', () => {
  it('finds every place of a passage, also one that begins or ends within a word', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 1, max: 30 }), (all, from, length) => {
        const start = from % all.length;
        const words = all.slice(start, start + length).trim();
        fc.pre(words !== '');
        expect(placesFinder(all)(words)).toEqual(placesByHand(words, all));
      }),
      { numRuns: 3000 },
    );
  });

  it('finds none of words that are not there', () => {
    const placesOf = placesFinder('the lamp was lit the lamp went out');
    expect(placesOf('the lamp was out')).toEqual([]);
    expect(placesOf('lamps')).toEqual([]);
    expect(placesOf('no word of it')).toEqual([]);
  });
});
