import { type ByteReader, encodeTerm, readNumber } from './bytes.ts';
import { type GapReader, lowBitsOf, readGap } from './gaps.ts';
import { eachPosting, termsInBlock } from './read-block.ts';

/** FNV-1a, 32 bits (draft-eastlake-fnv). Two documents that differ have the same digest once in some four thousand million. */
const PRIME = 0x0100_0193;
const START = 0x811c_9dc5;

/**
 * One number for each document of a segment, or of a part packed by itself: the same exactly if terms, fields, counts and
 * places are the same. So what is in the index can be held against what should be there.
 *
 * @param lengths of the documents the blocks speak of, as `squeezeLength` gives them; what a broken block says of others is
 *   passed over
 */
export function digestDocuments(
  blocks: readonly Uint8Array[],
  positions: readonly Uint8Array[],
  lengths: Uint8Array,
): Uint32Array {
  const digests = new Uint32Array(lengths.length).fill(START);
  for (const [i, block] of blocks.entries()) {
    // Positions of all terms lie one after the other, each with its length before it.
    const all: ByteReader = { bytes: positions[i] ?? new Uint8Array(0), at: 0 };
    for (const entry of termsInBlock(block, '', () => true)) {
      const term = mix(START, encodeTerm(entry.term));
      const size = readNumber(all);
      const places: GapReader = { bytes: all.bytes.subarray(all.at, all.at + size), at: 0 };
      all.at += size;
      eachPosting(block, entry, (document, occurrences, fields) => {
        let digest = mixNumber(digests[document] ?? START, term);
        digest = mixNumber(digest, occurrences * 8 + fields);
        const lowBits = lowBitsOf(lengths[document] ?? 0, occurrences);
        for (let n = 0; n < occurrences; n++) digest = mixNumber(digest, readGap(places, lowBits));
        if (document < lengths.length) digests[document] = digest;
      });
    }
  }
  return digests;
}

function mix(digest: number, bytes: Uint8Array): number {
  let next = digest;
  for (const byte of bytes) next = Math.imul(next ^ byte, PRIME) >>> 0;
  return next;
}

const mixNumber = (digest: number, value: number): number =>
  mix(digest, Uint8Array.of(value, value >>> 8, value >>> 16, value >>> 24));
