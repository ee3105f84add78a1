import { foldText } from './fold-text.ts';

/**
 * Takes one token. `position` counts words from the start of the text; an identifier such as `node.js` gives itself and
 * its parts at the places they take. `start` and `end` are offsets in the text as it was given.
 */
export type TakeToken = (term: string, position: number, start: number, end: number) => void;

/** The longest term, in UTF-16 units: a bound on what a hostile text costs the index. */
const LONGEST_TERM = 40;

const SEPARATOR = 1;
const LETTER = 2;
const IDEOGRAPH = 3;
const UNSPACED = 4;
/** What each UTF-16 unit is to a word; 0 until it was first met. Most texts and queries need the first 128 alone. */
const plainKinds = new Uint8Array(0x80);
let otherKinds: Uint8Array | undefined;

const IS_LETTER = /[\p{L}\p{M}\p{N}]/u;
// Not one set with `&&`: the build makes a call of it, and each page took a millisecond for that as it was loaded.
const IS_EAST_ASIAN = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u;
const IS_UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Gives the tokens of a text in order, and how many positions they take. Words are folded; Chinese and Japanese become
 * overlapping pairs of characters, Thai and its like the words that `Intl.Segmenter` finds. A character loop: Unicode
 * expressions took several times as long on a text of 8 KB.
 */
export function eachToken(text: string, take: TakeToken, firstPosition = 0): number {
  let position = firstPosition;
  let index = 0;
  while (index < text.length) {
    const plainEnd = endOfPlainWord(text, index);
    if (plainEnd > index) {
      take(text.slice(index, plainEnd), position++, index, plainEnd);
      index = plainEnd;
      continue;
    }
    const kind = kindAt(text, index);
    if (kind === SEPARATOR) {
      index += widthAt(text, index);
      continue;
    }
    const start = index;
    if (kind === LETTER) {
      index = endOfWord(text, index);
      position = takeWord(text, start, index, position, take);
      continue;
    }
    do index += widthAt(text, index);
    while (index < text.length && kindAt(text, index) === kind);
    position =
      kind === IDEOGRAPH
        ? takePairs(text, start, index, position, take)
        : takeSegments(text, start, index, position, take);
  }
  return position;
}

/**
 * The end of a word of small letters and digits of ASCII with nothing beside it but spaces and commas, which is most of them; `from`
 * where none begins. In one loop and no call for each letter: a page that has just been opened packs its text before the browser has
 * made those fast.
 */
function endOfPlainWord(text: string, from: number): number {
  let end = from;
  let unit = text.charCodeAt(end);
  while ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39)) unit = text.charCodeAt(++end);
  const isWhole = end === text.length || unit === 0x20 || unit === 0x2c || unit === 0x0a;
  const isDotted = text.charCodeAt(from - 1) === 0x2e;
  return isWhole && !isDotted && end - from <= LONGEST_TERM ? end : from;
}

function kindAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  const kinds = kindsFor(unit);
  const known = kinds[unit] ?? 0;
  if (known !== 0) return known;
  const character = String.fromCodePoint(text.codePointAt(index) ?? unit);
  const kind = kindOf(character);
  // A pair is looked up each time: there are too many to remember, and few texts hold any.
  if (character.length === 1 && (unit < 0xd800 || unit >= 0xe000)) kinds[unit] = kind;
  return kind;
}

function kindsFor(unit: number): Uint8Array {
  if (unit < 0x80) return plainKinds;
  otherKinds ??= new Uint8Array(0x10000);
  return otherKinds;
}

function kindOf(character: string): number {
  if (character <= '\x7f') return /[a-z0-9_]/i.test(character) ? LETTER : SEPARATOR;
  if (IS_EAST_ASIAN.test(character) && IS_LETTER.test(character)) return IDEOGRAPH;
  if (IS_UNSPACED.test(character)) return UNSPACED;
  return IS_LETTER.test(character) ? LETTER : SEPARATOR;
}

function widthAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit < 0xdc00 && index + 1 < text.length ? 2 : 1;
}

const isLetterAt = (text: string, index: number): boolean => index < text.length && kindAt(text, index) === LETTER;
const isJoiner = (unit: number): boolean => unit === 0x2e || unit === 0x27 || unit === 0x2019;

/** A word with points and apostrophes within it (`node.js`, `don't`), and `++` or `#` after it (`c++`, `c#`). */
function endOfWord(text: string, from: number): number {
  let index = from;
  for (;;) {
    while (isLetterAt(text, index)) index += widthAt(text, index);
    if (!isJoiner(text.charCodeAt(index)) || !isLetterAt(text, index + 1)) break;
    index++;
  }
  if (text.startsWith('++', index)) return index + 2;
  return text[index] === '#' && !isLetterAt(text, index + 1) ? index + 1 : index;
}

