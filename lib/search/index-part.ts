import { type ByteWriter, encodeTerm, numberSize, openWriter } from './bytes.ts';
import { lowBitsOf, openGapWriter } from './gaps.ts';
import { squeezeLength } from './squeeze-length.ts';
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
/** Of every article with a mark: one on a picture without words has none of its own. */
export const MARK_TERM = `${KEY_SIGN}mark`;
export const keyTerm = (name: KeyName, value: string): string => `${KEY_SIGN}${name}:${value}`;

/**
 * The terms of one part of one article, packed. A block holds, for each term in order: how many bytes it shares with the
 * one before, how many follow, these, the number of documents, the length of the postings, the postings. A posting is the
 * step to the next document × 2 + whether there is more to say than one occurrence in the body; if so, occurrences × 2 +
 * whether a byte of fields follows, and that byte. Positions lie beside it, term by term in the same order: their length in
 * bytes, and the gaps from each occurrence to the next (`gaps.ts`).
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
          if (known.positions[known.positions.length - 1] !== at) known.positions.push(at);
          known.fields |= field;
        }
      },
      position,
    );
    length += end - position;
    position = end + FIELD_GAP;
  }
  for (const key of keys) found.set(key, { positions: [], fields: 0 });
  return { ...packTerms(found, squeezeLength(length)), length };
}

function packTerms(
  found: ReadonlyMap<string, Occurrences>,
  squeezedLength: number,
): Pick<PackedPart, 'block' | 'positions'> {
  if (found.size === 0) return { block: new Uint8Array(0), positions: new Uint8Array(0) };
  const block = openWriter(4096);
  const places = openWriter(4096);
  const gaps = openGapWriter();
  let former = new Uint8Array(0);
  for (const term of inOrder(found.keys())) {
    const { positions, fields } = found.get(term) ?? { positions: [], fields: 0 };
    former = writeTerm(block, former, encodeTerm(term));
    block.number(1);
    block.number(postingSize(positions.length, fields));
    writePosting(block, 0, positions.length, fields);
    const lowBits = lowBitsOf(squeezedLength, positions.length);
    let last = 0;
    for (const position of positions) {
      gaps.gap(position - last, lowBits);
      last = position;
    }
    gaps.takeInto(places);
  }
  return { block: block.take(), positions: places.take() };
}

/** Terms in the order of their UTF-16 units. Those of each first unit by themselves, which takes a third less time. */
function inOrder(terms: Iterable<string>): readonly string[] {
  const byFirst = new Map<number, string[]>();
  for (const term of terms) {
    const first = term.charCodeAt(0);
    const same = byFirst.get(first);
    if (same) same.push(term);
    else byFirst.set(first, [term]);
  }
  return [...byFirst].sort(([one], [other]) => one - other).flatMap(([, same]) => same.sort());
}

/** Writes a posting, as `eachPosting` reads it. */
export function writePosting(writer: ByteWriter, step: number, occurrences: number, fields: number): void {
  const isPlain = occurrences === 1 && fields === 0;
  writer.number(step * 2 + (isPlain ? 0 : 1));
  if (isPlain) return;
  writer.number(occurrences * 2 + (fields === 0 ? 0 : 1));
  if (fields !== 0) writer.number(fields);
}

/** The bytes of the first posting of a term: known before, so that it is written in its place. */
function postingSize(occurrences: number, fields: number): number {
  if (occurrences === 1 && fields === 0) return 1;
  return 1 + numberSize(occurrences * 2 + 1) + (fields === 0 ? 0 : 1);
}

/** Writes a term after the one before it. Gives the term, to be the next call's `former`. */
export function writeTerm(
  writer: ByteWriter,
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
