/** Bytes that grow as they are written. Numbers are variable-length: seven bits to a byte, the lowest first. */
export interface ByteWriter {
  readonly length: () => number;
  readonly number: (value: number) => void;
  readonly bytes: (bytes: Uint8Array, start?: number, end?: number) => void;
  /** The bytes written since the start or the last `take`, as an array of their own. */
  readonly take: () => Uint8Array<ArrayBuffer>;
  /** The same into another writer, after their number: an array of their own for each term of a text would be hundreds. */
  readonly takeInto: (writer: ByteWriter) => void;
}

export function openWriter(capacity = 1024): ByteWriter {
  let buffer = new Uint8Array(capacity);
  let length = 0;
  function reserve(more: number) {
    if (length + more <= buffer.length) return;
    const larger = new Uint8Array(Math.max(buffer.length * 2, length + more));
    larger.set(buffer.subarray(0, length));
    buffer = larger;
  }
  return {
    length: () => length,
    number(value) {
      reserve(5);
      let rest = value;
      while (rest > 0x7f) {
        buffer[length++] = (rest & 0x7f) | 0x80;
        rest >>>= 7;
      }
      buffer[length++] = rest;
    },
    bytes(bytes, start = 0, end = bytes.length) {
      reserve(end - start);
      // A term is a few bytes: to set those one by one is faster than to ask for a view of them.
      if (end - start <= 32) for (let at = start; at < end; at++) buffer[length++] = bytes[at] ?? 0;
      else {
        buffer.set(start === 0 && end === bytes.length ? bytes : bytes.subarray(start, end), length);
        length += end - start;
      }
    },
    take() {
      const taken = buffer.slice(0, length);
      length = 0;
      return taken;
    },
    takeInto(writer) {
      writer.number(length);
      writer.bytes(buffer, 0, length);
      length = 0;
    },
  };
}

/** How many bytes `number` writes of a value. */
export const numberSize = (value: number): number => Math.max(1, Math.ceil((32 - Math.clz32(value)) / 7));

/** A place in bytes that moves on as they are read. */
export interface ByteReader {
  readonly bytes: Uint8Array;
  at: number;
}

export function readNumber(reader: ByteReader): number {
  const { bytes } = reader;
  let byte = bytes[reader.at++] ?? 0;
  if (byte < 0x80) return byte;
  let value = byte & 0x7f;
  for (let shift = 7; byte >= 0x80; shift += 7) {
    byte = bytes[reader.at++] ?? 0;
    value |= (byte & 0x7f) << shift;
  }
  return value >>> 0;
}

/**
 * A term as bytes whose order is that of JavaScript's own comparison of text: each UTF-16 unit by itself in the manner of
 * UTF-8, so that surrogates sort where JavaScript sorts them.
 */
export function encodeTerm(term: string): Uint8Array<ArrayBuffer> {
  const ascii = new Uint8Array(term.length);
  let plain = 0;
  for (; plain < term.length; plain++) {
    const unit = term.charCodeAt(plain);
    if (unit >= 0x80) break;
    ascii[plain] = unit;
  }
  if (plain === term.length) return ascii;
  const bytes = new Uint8Array(term.length * 3);
  bytes.set(ascii);
  let at = plain;
  for (let index = plain; index < term.length; index++) {
    const unit = term.charCodeAt(index);
    if (unit < 0x80) bytes[at++] = unit;
    else if (unit < 0x800) {
      bytes[at++] = 0xc0 | (unit >> 6);
      bytes[at++] = 0x80 | (unit & 0x3f);
    } else {
      bytes[at++] = 0xe0 | (unit >> 12);
      bytes[at++] = 0x80 | ((unit >> 6) & 0x3f);
      bytes[at++] = 0x80 | (unit & 0x3f);
    }
  }
  return bytes.slice(0, at);
}

/** The order of the first bytes of two arrays, as that of the terms they hold: below 0 where the one comes first. */
export function compareBytes(one: Uint8Array, length: number, other: Uint8Array, otherLength: number): number {
  const most = Math.min(length, otherLength);
  for (let at = 0; at < most; at++) {
    const difference = (one[at] as number) - (other[at] as number);
    if (difference !== 0) return difference;
  }
  return length - otherLength;
}

export function decodeTerm(bytes: Uint8Array, length = bytes.length): string {
  let term = '';
  for (let at = 0; at < length; ) {
    const letter = letterAt(bytes, at);
    term += String.fromCharCode(letter);
    at += letter < 0x80 ? 1 : letter < 0x800 ? 2 : 3;
  }
  return term;
}

/** The UTF-16 unit that begins at a byte: one byte below 0x80, two below 0x800, three from there on. */
export function letterAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return first;
  const second = (bytes[at + 1] ?? 0) & 0x3f;
  if (first < 0xe0) return ((first & 0x1f) << 6) | second;
  return ((first & 0x0f) << 12) | (second << 6) | ((bytes[at + 2] ?? 0) & 0x3f);
}
