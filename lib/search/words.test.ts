import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, queryWords, wordsOf } from './words.ts';

/** What the word index answers: every word whole, and the last one at the start of any. */
function finds(typed: string, text: string): boolean {
  const [words, query] = [wordsOf(text), queryWords(typed)];
  const { prefix = '' } = query;
  return (
    query.words.every((word) => words.includes(word)) &&
    (prefix === '' || words.some((word) => word.startsWith(prefix)))
  );
}

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

describe('wordsOf', () => {
  it.each([
    ['The cat, the Hat!', ['the', 'cat', 'hat']],
    ['Why useEffect runs twice', ['why', 'useeffect', 'runs', 'twice']],
    ['node.js 22', ['node.js', 'node', 'js', '22']],
    ['C++ and C# on .NET', ['c++', 'c', 'and', 'c#', 'on', '.net', 'net']],
    ['well-known e-mail', ['well', 'known', 'e', 'mail']],
    ["don’t l'heure", ["don't", 'don', 't', "l'heure", 'l', 'heure']],
    ['max_old_space', ['max_old_space', 'max', 'old', 'space']],
    ['Wait... what?', ['wait', 'what']],
    ['Wait...what', ['wait', 'what']],
    ['東京都', ['東京', '京都', '都']],
    ['猫', ['猫']],
    ['React入門', ['react', '入門', '門']],
    ['データ', ['デー', 'ータ', 'タ']],
    ['「終わり」。', ['終わ', 'わり', 'り']],
    ['', []],
    ['— … !', []],
  ])('splits %j into %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('splits Thai at its words', () => {
    expect(wordsOf('ภาษาไทย').length).toBeGreaterThan(1);
  });

  it('bounds what one row costs', () => {
    const words = wordsOf(Array.from({ length: 1000 }, (_, index) => `${index}${'x'.repeat(100)}`).join(' '));
    expect(words).toHaveLength(200);
    expect(Math.max(...words.map((word) => word.length))).toBe(40);
  });

  it('gives each word once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const words = wordsOf(text);
        expect(new Set(words).size).toBe(words.length);
        expect(words).not.toContain('');
      }),
    );
  });
});

describe('queryWords', () => {
  it.each([
    ['the qui', { words: ['the'], prefix: 'qui' }],
    ['the quick ', { words: ['the', 'quick'], prefix: undefined }],
    ['C++', { words: [], prefix: 'c++' }],
    ['東京都', { words: ['東京'], prefix: '京都' }],
    ['a a a b', { words: ['a'], prefix: 'b' }],
    ['', { words: [], prefix: undefined }],
    ['  ', { words: [], prefix: undefined }],
  ])('reads %j as %j', (typed, query) => {
    expect(queryWords(typed)).toEqual(query);
  });
});

describe('a query and the words of a row', () => {
  it.each([
    ['effect', 'The use of effects'],
    ['USEEFF', 'Why useEffect runs twice'],
    ['c++', 'Modern C++ in practice'],
    ['c#', 'C# for beginners'],
    ['.net', 'What is new in .NET'],
    ['node.js', 'Node.js streams'],
    ['js', 'Node.js streams'],
    ["don't", 'Don’t panic'],
    ['cafe creme', 'Crème at the Café'],
    ['京都', '東京都の話'],
    ['の', '東京都の話'],
    ['話', '東京都の話'],
    ['東京 話', '東京都の話'],
    ['ภาษา', 'ภาษาไทย'],
    ['', 'Anything'],
  ])('finds by %j the title %j', (typed, text) => {
    expect(finds(typed, text)).toBe(true);
  });

  it.each([
    ['c++', 'Modern C in practice'],
    ['the quick ', 'The quickest way'],
    ['ガラス', 'カラスの話'],
    ['streams node rust', 'Node streams'],
    ['都東', '東京都'],
  ])('does not find by %j the title %j', (typed, text) => {
    expect(finds(typed, text)).toBe(false);
  });

  it('finds a text by any of its own words, and by any beginning of its last', () => {
    const word = fc.stringMatching(/^[a-zé]{1,12}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat(), (words, which, length) => {
        const chosen = words[which % words.length] ?? '';
        expect(finds(`${chosen} `, words.join(' '))).toBe(true);
        expect(finds(chosen.slice(0, 1 + (length % chosen.length)), words.join(' '))).toBe(true);
      }),
    );
  });

  it('finds a text without spaces by any piece of it', () => {
    const text = fc.string({ unit: fc.constantFrom(...'東京都の話ガイド入門猫犬'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (title, start, length) => {
        const from = start % title.length;
        expect(finds(title.slice(from, from + 1 + (length % title.length)), title)).toBe(true);
      }),
    );
  });
});
