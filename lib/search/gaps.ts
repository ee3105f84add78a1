import type { ByteWriter } from './bytes.ts';
import { spreadLength } from './squeeze-length.ts';

/**
 * Positions as the gaps between them, in Rice's code: the low bits of a gap as they are, what is above them as so many ones
 * and a nought. How many low bits follows from what is known of the document anyway, its length and how often the word
 * stands there, so a gap takes about as few bits as it can: a third less than a byte for each seven (measured on 10,000
 * invented articles, November 2026).
 */
export interface GapWriter {
  readonly gap: (value: number, lowBits: number) => void;
  /** Into a writer: the bytes since the start or the last `takeInto`, after their number. The last is filled up with noughts. */
  readonly takeInto: (writer: ByteWriter) => void;
}

export interface GapReader {
  readonly bytes: Uint8Array;
  /** The next bit, from the highest of the first byte on. */
  at: number;
}

/** From so many ones on, the gap follows as it is: a bound for texts that nobody wrote. */
const MOST_ONES = 24;
const WHOLE_BITS = 30;

/** Made when it is first asked for: most searches read no positions. */
let lengths: Float64Array | undefined;

/** @param squeezedLength as `squeezeLength` gives it */
export function lowBitsOf(squeezedLength: number, occurrences: number): number {
  lengths ??= new Float64Array(256).map((_, squeezed) => spreadLength(squeezed));
  const usual = Math.floor((lengths[squeezedLength] ?? 0) / (occurrences + 1));
  return usual < 2 ? 0 : 31 - Math.clz32(usual);
}

export function openGapWriter(capacity = 256): GapWriter {
  let buffer = new Uint8Array(capacity);
  let bit = 0;
  function put(value: number, count: number) {
    for (let left = count; left > 0; ) {
      const byte = bit >> 3;
      const room = 8 - (bit & 7);
      const taken = Math.min(room, left);
      const piece = (value >>> (left - taken)) & ((1 << taken) - 1);
      buffer[byte] = (buffer[byte] ?? 0) | (piece << (room - taken));
      bit += taken;
      left -= taken;
    }
  }
  return {
    gap(value, lowBits) {
      if ((bit >> 3) + 16 > buffer.length) {
        const larger = new Uint8Array(buffer.length * 2);
        larger.set(buffer);
        buffer = larger;
      }
      const ones = value >>> lowBits;
      if (ones >= MOST_ONES) {
        put((1 << MOST_ONES) - 1, MOST_ONES);
        put(value, WHOLE_BITS);
        return;
      }
      put(((1 << ones) - 1) << 1, ones + 1);
      put(value, lowBits);
    },
    takeInto(writer) {
      const length = (bit + 7) >> 3;
      writer.number(length);
      writer.bytes(buffer, 0, length);
      buffer.fill(0, 0, length);
      bit = 0;
    },
  };
}

export function readGap(reader: GapReader, lowBits: number): number {
  const { bytes } = reader;
  let ones = 0;
  while (ones < MOST_ONES && (((bytes[reader.at >> 3] ?? 0) >> (7 - (reader.at & 7))) & 1) === 1) {
    ones++;
    reader.at++;
  }
  if (ones === MOST_ONES) return readBits(reader, WHOLE_BITS);
  reader.at++;
  return (ones << lowBits) | readBits(reader, lowBits);
}

function readBits(reader: GapReader, count: number): number {
  const { bytes } = reader;
  let value = 0;
  for (let left = count; left > 0; ) {
    const room = 8 - (reader.at & 7);
    const taken = Math.min(room, left);
    value = (value << taken) | (((bytes[reader.at >> 3] ?? 0) >> (room - taken)) & ((1 << taken) - 1));
    reader.at += taken;
    left -= taken;
  }
  return value;
}
