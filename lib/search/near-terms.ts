import { type ByteReader, decodeTerm } from './bytes.ts';
import { readTermInto } from './read-block.ts';

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
  const width = word.length + 1;
  const rows = new Uint8Array(width * 64);
  for (let column = 0; column < width; column++) rows[column] = column;
  /** Letters of the term before whose rows stand. */
  let known = '';
  /** With this many letters in common, a term has no hope. */
  let hopeless = Number.POSITIVE_INFINITY;
  /** With this many letters in common, a term begins as it should. */
  let settled = Number.POSITIVE_INFINITY;
  while (reader.at < dictionary.length) {
    const term = decodeTerm(bytes, readTermInto(reader, bytes));
    let shared = 0;
    while (shared < known.length && term.charCodeAt(shared) === known.charCodeAt(shared)) shared++;
    if (shared >= hopeless) continue;
    if (shared >= settled) {
      found.push(term);
      continue;
    }
    hopeless = settled = Number.POSITIVE_INFINITY;
    known = term;
    if (term.length > 60) {
      known = '';
      continue;
    }
    let distance = shared === 0 ? word.length : (rows[shared * width + word.length] ?? 0);
    for (let depth = shared + 1; depth <= term.length; depth++) {
      const least = fillRow(rows, width, depth, term, word);
      distance = rows[depth * width + word.length] ?? 0;
      if (isPrefix && distance <= slips) {
        settled = depth;
        break;
      }
      if (least > slips + 1) {
        hopeless = depth;
        break;
      }
    }
    known = term.slice(0, Math.min(term.length, hopeless, settled));
    if (settled !== Number.POSITIVE_INFINITY || (hopeless === Number.POSITIVE_INFINITY && distance <= slips)) {
      found.push(term);
    }
  }
  return found;
}

/** One row of the table: the distances of the term's first letters to each beginning of the word. Gives the least. */
function fillRow(rows: Uint8Array, width: number, depth: number, term: string, word: string): number {
  const row = depth * width;
  const above = row - width;
  const letter = term.charCodeAt(depth - 1);
  rows[row] = depth;
  let least = depth;
  for (let column = 1; column < width; column++) {
    const wanted = word.charCodeAt(column - 1);
    let distance = (rows[above + column - 1] ?? 0) + (letter === wanted ? 0 : 1);
    distance = Math.min(distance, (rows[above + column] ?? 0) + 1, (rows[row + column - 1] ?? 0) + 1);
    const isExchanged =
      depth > 1 && column > 1 && letter === word.charCodeAt(column - 2) && term.charCodeAt(depth - 2) === wanted;
    if (isExchanged) distance = Math.min(distance, (rows[above - width + column - 2] ?? 0) + 1);
    rows[row + column] = distance;
    if (distance < least) least = distance;
  }
  return least;
}
