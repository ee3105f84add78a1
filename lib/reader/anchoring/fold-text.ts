/** A text in the form in which passages are compared, and the way back. */
export interface FoldedText {
  readonly text: string;
  /** Where each folded character begins in the raw text; one more entry for its end. */
  readonly rawAt: Uint32Array;
}

/** Soft hyphen, marks without width or of direction, and the sign that makes an emoji of a letter. */
const INVISIBLE = /\u00ad|[\u200b-\u200f]|\u2060|\ufeff|\ufe0f/;
const SPACE = /\s/;
const SINGLE_QUOTES = '‘’‚‛′´`';
const DOUBLE_QUOTES = '“”„‟″«»';
const DASHES = '-‐‑‒–—―−';
/** All that folding changes, besides runs of plain spaces. Most paragraphs hold none, or little. */
const LIGATURES: Readonly<Record<string, string>> = { '…': '...', ﬁ: 'fi', ﬂ: 'fl', ﬀ: 'ff' };

/**
 * Makes one of what typographers, editors and other cuts of a page write in several ways: white space, soft hyphens,
 * quotation marks, dashes, ellipses. Letters are left alone.
 */
export function foldForAnchoring(raw: string): FoldedText {
  const rawAt = new Uint32Array(raw.length * 3 + 1);
  let text = '';
  let last = '';
  let length = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const folded = foldCharacter(raw.charAt(at));
    const isRun = (folded === ' ' || folded === '-') && folded === last;
    if (folded === '' || isRun) continue;
    for (let i = 0; i < folded.length; i += 1) rawAt[length++] = at;
    text += folded;
    last = folded;
  }
  rawAt[length] = raw.length;
  return { text, rawAt: rawAt.subarray(0, length + 1) };
}

function foldCharacter(character: string): string {
  const isPlain = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
  if (isPlain) return character;
  if (SPACE.test(character)) return ' ';
  if (INVISIBLE.test(character)) return '';
  if (character === "'" || SINGLE_QUOTES.includes(character)) return "'";
  if (character === '"' || DOUBLE_QUOTES.includes(character)) return '"';
  if (DASHES.includes(character)) return '-';
  return LIGATURES[character] ?? character;
}

/** Index of the folded character that holds a place of the raw text. */
export function foldedIndex({ rawAt }: FoldedText, raw: number): number {
  let low = 0;
  let high = rawAt.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rawAt[middle] ?? 0) < raw) low = middle + 1;
    else high = middle;
  }
  return low;
}
