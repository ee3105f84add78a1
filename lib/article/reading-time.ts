/** Silent reading of non-fiction: 238 words a minute (M. Brysbaert, "How many words do we read per minute?", 2019). */
const WORDS_PER_MINUTE = 238;
/** Chinese and Japanese are counted by the character, at the 500 a minute that reading-time estimates commonly take. */
const CHARACTERS_PER_MINUTE = 500;
const WORDS_PER_CHARACTER = WORDS_PER_MINUTE / CHARACTERS_PER_MINUTE;

// Korean separates its words by spaces and is counted like Latin.
const CHARACTERS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const WORDS = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.,\-‐][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
const HAS_CHARACTERS = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\ud840-\ud88f]/;

/** Words, where a Chinese or Japanese character counts as the part of a word that takes as long to read. Whole. */
export function countWords(text: string): number {
  if (!HAS_CHARACTERS.test(text)) return countMatches(text, WORDS);
  const rest = text.replace(CHARACTERS, ' ');
  return countMatches(rest, WORDS) + Math.round(countMatches(text, CHARACTERS) * WORDS_PER_CHARACTER);
}

/** Whether a text has so many words, found without reading on once it has. */
export function hasWords(text: string, fewest: number): boolean {
  let words = 0;
  // A run of Chinese or Japanese characters is one match of `WORDS`; it is weighed by its length.
  for (const [word] of text.matchAll(WORDS)) {
    words += HAS_CHARACTERS.test(word) ? countWords(word) : 1;
    if (words >= fewest) return true;
  }
  return false;
}

/** At least 1, rounded to the nearest minute. */
export function minutesToRead(wordCount: number): number {
  return Math.max(1, Math.round(wordCount / WORDS_PER_MINUTE));
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
