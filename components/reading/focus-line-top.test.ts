import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { focusLineTop } from './focus-line-top.ts';

const around = { windowHeight: 800, articleTop: 90, clear: 92 };

describe('the focus line', () => {
  it('starts at the article and sinks to its rest', () => {
    const tops = [-20, 0, 400, 800, 5000].map((scroll) => focusLineTop({ ...around, scroll }));
    expect(tops).toEqual([90, 90, 174, 258, 258]);
  });

  it('stands at its rest where the article begins further down', () => {
    expect(focusLineTop({ ...around, articleTop: 500, scroll: 0 })).toBe(258);
  });

  it('goes down the page with every pixel that is scrolled, and passes over none', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 300, max: 2000 }),
        fc.integer({ min: 0, max: 600 }),
        fc.integer({ min: 40, max: 150 }),
        fc.integer({ min: 0, max: 5000 }),
        (windowHeight, articleTop, clear, scroll) => {
          const onPage = (at: number) => at + focusLineTop({ windowHeight, articleTop, clear, scroll: at });
          const step = onPage(scroll + 1) - onPage(scroll);
          expect(step).toBeGreaterThan(0);
          expect(step).toBeLessThan(2);
        },
      ),
    );
  });
});
