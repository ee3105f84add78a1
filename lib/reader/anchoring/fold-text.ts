/** A text in the form in which passages are compared, and the way back. */
export interface FoldedText {
  readonly text: string;
  /** Where a folded character begins in the raw text; its end for the end. */
  readonly rawAt: (index: number) => number;
}

/** Soft hyphen, marks without width or of direction, and the sign that makes an emoji of a letter. */
const INVISIBLE = /\u00ad|[\u200b-\u200f]|\u2060|\ufeff|\ufe0f/;
const SPACE = /\s/;
const SINGLE_QUOTES = '‘’‚‛′´`';
const DOUBLE_QUOTES = '“”„‟″«»';
const DASHES = '-‐‑‒–—―−';
const LIGATURES: Readonly<Record<string, string>> = { '…': '...', ﬁ: 'fi', ﬂ: 'fl', ﬀ: 'ff' };
/**
 * Whatever folding may change: signs that are no plain ASCII, with the spaces and hyphens around them; of spaces and hyphens
 * alone, several in a row. All else, most of most texts, is passed over without a look at each letter.
 */
const FOLDING = /[^ !-,.-_a-~-][^!-,.-_a-~]*|[ -][^!-,.-_a-~]+/g;

/**
 * Makes one of what typographers, editors and other cuts of a page write in several ways: white space, soft hyphens,
 * quotation marks, dashes, ellipses. Letters are left alone.
 */
export function foldForAnchoring(raw: string): FoldedText {
  const parts: string[] = [];
  // From each of these places on, both texts go side by side until the next.
  const foldedFrom = [0];
  const rawFrom = [0];
  let length = 0;
  const add = (part: string, at: number) => {
    if (part === '') return;
    const last = foldedFrom.length - 1;
    if (at - (rawFrom[last] ?? 0) !== length - (foldedFrom[last] ?? 0)) {
      foldedFrom.push(length);
      rawFrom.push(at);
    }
    parts.push(part);
    length += part.length;
  };
  let done = 0;
  for (const { 0: run, index } of raw.matchAll(FOLDING)) {
    let last = '';
    for (let at = index; at < index + run.length; at += 1) {
      const character = raw.charAt(at);
      const folded = foldCharacter(character);
      const isRepeated = (folded === ' ' || folded === '-') && folded === last;
      if (folded !== '') last = folded;
      if (folded === character && !isRepeated) continue;
      add(raw.slice(done, at), done);
      // One sign that became several: each of them stands where it stood.
      if (!isRepeated) for (const sign of folded) add(sign, at);
      done = at + 1;
    }
  }
  add(raw.slice(done), done);
  return {
    text: parts.join(''),
    rawAt(index) {
      if (index >= length) return raw.length;
      const piece = lastAtMost(foldedFrom, index);
      return (rawFrom[piece] ?? 0) + index - (foldedFrom[piece] ?? 0);
    },
  };
}

/** The same where no way back is needed. */
export const foldWords = (raw: string): string => (raw.search(FOLDING) === -1 ? raw : foldForAnchoring(raw).text);

function foldCharacter(character: string): string {
  if (SPACE.test(character)) return ' ';
  if (INVISIBLE.test(character)) return '';
  if (SINGLE_QUOTES.includes(character)) return "'";
  if (DOUBLE_QUOTES.includes(character)) return '"';
  if (DASHES.includes(character)) return '-';
  return LIGATURES[character] ?? character;
}

/** Index of the last number that is not above a limit, of numbers that rise; 0 at least. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Index of the folded character that holds a place of the raw text. */
export function foldedIndex({ text, rawAt }: FoldedText, raw: number): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rawAt(middle) < raw) low = middle + 1;
    else high = middle;
  }
  return low;
}
