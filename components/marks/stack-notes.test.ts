import { array, assert, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stackNotes } from './stack-notes.ts';

describe('stackNotes', () => {
  it('leaves notes beside their marks where there is room', () => {
    expect(
      stackNotes(
        [
          { top: 0, height: 40 },
          { top: 100, height: 40 },
        ],
        -1,
      ),
    ).toEqual([0, 100]);
  });

  it('pushes down what would overlap', () => {
    expect(
      stackNotes(
        [
          { top: 0, height: 40 },
          { top: 10, height: 40 },
          { top: 20, height: 9 },
        ],
        -1,
      ),
    ).toEqual([0, 40, 80]);
  });

  it('keeps the one in use at its mark, and moves those before it up', () => {
    expect(
      stackNotes(
        [
          { top: 90, height: 40 },
          { top: 100, height: 40 },
          { top: 110, height: 9 },
        ],
        1,
      ),
    ).toEqual([60, 100, 140]);
  });

  it('never overlaps', () => {
    const note = record({ top: integer({ min: 0, max: 900 }), height: integer({ min: 1, max: 90 }) });
    assert(
      property(array(note, { maxLength: 20 }), integer({ min: -1, max: 19 }), (notes, active) => {
        const sorted = notes.sort((a, b) => a.top - b.top);
        const tops = stackNotes(sorted, Math.min(active, sorted.length - 1));
        for (const [i, top] of tops.entries()) {
          expect(top).toBeGreaterThanOrEqual(i === 0 ? 0 : (tops[i - 1] ?? 0) + (sorted[i - 1]?.height ?? 0));
        }
      }),
    );
  });
});