/** Terms of words met before that are not plain: a text repeats most of its words, and folding beyond ASCII is slow. */
const folded = new Map<string, string>();
const MOST_FOLDED = 20_000;

function foldWord(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  const term = cut(foldText(word).replaceAll('’', "'"));
  if (folded.size >= MOST_FOLDED) folded.clear();
  folded.set(word, term);
  return term;
}

/** Small letters and digits of ASCII alone, and few enough of them. */
function isPlain(word: string): boolean {
  if (word.length > LONGEST_TERM) return false;
  for (let index = 0; index < word.length; index++) {
    const unit = word.charCodeAt(index);
    if (!((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39))) return false;
  }
  return true;
}

const PARTED = /[.'_+#]/;
const PART = /[\p{L}\p{M}\p{N}]+/gu;

function takeWord(text: string, from: number, end: number, position: number, take: TakeToken): number {
  const isDotted =
    text.charCodeAt(from - 1) === 0x2e && !(from > 1 && (isLetterAt(text, from - 2) || text[from - 2] === '.'));
  const start = isDotted ? from - 1 : from;
  const word = text.slice(start, end);
  // Most words are, and need no folding.
  if (isPlain(word)) {
    take(word, position, start, end);
    return position + 1;
  }
  const term = foldWord(word);
  if (term === '') return position;
  take(term, position, start, end);
  if (!PARTED.test(term)) return position + 1;
  const parts = term.match(PART) ?? [];
  for (const [i, part] of parts.entries()) if (part !== term) take(part, position + i, start, end);
  return position + Math.max(1, parts.length);
}

/**
 * Overlapping pairs, and the last character alone, which begins no pair. Dictionary words would add nothing: a query splits
 * into the same pairs whatever a dictionary makes of it, and browsers ship different dictionaries.
 */
function takePairs(text: string, start: number, end: number, position: number, take: TakeToken): number {
  const characters = [...foldText(text.slice(start, end))];
  const isPlain = characters.length === end - start;
  for (const [i, character] of characters.entries()) {
    const from = isPlain ? start + i : start;
    const to = isPlain ? Math.min(end, from + 2) : end;
    take(character + (characters[i + 1] ?? ''), position + i, from, to);
  }
  return position + characters.length;
}

/** Thai has no use for pairs: one syllable takes several characters, and pairs of them stand in every text. */
function takeSegments(text: string, start: number, end: number, position: number, take: TakeToken): number {
  let at = position;
  const segmenter = new Intl.Segmenter('th', { granularity: 'word' });
  for (const { segment, index } of segmenter.segment(text.slice(start, end))) {
    const term = foldWord(segment);
    if (term !== '') take(term, at++, start + index, start + index + segment.length);
  }
  return at;
}

const cut = (term: string): string => (term.length <= LONGEST_TERM ? term : [...term].slice(0, LONGEST_TERM).join(''));

/** What is searched for as one: a word, or a run of characters without spaces as a phrase of its pairs. */
export interface Unit {
  readonly terms: readonly { readonly term: string; readonly offset: number }[];
  /** Positions that it takes. */
  readonly width: number;
  /** A single ideograph, which begins pairs: it is found at the start of any. */
  readonly isLone: boolean;
}

/** The units of what a reader typed, with the positions `eachToken` gives the same text. */
export function unitsOf(text: string): readonly Unit[] {
  const units: Unit[] = [];
  let index = 0;
  while (index < text.length) {
    const kind = kindAt(text, index);
    if (kind === SEPARATOR) {
      index += widthAt(text, index);
      continue;
    }
    const start = index;
    if (kind === LETTER) index = endOfWord(text, index);
    else {
      do index += widthAt(text, index);
      while (index < text.length && kindAt(text, index) === kind);
    }
    const terms: { term: string; offset: number }[] = [];
    const take: TakeToken = (term, offset) => terms.push({ term, offset });
    if (kind === LETTER) {
      const width = takeWord(text, start, index, 0, take);
      if (terms.length > 0) units.push({ terms: terms.slice(0, 1), width, isLone: false });
      continue;
    }
    const width =
      kind === IDEOGRAPH ? takePairs(text, start, index, 0, take) : takeSegments(text, start, index, 0, take);
    // The last character alone says nothing that the pair before it does not.
    const searched = kind === IDEOGRAPH && width > 1 ? terms.slice(0, -1) : terms;
    if (searched.length > 0) units.push({ terms: searched, width, isLone: kind === IDEOGRAPH && width === 1 });
  }
  return units;
}
