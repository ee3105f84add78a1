import { type ByteReader, decodeTerm, letterAt, readNumber } from './bytes.ts';
import { passTerm, readRestInto } from './read-block.ts';

/** How many slips are forgiven in a word: one from four letters on, two from eight. */
export const slipsForgiven = (word: string): number => (word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0);

/**
 * The terms of a dictionary within so many slips of a word: a letter too many, missing, wrong, or two exchanged (optimal
 * string alignment). With `isPrefix`, those that begin so.
 *
 * Front-coded terms are a tree walked in order: the rows of the distance table stay for what a term shares with the one
 * before it, and beneath a row with no hope all terms are passed over.
 */
export function nearTerms(dictionary: Uint8Array, word: string, slips: number, isPrefix: boolean): readonly string[] {
  const found: string[] = [];
  const reader: ByteReader = { bytes: dictionary, at: 0 };
  const bytes = new Uint8Array(256);
  /** The letters of the term whose rows stand, and after how many of its bytes each of them ends. */
  const letters = new Uint16Array(DEEPEST);
  const ends = new Uint16Array(DEEPEST);
  const width = word.length + 1;
  const rows = new Uint8Array(width * (DEEPEST + 1));
  for (let column = 0; column < width; column++) rows[column] = column;
  /** How many letters of it have rows. */
  let known = 0;
  /** With this many bytes in common, a term has no hope. */
  let hopeless = Number.POSITIVE_INFINITY;
  /** With this many bytes in common, a term begins as it should. */
  let settled = Number.POSITIVE_INFINITY;
  while (reader.at < dictionary.length) {
    const shared = readNumber(reader);
    // Most terms end here. What they hold is not even copied: no later term with hope shares it.
    if (shared >= hopeless) {
      passTerm(reader);
      continue;
    }
    const length = readRestInto(reader, bytes, shared);
    if (shared >= settled) {
      found.push(decodeTerm(bytes, length));
      continue;
    }
    hopeless = settled = Number.POSITIVE_INFINITY;
    while (known > 0 && (ends[known - 1] ?? 0) > shared) known--;
    let at = known === 0 ? 0 : (ends[known - 1] ?? 0);
    let distance = rows[known * width + word.length] ?? 0;
    while (at < length && known < DEEPEST) {
      const letter = letterAt(bytes, at);
      at += letter < 0x80 ? 1 : letter < 0x800 ? 2 : 3;
      letters[known] = letter;
      ends[known] = at;
      known++;
      const least = fillRow(rows, width, known, letters, word, slips);
      distance = rows[known * width + word.length] ?? 0;
      if (isPrefix && distance <= slips) {
        settled = at;
        break;
      }
      // Nor can two letters exchanged lead back: the row above holds no less than `slips`.
      if (least > slips) {
        hopeless = at;
        break;
      }
    }
    const isWhole = at === length && hopeless === Number.POSITIVE_INFINITY && distance <= slips;
    if (isWhole || settled !== Number.POSITIVE_INFINITY) found.push(decodeTerm(bytes, length));
  }
  return found;
}

/** No word that is searched for is within two slips of a term with more letters. */
const DEEPEST = 100;

/**
 * One row of the table: the distances of the term's first letters to each beginning of the word. Gives the least. Only the
 * columns within reach are filled: to the sides of them, and in the column beside, all is more than `slips`.
 */
function fillRow(
  rows: Uint8Array,
  width: number,
  depth: number,
  letters: Uint16Array,
  word: string,
  slips: number,
): number {
  const row = depth * width;
  const above = row - width;
  const letter = letters[depth - 1] as number;
  const from = Math.max(1, depth - slips);
  const to = Math.min(width - 1, depth + slips);
  let left = depth <= slips ? depth : slips + 1;
  if (from <= width) rows[row + from - 1] = left;
  let least = left;
  let before = rows[above + from - 1] as number;
  for (let column = from; column <= to; column++) {
    const wanted = word.charCodeAt(column - 1);
    // The row above ends one column earlier.
    const over = column < depth + slips ? (rows[above + column] as number) : slips + 1;
    let distance = letter === wanted ? before : before + 1;
    if (over < distance) distance = over + 1;
    if (left < distance) distance = left + 1;
    if (depth > 1 && column > 1 && letter === word.charCodeAt(column - 2) && letters[depth - 2] === wanted) {
      const exchanged = (rows[above - width + column - 2] as number) + 1;
      if (exchanged < distance) distance = exchanged;
    }
    rows[row + column] = distance;
    before = over;
    left = distance;
    if (distance < least) least = distance;
  }
  // Read as the distance to the whole word, if that is out of reach.
  if (to < width - 1) rows[row + width - 1] = slips + 1;
  return least;
}
