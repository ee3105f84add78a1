import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowOf } from './windowing.ts';

const list = { count: 1000, rowHeight: 80, scrollTop: 0, viewportHeight: 600, overscan: 2 };

describe('windowOf', () => {
  it('draws what is seen and a little more', () => {
    expect(windowOf({ ...list, scrollTop: 8000 })).toEqual({
      first: 98,
      last: 110,
      paddingTop: 98 * 80,
      paddingBottom: 890 * 80,
    });
  });

  it('draws nothing of an empty list', () => {
    expect(windowOf({ ...list, count: 0, scrollTop: 500 })).toEqual({
      first: 0,
      last: 0,
      paddingTop: 0,
      paddingBottom: 0,
    });
  });

  it('draws the end of a list that became shorter than the place scrolled to', () => {
    expect(windowOf({ ...list, count: 10, scrollTop: 8000 })).toMatchObject({ first: 0, last: 10, paddingBottom: 0 });
  });

  it('covers the window at any place, at the same total height', () => {
    const rows = fc.record({
      count: fc.integer({ min: 0, max: 20_000 }),
      rowHeight: fc.integer({ min: 20, max: 200 }),
      scrollTop: fc.integer({ min: -1000, max: 10_000_000 }).map((halves) => halves / 2),
      viewportHeight: fc.integer({ min: 0, max: 3000 }),
      overscan: fc.integer({ min: 0, max: 10 }),
    });
    fc.assert(
      fc.property(rows, (given) => {
        const { first, last, paddingTop, paddingBottom } = windowOf(given);
        const total = given.count * given.rowHeight;
        const top = Math.min(Math.max(0, given.scrollTop), Math.max(0, total - given.viewportHeight));
        expect(paddingTop + (last - first) * given.rowHeight + paddingBottom).toBe(total);
        expect(paddingTop).toBeLessThanOrEqual(top);
        expect(total - paddingBottom).toBeGreaterThanOrEqual(Math.min(total, top + given.viewportHeight));
        expect(last - first).toBeLessThanOrEqual(given.viewportHeight / given.rowHeight + 2 + 2 * given.overscan);
      }),
    );
  });
});
