import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from './fold-text.ts';

describe('foldText', () => {
  it.each([
    ['Café CRÈME', 'cafe creme'],
    ['Ｆｕｌｌ　ｗｉｄｔｈ', 'full width'],
    ['Straße, Ærø, Łódź', 'strasse, aero, lodz'],
    ['ﬁne', 'fine'],
    ['İstanbul ılık', 'istanbul ilik'],
    ['Ёлка', 'елка'],
    ['λόγος', 'λογοσ'],
    ['שָׁלוֹם', 'שלום'],
    ['مُحَمَّد', 'محمد'],
    ['ｶﾞｲﾄﾞ', 'ガイド'],
    ['が', 'が'],
    ['한국어', '한국어'],
    ['हिन्दी', 'हिन्दी'],
  ])('folds %s to %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('does not confuse kana with and without voicing marks', () => {
    expect(foldText('ガラス')).not.toBe(foldText('カラス'));
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 1000 },
    );
  });
});
