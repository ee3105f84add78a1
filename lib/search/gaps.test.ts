import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ByteReader, openWriter, readNumber } from './bytes.ts';
import { type GapReader, lowBitsOf, openGapWriter, readGap } from './gaps.ts';
import { squeezeLength } from './squeeze-length.ts';

it('gives back every gap that was written, whatever was thought usual', () => {
  const gap = fc.record({ value: fc.oneof(fc.nat(40), fc.nat(2 ** 30 - 1)), lowBits: fc.nat(20) });
  fc.assert(
    fc.property(fc.array(fc.array(gap)), (runs) => {
      const writer = openGapWriter(32);
      for (const run of runs) {
        for (const { value, lowBits } of run) writer.gap(value, lowBits);
        const taken = openWriter();
        writer.takeInto(taken);
        const all = taken.take();
        const reader: ByteReader = { bytes: all, at: 0 };
        const length = readNumber(reader);
        expect(all).toHaveLength(reader.at + length);
        const gaps: GapReader = { bytes: all.subarray(reader.at), at: 0 };
        expect(run.map(({ lowBits }) => readGap(gaps, lowBits))).toEqual(run.map(({ value }) => value));
      }
    }),
  );
});

it('takes about as many bits as a gap has', () => {
  expect(lowBitsOf(squeezeLength(1400), 1)).toBe(9);
  expect(lowBitsOf(squeezeLength(1400), 70)).toBe(4);
  expect(lowBitsOf(squeezeLength(0), 3)).toBe(0);
});
