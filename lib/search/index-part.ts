import { encodeTerm, openWriter } from './bytes.ts';
import { eachToken } from './tokens.ts';

/** What of an article is indexed by itself, so that a note typed anew leaves its text alone. */
export const PART = { text: 0, note: 1, marks: 2, shelving: 3 } as const;
export type Part = (typeof PART)[keyof typeof PART];
export const PARTS = 4;

/** Fields of the text part other than the body, as bits. */
export const FIELD = { body: 0, title: 1, author: 2, site: 4 } as const;
export type Field = (typeof FIELD)[keyof typeof FIELD];

/** Before a term that no text can hold: a tag as a whole, a list, a host, a colour. */
const KEY_SIGN = '\u0001';
export type KeyName = 'tag' | 'list' | 'host' | 'colour';
export const keyTerm = (name: KeyName, value: string): string => `${KEY_SIGN}${name}:${value}`;

/**
 * The terms of one part of one article, packed. A block holds, for each term in order: how many bytes it shares with the
 * one before, how many follow, these, the number of documents, the length of the postings, the postings. A posting is the
 * step to the next document, occurrences × 2 + whether a byte of fields follows, and that byte. Positions lie beside it,
 * term by term in the same order: their length, and the step from each occurrence to the next.
 */
export interface PackedPart {
  readonly block: Uint8Array<ArrayBuffer>;
  readonly positions: Uint8Array<ArrayBuffer>;
  /** Tokens in it, for ranking. */
  readonly length: number;
}

export interface FieldText {
  readonly text: string;
  readonly field: Field;
}

/** So that no phrase runs from a title into the text. */
const FIELD_GAP = 8;

interface Occurrences {
  readonly positions: number[];
  fields: number;
}

export function packPart(texts: readonly FieldText[], keys: readonly string[] = []): PackedPart {
  const found = new Map<string, Occurrences>();
  let position = 0;
  let length = 0;
  for (const { text, field } of texts) {
    const end = eachToken(
      text,
      (term, at) => {
        const known = found.get(term);
        if (known === undefined) found.set(term, { positions: [at], fields: field });
        else {
          // An identifier can meet its own part at the same place; a place counts once.
          if (known.positions.at(-1) !== at) known.positions.push(at);
          known.fields |= field;
        }
      },
      position,
    );
    length += end - position;
    position = end + FIELD_GAP;
  }
  for (const key of keys) found.set(key, { positions: [], fields: 0 });
  return { ...packTerms(found), length };
}

function packTerms(found: ReadonlyMap<string, Occurrences>): Pick<PackedPart, 'block' | 'positions'> {
  const block = openWriter(4096);
  const places = openWriter(4096);
  const steps = openWriter(256);
  let former = new Uint8Array(0);
  for (const term of [...found.keys()].sort()) {
    const { positions, fields } = found.get(term) ?? { positions: [], fields: 0 };
    former = writeTerm(block, former, encodeTerm(term));
    const code = positions.length * 2 + (fields === 0 ? 0 : 1);
    block.number(1);
    block.number(1 + (code < 0x80 ? 1 : code < 0x4000 ? 2 : code < 0x20_0000 ? 3 : 4) + (fields === 0 ? 0 : 1));
    block.number(0);
    block.number(code);
    if (fields !== 0) block.number(fields);
    let last = 0;
    for (const position of positions) {
      steps.number(position - last);
      last = position;
    }
    const bytes = steps.take();
    places.number(bytes.length);
    places.bytes(bytes);
  }
  return { block: block.take(), positions: places.take() };
}

/** Writes a term after the one before it. Gives the term, to be the next call's `former`. */
export function writeTerm(
  writer: ReturnType<typeof openWriter>,
  former: Uint8Array<ArrayBuffer>,
  term: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> {
  let shared = 0;
  const most = Math.min(former.length, term.length);
  while (shared < most && former[shared] === term[shared]) shared++;
  writer.number(shared);
  writer.number(term.length - shared);
  writer.bytes(term, shared, term.length);
  return term;
}
