import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { lastAbove, shareAbove } from './geometry.ts';

const { document } = new JSDOM().window;

describe('lastAbove', () => {
  it('finds what a search of all items finds, whichever are not laid out', () => {
    const rows = fc.array(fc.record({ height: fc.integer({ min: 0, max: 50 }), isLaidOut: fc.boolean() }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(rows, fc.integer({ min: -10, max: 1000 }), (given, edge) => {
        let bottom = 0;
        const items = given.map(({ height, isLaidOut }) => {
          const top = bottom;
          bottom += height;
          return { element: document.createElement('p'), edges: isLaidOut ? { top, bottom } : undefined };
        });
        const expected = items.findLastIndex(({ edges }) => edges !== undefined && edges.top <= edge);
        const measure = (element: Element) => items.find((item) => item.element === element)?.edges;
        expect(lastAbove(items, edge, measure)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });
});

describe('shareAbove', () => {
  it.each([
    [-5, 0],
    [10, 0],
    [15, 0.25],
    [30, 1],
    [99, 1],
  ])('of 10 to 30 is, at %i, %d', (edge, share) => {
    expect(shareAbove({ top: 10, bottom: 30 }, edge)).toBe(share);
  });

  it('is whole for an element without height at the edge', () => {
    expect(shareAbove({ top: 10, bottom: 10 }, 10)).toBe(1);
  });
});
