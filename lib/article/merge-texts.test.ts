import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeDraft, mergeTexts } from './merge-texts.ts';

describe('mergeTexts', () => {
  it.each([
    ['what was added at both ends', 'quiet', 'so quiet', 'quiet room', 'so quiet room'],
    ['what was added at one place, this window’s first', 'quiet', 'quiet lamp', 'quiet room', 'quiet lamp room'],
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

  it('keeps words together that two windows write letter by letter', () => {
    const windows = ['here is one ', 'there is another '];
    const shown = ['', ''];
    let kept = '';
    for (let n = 0; n < 20; n++) {
      for (const [i, words] of windows.entries()) {
        const next = words.slice(0, n + 1);
        kept = mergeTexts(shown[i] ?? '', next, kept);
        shown[i] = next;
      }
    }
    expect(kept).toBe('there is another here is one ');
  });

  it('knows a draft of which the first letters were written already', () => {
    expect(mergeDraft('quiet', 'quiet room', 'quiet r')).toBe('quiet room');
    expect(mergeDraft('quiet', 'quiet room', 'A quiet')).toBe('A quiet room');
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
