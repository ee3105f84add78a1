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

/** The most words of one row, and the longest word in characters: bounds on what a hostile title costs the index. */
const MAX_WORDS = 200;
const MAX_WORD_LENGTH = 40;

/**
 * A word of folded text: a point before it (`.net`), points and apostrophes within it (`node.js`, `don't`), `++` or `#`
 * after it (`c++`, `c#`).
 */
const WORD =
  /(?:(?<![.\p{L}\p{M}\p{N}_])\.)?[\p{L}\p{M}\p{N}_]+(?:[.'’][\p{L}\p{M}\p{N}_]+)*(?:\+\+|#(?![\p{L}\p{N}]))?/gu;
/** What is left of a word without its points and signs, so that `node.js` is found by `js`. */
const PART = /[\p{L}\p{M}\p{N}]+/gu;

const CJK = '[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}]&&[\\p{L}\\p{M}\\p{N}]';
const THAI_LIKE = '\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const HAS_UNSPACED = new RegExp(`[[${CJK}]${THAI_LIKE}]`, 'v');
/** Runs of one way of writing: Chinese and Japanese, then Thai and its like, then all the rest. */
const RUNS = new RegExp(`(?<cjk>[${CJK}]+)|(?<thai>[${THAI_LIKE}]+)|[^[${CJK}]${THAI_LIKE}]+`, 'gv');

export interface QueryWords {
  /** Words that a match holds whole. */
  readonly words: readonly string[];
  /** The word still being typed, which a match may continue; absent after a space. */
  readonly prefix: string | undefined;
}

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

/**
 * The distinct folded words under which a row is found, at most 200. Written together or apart, an identifier is there
 * whole and in its parts.
 */
export function wordsOf(text: string): readonly string[] {
  const found = new Set<string>();
  for (const run of runsOf(foldText(text))) {
    for (const word of indexedWords(run)) {
      if (found.size === MAX_WORDS) return [...found];
      found.add(cut(word));
    }
  }
  return [...found];
}

/** The words of what a reader typed into a search field, in the form of `wordsOf`. */
export function queryWords(text: string): QueryWords {
  const words = runsOf(foldText(text)).flatMap(searchedWords).map(cut);
  const isTyping = /[^\s.,;:!?]$/u.test(text);
  const prefix = isTyping ? words.pop() : undefined;
  return { words: [...new Set(words)], prefix };
}

interface Run {
  readonly kind: 'spaced' | 'cjk' | 'thai';
  readonly text: string;
}

function runsOf(folded: string): readonly Run[] {
  if (!HAS_UNSPACED.test(folded)) return [{ kind: 'spaced', text: folded }];
  return [...folded.matchAll(RUNS)].map(({ 0: text, groups }) => {
    const kind = groups?.['cjk'] !== undefined ? 'cjk' : groups?.['thai'] !== undefined ? 'thai' : 'spaced';
    return { kind, text };
  });
}

function indexedWords({ kind, text }: Run): readonly string[] {
  // The last character begins no pair, and yet someone may search for it.
  if (kind === 'cjk') return [...pairsOf(text), [...text].at(-1) ?? ''];
  if (kind === 'thai') return segmentsOf(text);
  return wordsIn(text).flatMap((word) => [word, ...(word.match(PART) ?? [])]);
}

function searchedWords({ kind, text }: Run): readonly string[] {
  if (kind === 'cjk') return pairsOf(text);
  return kind === 'thai' ? segmentsOf(text) : wordsIn(text);
}

function wordsIn(text: string): readonly string[] {
  return (text.match(WORD) ?? []).map((word) => word.replaceAll('’', "'"));
}

/**
 * Overlapping pairs of characters, or the one there is. Dictionary words would add nothing: a query splits into the same
 * pairs whatever a dictionary makes of it, and browsers ship different dictionaries.
 */
function pairsOf(text: string): readonly string[] {
  const characters = [...text];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/** Thai has no use for pairs: one syllable takes several characters, and pairs of them stand in every text. */
function segmentsOf(text: string): readonly string[] {
  return [...new Intl.Segmenter('th', { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
}

function cut(word: string): string {
  return word.length <= MAX_WORD_LENGTH ? word : [...word].slice(0, MAX_WORD_LENGTH).join('');
}
