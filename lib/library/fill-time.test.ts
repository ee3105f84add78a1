import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, fillTime } from './fill-time.ts';

const candidates = fc
  .array(
    fc.record({
      minutes: fc.integer({ min: 1, max: 70 }),
      isBegun: fc.boolean(),
      ageDays: fc.nat(900),
      isListed: fc.boolean(),
      isFavourite: fc.boolean(),
    }),
    { maxLength: 25 },
  )
  .map((all) => all.map((one, id): Candidate<number> => ({ ...one, id })));
const time = fc.constantFrom(1, 10, 20, 40, 120);

const sumOf = (all: readonly { readonly minutes: number }[]) => all.reduce((sum, { minutes }) => sum + minutes, 0);

/** The most that any choice could fill, by trying every sum. */
function mostOf(all: readonly Candidate<number>[], room: number): number {
  const sums = new Set([0]);
  for (const { minutes } of all) for (const sum of [...sums]) if (sum + minutes <= room) sums.add(sum + minutes);
  return Math.max(...sums);
}

describe('fillTime', () => {
  it('never goes over the time, takes nothing twice, and fills nine tenths of what could be filled', () => {
    fc.assert(
      fc.property(candidates, time, (all, minutes) => {
        const chosen = fillTime(all, minutes);
        expect(sumOf(chosen)).toBeLessThanOrEqual(minutes);
        expect(new Set(chosen.map(({ id }) => id)).size).toBe(chosen.length);
        expect(sumOf(chosen)).toBeGreaterThanOrEqual(0.9 * mostOf(all, minutes));
        for (const { id, minutes: own, reason } of chosen) {
          expect(all[id]?.minutes).toBe(own);
          expect(reason).toMatch(/\d+ min/);
        }
      }),
      { numRuns: Number(process.env['QUEUE_RUNS'] ?? 200) },
    );
  });

  it('prefers what was begun to what is new, and what has waited to what came today', () => {
    const one = { minutes: 10, isBegun: false, ageDays: 0, isListed: false, isFavourite: false };
    const begun = { ...one, id: 'begun', isBegun: true };
    const old = { ...one, id: 'old', ageDays: 400 };
    const fresh = { ...one, id: 'fresh' };
    expect(fillTime([fresh, old, begun], 10)).toEqual([{ id: 'begun', minutes: 10, reason: 'Begun, 10 min left' }]);
    expect(fillTime([fresh, old], 10)).toEqual([{ id: 'old', minutes: 10, reason: 'Waiting for a year, 10 min' }]);
    expect(fillTime([fresh], 9)).toEqual([]);
  });
});
