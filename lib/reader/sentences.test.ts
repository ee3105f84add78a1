import { describe, expect, it } from 'vitest';
import { sentencesOf } from './sentences.ts';

const said = (text: string, language?: string) =>
  sentencesOf(text, language).map(({ start, end }) => text.slice(start, end));

describe('sentencesOf', () => {
  it('does not end one at a German abbreviation, ordinal or initial', () => {
    const sentences = [
      'Am 3. Oktober kam Dr. Weber, z. B. aus Wien, d. h. von weit her.',
      'Das war im 19. Jahrhundert, ca. 40 Jahre vor J. S. Müller bzw. Nr. 7 der Str. „Am Tor“.',
      'Seit 1982. Danach nicht.'.slice(0, 10),
      'Danach kamen Äpfel, Birnen usw.',
      'Vgl. Abb. 3 und Prof. Dr. Klein.',
    ];
    expect(said(sentences.join(' '), 'de')).toEqual(sentences);
  });

  it('does not end one at an English title or initial', () => {
    const sentences = [
      'Mr. Smith met Dr. J. R. Brown at St. Mary’s, i.e. in town.',
      'It cost 3.5 million.',
      '“Why now?” he asked.',
      'See Fig. 2.',
    ];
    expect(said(sentences.join(' '), 'en')).toEqual(sentences);
  });

  it('knows the signs of Japanese, Chinese and Arabic', () => {
    expect(said('記事を読む。余白に書く！誰も待たない？', 'ja')).toEqual([
      '記事を読む。',
      '余白に書く！',
      '誰も待たない？',
    ]);
    expect(said('لا ينتظر أحد. لماذا؟ نقرأ النص.', 'ar')).toEqual(['لا ينتظر أحد.', 'لماذا؟', 'نقرأ النص.']);
  });

  it('ends one with each paragraph, and counts those that are spoken', () => {
    expect(sentencesOf('A heading\nOne. Two.\n* * *\nThree', 'en')).toEqual([
      { start: 0, end: 9, paragraph: 0 },
      { start: 10, end: 14, paragraph: 1 },
      { start: 15, end: 19, paragraph: 1 },
      { start: 26, end: 31, paragraph: 2 },
    ]);
  });

  it('leaves out what is not to be spoken, and bears any language name', () => {
    const text = 'One.\nlet x = 1\nTwo.';
    expect(sentencesOf(text, 'x-klingon!', [{ start: 5, end: 14 }]).map(({ start }) => start)).toEqual([0, 15]);
  });
});
