import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withEndAt, wordsAround } from './word-edges.ts';

const TEXT = 'The keeper lit the lamp, before the tide came in.';
const place = (words: string) => {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
};
const wordsOf = (text: string, { start, end }: { readonly start: number; readonly end: number }) =>
  text.slice(start, end);

describe('wordsAround', () => {
  it('gives words with the signs that touch them', () => {
    const words = wordsAround(TEXT, place('lit')).map((word) => wordsOf(TEXT, word));
    expect(words.slice(0, 5)).toEqual(['The', 'keeper', 'lit', 'the', 'lamp,']);
  });

  it('parts words where no spaces do', () => {
    const text = '灯台守は灯りをともした。';
    const words = wordsAround(text, { start: 0, end: 4 }, 'ja').map((word) => wordsOf(text, word));
    expect(words.length).toBeGreaterThan(3);
    expect(words.join('')).toBe(text);
  });
});

describe('withEndAt', () => {
  it('takes the end to the nearest end of a word', () => {
    const at = TEXT.indexOf('tide') + 3;
    expect(wordsOf(TEXT, withEndAt(TEXT, place('lit the'), 'end', at))).toBe('lit the lamp, before the tide');
  });

  it('takes the beginning to the nearest beginning of a word', () => {
    const at = TEXT.indexOf('keeper') + 1;
    expect(wordsOf(TEXT, withEndAt(TEXT, place('lit the'), 'start', at))).toBe('keeper lit the');
  });

  it('leaves at least a part of the passage, wherever an end is taken', () => {
    fc.assert(
      fc.property(fc.nat(TEXT.length), fc.constantFrom('start', 'end'), (at, end) => {
        const passage = place('the lamp,');
        const moved = withEndAt(TEXT, passage, end, at);
        expect(moved.end).toBeGreaterThan(moved.start);
        expect(moved[end === 'end' ? 'start' : 'end']).toBe(passage[end === 'end' ? 'start' : 'end']);
      }),
    );
  });
});
