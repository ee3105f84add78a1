import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { readBlocks } from './blocks.ts';
import type { Measure } from './geometry.ts';
import { progressAt } from './progress.ts';

const { document } = new JSDOM('<p>aaaa</p><p>bbbbbbbb</p><p>cccc</p>').window;
const blocks = readBlocks(document.body);

/** Three blocks of 100 pixels, with a picture of the given height after each. */
function layOut(pictureHeight = 0): Measure {
  return (element) => {
    const top = blocks.findIndex((block) => block.element === element) * (100 + pictureHeight);
    return { top, bottom: top + 100 };
  };
}

describe('progressAt', () => {
  it.each([
    [-1, 0],
    [50, 0.125],
    [100, 0.25],
    [150, 0.5],
    [200, 0.75],
    [300, 1],
    [9999, 1],
  ])('with the bottom edge at %i is %d', (bottomEdge, progress) => {
    expect(progressAt(blocks, bottomEdge, layOut())).toBe(progress);
  });

  it('does not count pictures', () => {
    const measure = layOut(5000);
    expect(progressAt(blocks, 100, measure)).toBe(0.25);
    expect(progressAt(blocks, 5099, measure)).toBe(0.25);
  });

  it('reaches the end past what is folded away', () => {
    const all = layOut();
    const folded: Measure = (element) => (element === blocks[2]?.element ? undefined : all(element));
    expect(progressAt(blocks, 199, folded)).toBeLessThan(0.75);
    expect(progressAt(blocks, 200, folded)).toBe(1);
  });

  it('is 0 without text', () => {
    expect(progressAt([], 100, () => undefined)).toBe(0);
  });

  it('never falls while the edge goes down', () => {
    const measure = layOut(70);
    const edge = fc.integer({ min: -50, max: 600 });
    fc.assert(
      fc.property(edge, edge, (one, other) => {
        const [upper, lower] = [Math.min(one, other), Math.max(one, other)];
        expect(progressAt(blocks, upper, measure)).toBeLessThanOrEqual(progressAt(blocks, lower, measure));
      }),
    );
  });
});
