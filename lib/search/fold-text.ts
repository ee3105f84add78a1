/** Letters that Unicode does not decompose, with what a reader without that key types. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};
const PLAIN_LETTER = new RegExp(`[${Object.keys(PLAIN_LETTERS).join('')}]`, 'g');

/**
 * Marks on letters of scripts that are often typed without them. In other scripts a mark is part of the word: the voicing
 * mark makes か into が, and a Devanagari vowel is a mark.
 */
const OPTIONAL_MARKS =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]\p{Mn}*)\p{Mn}/gu;

/** Beyond ASCII there is folding to do; most titles never leave it. */
const BEYOND_ASCII = /[^\0-\x7f]/;

/** The form in which words are compared: lower case, no accents, full-width and other variants of letters made one. */
export function foldText(text: string): string {
  const lowerCase = text.toLowerCase();
  if (!BEYOND_ASCII.test(lowerCase)) return lowerCase;
  return lowerCase
    .normalize('NFKD')
    .toLowerCase()
    .replace(OPTIONAL_MARKS, '')
    .replace(PLAIN_LETTER, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .normalize('NFC');
}
