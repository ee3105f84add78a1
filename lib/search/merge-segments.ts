import { type ByteReader, compareBytes, decodeTerm, openWriter, readNumber } from './bytes.ts';
import { type GapReader, lowBitsOf, openGapWriter, readGap } from './gaps.ts';
import { writePosting, writeTerm } from './index-part.ts';
import { openPrefixes } from './prefix-sets.ts';
import { readTermInto } from './read-block.ts';

/** The documents of a segment, each a part of an article, in columns of equal length. */
export interface Documents {
  /** Article number × 4 + part. */
  readonly keys: Uint32Array<ArrayBuffer>;
  /** Tokens, as `squeezeLength` gives them. */
  readonly lengths: Uint8Array<ArrayBuffer>;
  /** Places in `LANGUAGES`. */
  readonly languages: Uint8Array<ArrayBuffer>;
}

export interface MergeInput {
  readonly documents: Documents;
  readonly blocks: readonly Uint8Array[];
  readonly positions: readonly Uint8Array[];
  /** By document: whether it goes on. One that was written anew since, or removed for good, does not. */
  readonly isAlive: (document: number) => boolean;
}

export interface MergedSegment {
  readonly documents: Documents;
  readonly blocks: readonly Uint8Array<ArrayBuffer>[];
  readonly positions: readonly Uint8Array<ArrayBuffer>[];
  /** The first term of each block. */
  readonly firstTerms: readonly string[];
  /** The terms alone, front-coded, those of `BLOCKS_PER_DICTIONARY` blocks in each. */
  readonly dictionaries: readonly Uint8Array<ArrayBuffer>[];
  /** Documents of the prefixes that many terms share. See `prefix-sets.ts`. */
  readonly prefixes: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

const BLOCK_BYTES = 16 * 1024;
export const BLOCKS_PER_DICTIONARY = 32;

/** Merges segments into one whose documents stand in the order of the inputs. */
export function mergeSegments(inputs: readonly MergeInput[]): MergedSegment {
  const { documents, numbers } = joinDocuments(inputs);
  const writer = openSegment(documents);
  const cursors = inputs.flatMap((input, i) => {
    const cursor = openCursor(input, numbers[i] ?? new Int32Array(0));
    return cursor.next() ? [cursor] : [];
  });
  const heap = openHeap(cursors);
  for (let [first] = heap; first !== undefined; [first] = heap) {
    // Of its own: the cursor's bytes are those of its next term once it moves on.
    const term = first.bytes.slice(0, first.length);
    writer.begin(term);
    for (let [cursor] = heap; cursor !== undefined && standsAt(cursor, term); [cursor] = heap) {
      writer.add(cursor);
      if (!cursor.next()) {
        const last = heap.pop();
        if (last !== undefined && heap.length > 0) heap[0] = last;
      }
      sink(heap);
    }
    writer.end();
  }
  return { documents, ...writer.close() };
}

function joinDocuments(inputs: readonly MergeInput[]) {
  const keys: number[] = [];
  const lengths: number[] = [];
  const languages: number[] = [];
  const numbers = inputs.map(({ documents, isAlive }) =>
    Int32Array.from(documents.keys, (key, document) => {
      if (!isAlive(document)) return -1;
      lengths.push(documents.lengths[document] ?? 0);
      languages.push(documents.languages[document] ?? 0);
      return keys.push(key) - 1;
    }),
  );
  const documents: Documents = {
    keys: Uint32Array.from(keys),
    lengths: Uint8Array.from(lengths),
    languages: Uint8Array.from(languages),
  };
  return { documents, numbers };
}

interface Cursor {
  /** Its present term, in the first `length` of them: their order is that of the terms, and most are compared and never read as text. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  length: number;
  /** The first four of them as one number, which tells most terms apart. */
  head: number;
  /** Ties go to the earlier input, so that documents stay in order. */
  readonly place: number;
  readonly next: () => boolean;
  /** Gives each posting, with the gaps of its positions in the first `occurrences` of `gaps`, which it uses again. */
  readonly read: (take: (document: number, occurrences: number, fields: number, gaps: Int32Array) => void) => void;
}

function openCursor({ documents, blocks, positions }: MergeInput, numbers: Int32Array): Cursor {
  const bytes = new Uint8Array(256);
  let gaps = new Int32Array(64);
  let blockIndex = 0;
  let reader: ByteReader = { bytes: blocks[0] ?? new Uint8Array(0), at: 0 };
  let places: ByteReader = { bytes: positions[0] ?? new Uint8Array(0), at: 0 };
  let count = 0;
  let postingsAt = 0;
  let placesAt = 0;
  const place = numbers.find((number) => number >= 0) ?? 0;
  const cursor: Cursor = {
    bytes,
    length: 0,
    head: 0,
    place,
    next() {
      while (reader.at >= reader.bytes.length) {
        blockIndex++;
        const block = blocks[blockIndex];
        if (block === undefined) return false;
        reader = { bytes: block, at: 0 };
        places = { bytes: positions[blockIndex] ?? new Uint8Array(0), at: 0 };
      }
      cursor.length = readTermInto(reader, bytes);
      cursor.head = headOf(bytes, cursor.length);
      count = readNumber(reader);
      const size = readNumber(reader);
      postingsAt = reader.at;
      reader.at += size;
      const placesSize = readNumber(places);
      placesAt = places.at;
      places.at += placesSize;
      return true;
    },
    read(take) {
      const posting: ByteReader = { bytes: reader.bytes, at: postingsAt };
      const gapReader: GapReader = { bytes: places.bytes, at: placesAt * 8 };
      let document = 0;
      for (let i = 0; i < count; i++) {
        const step = readNumber(posting);
        document += step >>> 1;
        const code = (step & 1) === 0 ? 2 : readNumber(posting);
        const fields = (code & 1) === 1 ? (posting.bytes[posting.at++] ?? 0) : 0;
        const occurrences = code >>> 1;
        if (occurrences > gaps.length) gaps = new Int32Array(occurrences * 2);
        const lowBits = lowBitsOf(documents.lengths[document] ?? 0, occurrences);
        for (let each = 0; each < occurrences; each++) gaps[each] = readGap(gapReader, lowBits);
        const number = numbers[document] ?? -1;
        if (number >= 0) take(number, occurrences, fields, gaps);
      }
    },
  };
  return cursor;
}

function headOf(bytes: Uint8Array, length: number): number {
  let head = 0;
  for (let at = 0; at < 4; at++) head = (head << 8) | (at < length ? (bytes[at] as number) : 0);
  return head >>> 0;
}

const standsAt = ({ bytes, length }: Cursor, term: Uint8Array): boolean =>
  length === term.length && compareBytes(bytes, length, term, length) === 0;

function isBefore(one: Cursor, other: Cursor): boolean {
  if (one.head !== other.head) return one.head < other.head;
  const order = compareBytes(one.bytes, one.length, other.bytes, other.length);
  return order < 0 || (order === 0 && one.place < other.place);
}

function openHeap(cursors: Cursor[]): [Cursor, ...Cursor[]] | [] {
  return cursors.sort((a, b) => (isBefore(a, b) ? -1 : 1)) as [Cursor, ...Cursor[]] | [];
}

/** Lets the first cursor, which has moved on, sink to its place in the heap. */
function sink(heap: Cursor[]): void {
  let at = 0;
  for (;;) {
    const present = heap[at];
    const left = heap[2 * at + 1];
    const right = heap[2 * at + 2];
    const isRight = right !== undefined && left !== undefined && isBefore(right, left);
    const least = isRight ? right : left;
    if (present === undefined || least === undefined || !isBefore(least, present)) return;
    heap[at] = least;
    at = isRight ? 2 * at + 2 : 2 * at + 1;
    heap[at] = present;
  }
}

function openSegment({ keys, lengths }: Documents) {
  const blocks: Uint8Array<ArrayBuffer>[] = [];
  const positions: Uint8Array<ArrayBuffer>[] = [];
  const firstTerms: string[] = [];
  const dictionaries: Uint8Array<ArrayBuffer>[] = [];
  const block = openWriter(BLOCK_BYTES * 2);
  const places = openWriter(BLOCK_BYTES * 2);
  const dictionary = openWriter(BLOCK_BYTES);
  const postings = openWriter(BLOCK_BYTES);
  const gapWriter = openGapWriter(BLOCK_BYTES);
  const prefixes = openPrefixes(keys.length);
  const nothing = new Uint8Array(0);
  let former = nothing;
  let formerInDictionary = nothing;
  let term = nothing;
  let count = 0;
  let last = 0;

  function closeBlock() {
    if (block.length() === 0) return;
    blocks.push(block.take());
    positions.push(places.take());
    former = nothing;
    if (blocks.length % BLOCKS_PER_DICTIONARY === 0) closeDictionary();
  }
  function closeDictionary() {
    if (dictionary.length() > 0) dictionaries.push(dictionary.take());
    formerInDictionary = nothing;
  }

  return {
    begin(next: Uint8Array<ArrayBuffer>) {
      term = next;
      count = 0;
      last = 0;
    },
    add(cursor: Cursor) {
      cursor.read((document, occurrences, fields, gaps) => {
        writePosting(postings, document - last, occurrences, fields);
        last = document;
        count++;
        const lowBits = lowBitsOf(lengths[document] ?? 0, occurrences);
        for (let each = 0; each < occurrences; each++) gapWriter.gap(gaps[each] ?? 0, lowBits);
        prefixes.add(document, fields);
      });
    },
    end() {
      if (count === 0) return;
      const text = decodeTerm(term);
      if (block.length() === 0) firstTerms.push(text);
      prefixes.close(text, postings.length());
      former = writeTerm(block, former, term);
      formerInDictionary = writeTerm(dictionary, formerInDictionary, term);
      block.number(count);
      postings.takeInto(block);
      gapWriter.takeInto(places);
      if (block.length() >= BLOCK_BYTES) closeBlock();
    },
    close() {
      closeBlock();
      closeDictionary();
      return { blocks, positions, firstTerms, dictionaries, prefixes: prefixes.take() };
    },
  };
}
