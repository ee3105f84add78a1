/**
 * Silent reading of non-fiction: 238 words a minute (M. Brysbaert, "How many words do we read per minute?", 2019). It stands in
 * until the reader's own pace is known.
 */
export const USUAL_PACE = 238;
/** Chinese and Japanese are counted by the character, at the 500 a minute that reading-time estimates commonly take. */
const CHARACTERS_PER_MINUTE = 500;
const WORDS_PER_CHARACTER = USUAL_PACE / CHARACTERS_PER_MINUTE;

// Korean separates its words by spaces and is counted like Latin. The long-vowel mark belongs to no script of its own.
const CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const LETTER = /[\p{L}\p{N}]/u;
const MARK = /\p{M}/u;
/** Between letters these make one word of two: contractions, compounds, decimals. */
const JOINERS = "'’.,-‐";

/** Words, where a Chinese or Japanese character counts as the part of a word that takes as long to read. Whole. */
export function countWords(text: string): number {
  return countUpTo(text, Number.POSITIVE_INFINITY);
}

/**
 * A line of code is looked at for about as long as five words are, however many signs it has: code is looked over, and
 * each of its names and brackets would count as a word. Our estimate; no study of readers of articles was found.
 */
const WORDS_PER_CODE_LINE = 5;

/** A block of code as the number of words that takes as long. Empty lines take no time. */
export function countCode(text: string): number {
  return text.split('\n').filter((line) => line.trim() !== '').length * WORDS_PER_CODE_LINE;
}

/** Whether a text has so many words, found without reading on once it has. */
export function hasWords(text: string, fewest: number): boolean {
  return countUpTo(text, fewest) >= fewest;
}

/** By hand: matching a Unicode expression took eight times as long on a text of 200 KB (Chromium, November 2026). */
function countUpTo(text: string, enough: number): number {
  let words = 0;
  let characters = 0;
  let isInWord = false;
  let isAfterJoiner = false;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    let kind = kinds[unit] ?? 0;
    if (kind === 0) {
      const character = String.fromCodePoint(text.codePointAt(index) ?? unit);
      kind = kindOf(character);
      // A pair is looked up each time: there are too many to remember, and few texts hold any.
      if (character.length > 1) index++;
      else if (!isSurrogate(unit)) kinds[unit] = kind;
    }
    const wasInWord: boolean = isInWord;
    isInWord = kind === IS_LETTER || (kind === IS_MARK && wasInWord);
    if (isInWord && !wasInWord && !isAfterJoiner) words++;
    isAfterJoiner = kind === IS_JOINER && wasInWord;
    if (kind === IS_CHARACTER) characters++;
    if (words + characters * WORDS_PER_CHARACTER >= enough) break;
  }
  return words + Math.round(characters * WORDS_PER_CHARACTER);
}

const IS_OTHER = 1;
const IS_LETTER = 2;
const IS_MARK = 3;
const IS_JOINER = 4;
const IS_CHARACTER = 5;
/** What each UTF-16 unit is to a word; 0 until it was first met. */
const kinds = new Uint8Array(0x10000);

function kindOf(character: string): number {
  if (JOINERS.includes(character)) return IS_JOINER;
  // The Unicode expressions below take milliseconds to compile, and most texts do without them.
  if (character <= '\u007f') return /[a-z0-9]/i.test(character) ? IS_LETTER : IS_OTHER;
  if (character <= '\u00bf' || (character >= '\u2000' && character <= '\u206f'))
    return 'ªµº²³¹¼½¾'.includes(character) ? IS_LETTER : IS_OTHER;
  if (character <= '\u024f') return character === '×' || character === '÷' ? IS_OTHER : IS_LETTER;
  if (CHARACTER.test(character)) return IS_CHARACTER;
  if (LETTER.test(character)) return IS_LETTER;
  return MARK.test(character) ? IS_MARK : IS_OTHER;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xe000;
}

/** At least 1, rounded to the nearest minute. @param pace words a minute */
export function minutesToRead(wordCount: number, pace = USUAL_PACE): number {
  return Math.max(1, Math.round(wordCount / pace));
}

/**
 * Whole minutes left of a text, at least 1. Rounded up, so that nothing is called read while some of it is left; the trifle is
 * for 18 × ⅔ = 12.000000000000002.
 */
export function minutesLeft(wordCount: number, progress: number, pace?: number): number {
  return Math.max(1, Math.ceil(minutesToRead(wordCount, pace) * (1 - progress) - 1e-9));
}
