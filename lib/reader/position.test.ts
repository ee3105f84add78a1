import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { readBlocks, type TextBlock } from './blocks.ts';
import type { Edges, Measure } from './geometry.ts';
import { describePosition, findPosition } from './position.ts';

const { document } = new JSDOM().window;

function blocksOf(texts: readonly string[]): readonly TextBlock[] {
  const root = document.createElement('main');
  root.append(...texts.map((text) => Object.assign(document.createElement('p'), { textContent: text })));
  return readBlocks(root);
}

/** Lays the blocks out below each other, with a picture of the given height after each. */
function layOut(blocks: readonly TextBlock[], heightOf: (index: number) => number, pictureHeight = 0): Measure {
  const edges = new Map<Element, Edges>();
  let top = 0;
  blocks.forEach(({ element }, index) => {
    edges.set(element, { top, bottom: top + heightOf(index) });
    top += heightOf(index) + pictureHeight;
  });
  return (element) => edges.get(element);
}

const FOUR = ['The first paragraph', 'Again', 'Something else entirely', 'Again'];

describe('describePosition and findPosition', () => {
  const texts = fc.array(
    fc.constantFrom('Again', 'a', 'Some longer words here', 'x'.repeat(90), `${'x'.repeat(90)}y`),
    {
      minLength: 1,
      maxLength: 30,
    },
  );
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  it('find the place that was left', () => {
    fc.assert(
      fc.property(texts, fc.nat(), share, fc.integer({ min: 1, max: 500 }), (given, which, depth, height) => {
        const blocks = blocksOf(given);
        const chosen = blocks[which % blocks.length];
        const measure = layOut(blocks, (index) => height + (index % 7) * 13, 300);
        const edges = (chosen && measure(chosen.element)) ?? { top: 0, bottom: 0 };
        const topEdge = edges.top + depth * (edges.bottom - edges.top);
        const place = findPosition(blocks, describePosition(blocks, topEdge, measure));
        expect(place?.element).toBe(chosen?.element);
        expect(place?.fraction).toBeCloseTo(depth, 5);
      }),
    );
  });

  it('find the end of the text before a picture', () => {
    const blocks = blocksOf(FOUR);
    const place = findPosition(
      blocks,
      describePosition(
        blocks,
        250,
        layOut(blocks, () => 100, 300),
      ),
    );
    expect(place).toEqual({ element: blocks[0]?.element, fraction: 1 });
  });

  it('begin with the first block above all text', () => {
    const blocks = blocksOf(FOUR);
    const position = describePosition(
      blocks,
      -50,
      layOut(blocks, () => 100),
    );
    expect(position).toEqual({ anchorText: 'The first paragraph', anchorOccurrence: 0, fraction: 0 });
  });

  it('tell blocks of the same text apart', () => {
    const blocks = blocksOf(FOUR);
    expect(
      describePosition(
        blocks,
        350,
        layOut(blocks, () => 100),
      ),
    ).toMatchObject({ anchorText: 'Again', anchorOccurrence: 1 });
  });

  it('pass over blocks that are not laid out', () => {
    const blocks = blocksOf(FOUR);
    const all = layOut(blocks, () => 100);
    const folded: Measure = (element) => (element === blocks[2]?.element ? undefined : all(element));
    expect(describePosition(blocks, 250, folded)).toMatchObject({ anchorText: 'Again', anchorOccurrence: 0 });
    expect(describePosition(blocks, 250, () => undefined).fraction).toBe(0);
  });

  it('keep to the anchor when text was added before it', () => {
    const position = { anchorText: 'Something else entirely', anchorOccurrence: 0, fraction: 0.5 };
    const blocks = blocksOf(['A long correction '.repeat(20), ...FOUR]);
    expect(findPosition(blocks, position)).toEqual({ element: blocks[3]?.element, fraction: 0 });
  });

  it('keep to the anchor when text was taken from before it', () => {
    const position = { anchorText: 'Something else entirely', anchorOccurrence: 0, fraction: 0.9 };
    const blocks = blocksOf(FOUR.slice(2));
    expect(findPosition(blocks, position)).toEqual({ element: blocks[0]?.element, fraction: 0 });
  });

  it('fall back to the fraction when the anchor is gone', () => {
    const blocks = blocksOf(['aaaa', 'bbbb', 'cccc', 'dddd']);
    const place = findPosition(blocks, { anchorText: 'Gone', anchorOccurrence: 0, fraction: 0.625 });
    expect(place).toEqual({ element: blocks[2]?.element, fraction: 0.5 });
  });

  it('find nothing in no text', () => {
    expect(describePosition([], 100, () => undefined).fraction).toBe(0);
    expect(findPosition([], { anchorText: 'Gone', anchorOccurrence: 0, fraction: 0.5 })).toBeUndefined();
  });
});
