import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeTexts } from './merge-texts.ts';

describe('mergeTexts', () => {
  it.each([
    ['what was added at both ends', 'quiet', 'so quiet', 'quiet room', 'so quiet room'],
    ['what was added at one place, the other window first', 'quiet', 'quiet lamp', 'quiet room', 'quiet room lamp'],
    ['a word taken out here, and one put in there', 'a quiet room', 'a room', 'a quiet room now', 'a room now'],
    ['words put into a passage that was deleted', 'a quiet room', 'a ', 'a quiet bright room', 'a quiet bright room'],
    ['two wordings of one passage, each on a line', 'a quiet room', 'a loud room', 'a dark room', 'a dark\nloud room'],
    ['the same letters typed twice, once', 'quiet', 'quiet!', 'quiet!', 'quiet!'],
    ['one text where the other did not change', 'quiet', 'quiet', 'loud', 'loud'],
    ['neighbouring changes', 'one two', 'ONE two', 'one TWO', 'ONE TWO'],
  ])('keeps %s', (_, former, mine, theirs, merged) => {
    expect(mergeTexts(former, mine, theirs)).toBe(merged);
  });

  it('loses nothing that was typed in either window, wherever it was', () => {
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.string(), place, place, fc.nat(9), fc.nat(9), (former, one, other, cutOne, cutOther) => {
        const put = (at: number, cut: number, token: string) => {
          const start = Math.floor(at * former.length);
          return former.slice(0, start) + token + former.slice(start + cut);
        };
        const [mine, theirs] = [put(one, cutOne, '⟨mine⟩'), put(other, cutOther, '⟨theirs⟩')];
        const merged = mergeTexts(former, mine, theirs);
        expect(merged).toContain('mine');
        expect(merged).toContain('theirs');
      }),
      { numRuns: 2000 },
    );
  });

  it('changes nothing where only one window typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (former, text) => {
        expect(mergeTexts(former, text, former)).toBe(text);
        expect(mergeTexts(former, former, text)).toBe(text);
        expect(mergeTexts(former, text, text)).toBe(text);
      }),
    );
  });
});
