import { describe, expect, it } from 'vitest';
import { scoreText } from '../../bench/extract/shingles.ts';
import { scorerOf } from '../../lib/capture/score/forest.ts';
import { growForest, seeded } from './grow-trees.ts';
import { labelBlocks } from './label-blocks.ts';

describe('labelBlocks', () => {
  const first = 'The fan in the hall turns slowly while nobody listens to it';
  const second = 'At night it turns a little faster and the moths keep away';
  it('chooses the blocks that make up the expected text, short ones by what they join', () => {
    const labels = labelBlocks(
      ['Menu', first, 'By night', second, first, 'Share'],
      `${first} By night ${second}`,
      (at) => at < 4,
    );
    expect(labels.isContent).toEqual([false, true, true, true, false, false]);
    expect(labels).toMatchObject({ precision: 1, recall: 1 });
    expect(labels.weight[1]).toBeGreaterThan(labels.weight[0] ?? 1);
  });
});

describe('growForest', () => {
  it('learns a rule of two numbers from examples', () => {
    const random = seeded(3);
    const rows = Array.from({ length: 2000 }, () => Float32Array.of(random(), random(), random()));
    const isContent = (row: Float32Array): boolean => (row[0] ?? 0) > 0.5 && (row[1] ?? 0) > 0.3;
    const labels = Uint8Array.from(rows, (row) => (isContent(row) ? 1 : 0));
    const weights = new Float64Array(rows.length).fill(1);
    const options = { trees: 30, leaves: 6, rate: 0.2, features: 1, ridge: 1, leastWeight: 1, seed: 1 };
    const forest = growForest(rows, labels, weights, options);
    const others = Array.from({ length: 500 }, () => Float32Array.of(random(), random(), random()));
    const scoreRow = scorerOf(forest);
    const right = others.filter((row) => scoreRow(row, 0) > 0 === isContent(row)).length;
    expect(right / others.length).toBeGreaterThan(0.95);
  });
});

describe('scoreText', () => {
  it('counts runs of four words', () => {
    expect(scoreText('one two three four five', 'one two three four five')).toEqual({ precision: 1, recall: 1 });
    expect(scoreText('one two three four five', 'one two three four')).toEqual({ precision: 1, recall: 0.5 });
    expect(scoreText('one two three four', 'menu menu menu menu menu')).toEqual({ precision: 0, recall: 0 });
  });
});
