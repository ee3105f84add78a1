import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedIndex, foldForAnchoring, foldWords } from './fold-text.ts';

/** Texts of what folding changes, what it leaves, and letters of other scripts between. */
const mixed = fc
  .array(
    fc.constantFrom(...' --\n\t“”‘’«»`…ﬁﬂ\u00ad\u200b\u00a0–—', 'a', 'b', '’s ', 'ß', '日本', '😀', '\ufe0f', '.'),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(''));

/** The slow way: letter by letter. */
function foldedByLetter(raw: string): { readonly text: string; readonly places: readonly number[] } {
  const signs = new Map<string, string>([
    ...[...'‘’‚‛′´`'].map((sign) => [sign, "'"] as const),
    ...[...'“”„‟″«»'].map((sign) => [sign, '"'] as const),
    ...[...'‐‑‒–—―−'].map((sign) => [sign, '-'] as const),
    ...[...'\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0f'].map((sign) => [sign, ''] as const),
    ['…', '...'],
    ['ﬁ', 'fi'],
    ['ﬂ', 'fl'],
    ['ﬀ', 'ff'],
  ]);
  const places: number[] = [];
  let text = '';
  for (let at = 0; at < raw.length; at += 1) {
    const sign = raw.charAt(at);
    const folded = signs.get(sign) ?? (/\s/.test(sign) ? ' ' : sign);
    if ((folded === ' ' || folded === '-') && text.endsWith(folded)) continue;
    for (let i = 0; i < folded.length; i += 1) places.push(at);
    text += folded;
  }
  return { text, places: [...places, raw.length] };
}

describe('foldForAnchoring', () => {
  it('makes the same of a text as folding it letter by letter, with the same way back', () => {
    fc.assert(
      fc.property(mixed, (raw) => {
        const folded = foldForAnchoring(raw);
        const expected = foldedByLetter(raw);
        expect(folded.text).toBe(expected.text);
        expect(expected.places.map((_, index) => folded.rawAt(index))).toEqual(expected.places);
        expect(foldWords(raw)).toBe(expected.text);
      }),
      { numRuns: 3000 },
    );
  });

  it('finds the folded character for each place of the raw text', () => {
    fc.assert(
      fc.property(mixed, (raw) => {
        const folded = foldForAnchoring(raw);
        const { places } = foldedByLetter(raw);
        for (let at = 0; at <= raw.length; at += 1)
          expect(foldedIndex(folded, at)).toBe(places.findIndex((place) => place >= at));
      }),
      { numRuns: 500 },
    );
  });
});
