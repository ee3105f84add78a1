import { type ByteReader, compareBytes, decodeTerm, encodeTerm, readNumber } from './bytes.ts';

/** Where a term's postings lie in its block. */
export interface TermEntry {
  readonly term: string;
  /** The how manieth term of its block. Positions lie beside the block in the same order. */
  readonly ordinal: number;
  readonly documents: number;
  readonly start: number;
  readonly end: number;
}

/** The terms of a block from `from` on, while `isWanted` says so, compared as bytes and decoded only once in range. */
export function termsInBlock(block: Uint8Array, from: string, isWanted: (term: string) => boolean): TermEntry[] {
  const found: TermEntry[] = [];
  const low = encodeTerm(from);
  const term = new Uint8Array(256);
  const reader: ByteReader = { bytes: block, at: 0 };
  let isInRange = false;
  for (let ordinal = 0; reader.at < block.length; ordinal++) {
    const length = readTermInto(reader, term);
    const documents = readNumber(reader);
    const size = readNumber(reader);
    const start = reader.at;
    reader.at += size;
    if (!isInRange && compareBytes(term, length, low, low.length) < 0) continue;
    isInRange = true;
    const text = decodeTerm(term, length);
    if (!isWanted(text)) break;
    found.push({ term: text, ordinal, documents, start, end: reader.at });
  }
  return found;
}

/** Reads a front-coded term over the one before it. Gives its length in bytes. */
export function readTermInto(reader: ByteReader, term: Uint8Array): number {
  const shared = readNumber(reader);
  return readRestInto(reader, term, shared);
}

/** The same once it is read how many bytes the term shares with the one before it. */
export function readRestInto(reader: ByteReader, term: Uint8Array, shared: number): number {
  const more = readNumber(reader);
  for (let i = 0; i < more; i++) term[shared + i] = reader.bytes[reader.at++] ?? 0;
  return shared + more;
}

/** Goes on to the next term, once it is read how many bytes this one shares with the one before it. */
export function passTerm(reader: ByteReader): void {
  const more = readNumber(reader);
  reader.at += more;
}

/** Takes one posting: the document's place in its segment, how often the term stands there, and in which fields. */
export type TakePosting = (document: number, occurrences: number, fields: number) => void;

/** Not to be called from within `take`. */
export function eachPosting(block: Uint8Array, entry: TermEntry, take: TakePosting): void {
  const { documents, occurrences, fields } = readPostings(block, entry);
  for (let i = 0; i < postingsIn(entry); i++) {
    take(documents[i] as number, occurrences[i] as number, fields[i] as number);
  }
}

/** A posting takes a byte at least: a broken block may speak of more. */
export const postingsIn = ({ documents, start, end }: TermEntry): number => Math.min(documents, end - start);

/** Postings side by side, in arrays that are used again: the first `postingsIn` of them are meant. */
export interface PostingColumns {
  readonly documents: Uint32Array;
  readonly occurrences: Uint32Array;
  readonly fields: Uint8Array;
}

let columns: PostingColumns = postingColumns(1024);

function postingColumns(length: number): PostingColumns {
  return {
    documents: new Uint32Array(length),
    occurrences: new Uint32Array(length),
    fields: new Uint8Array(length),
  };
}

/**
 * All postings of a term, until the next call. For words of every article: a function called for each posting costs several
 * times as much as the posting.
 */
export function readPostings(block: Uint8Array, entry: TermEntry): PostingColumns {
  const count = postingsIn(entry);
  if (count > columns.documents.length) columns = postingColumns(count * 2);
  const { documents, occurrences, fields } = columns;
  const reader: ByteReader = { bytes: block, at: entry.start };
  let document = 0;
  for (let i = 0; i < count; i++) {
    const step = readNumber(reader);
    document += step >>> 1;
    documents[i] = document;
    if ((step & 1) === 0) {
      occurrences[i] = 1;
      fields[i] = 0;
      continue;
    }
    const code = readNumber(reader);
    occurrences[i] = code >>> 1;
    fields[i] = (code & 1) === 1 ? (block[reader.at++] as number) : 0;
  }
  return columns;
}

/** The bytes of a term's positions. */
export function positionsOf(positions: Uint8Array, ordinal: number): Uint8Array {
  const reader: ByteReader = { bytes: positions, at: 0 };
  for (let i = 0; i < ordinal; i++) {
    const size = readNumber(reader);
    reader.at += size;
  }
  const size = readNumber(reader);
  return positions.subarray(reader.at, reader.at + size);
}
