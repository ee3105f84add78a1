import { describe, expect, it } from 'vitest';
import { FEATURE_NAMES } from './block-features.ts';
import { FOREST, scorerOf, type Tree } from './forest.ts';
import { kindsOfName, kindsOfText } from './word-kinds.ts';

describe('kindsOfName', () => {
  it('knows a word in any spelling of a name', () => {
    expect(kindsOfName('relatedPosts') & kindsOfName('related-posts') & kindsOfName('post_related')).not.toBe(0);
  });
  it('knows no name that only holds a word in its middle', () => {
    expect(kindsOfName('x1-y2')).toBe(0);
    expect(kindsOfName('unrelentless')).toBe(0);
  });
});

describe('kindsOfText', () => {
  it('knows pairs of words in several languages', () => {
    expect(kindsOfText(['read', 'more'])).not.toBe(0);
    expect(kindsOfText(['read', 'more'])).toBe(kindsOfText(['lire', 'aussi']));
    expect(kindsOfText(['fans', 'turn'])).toBe(0);
  });
});

describe('the forest', () => {
  it('asks only for numbers that there are', () => {
    const asked = (tree: Tree): readonly number[] =>
      typeof tree === 'number' ? [] : [tree[0], ...asked(tree[2]), ...asked(tree[3])];
    const features = FOREST.trees.flatMap(asked);
    expect(features.length).toBeGreaterThan(100);
    expect(Math.max(...features)).toBeLessThan(FEATURE_NAMES.length);
  });
  it('adds up the leaves that a row falls into', () => {
    const forest = {
      start: 1,
      trees: [
        [0, 5, 10, 100],
        [1, 0.5, -1, [0, 7, 1000, 2000]],
      ] as const,
    };
    expect(scorerOf(forest)(Float32Array.of(5, 0), 0)).toBe(10);
    expect(scorerOf(forest)(Float32Array.of(9, 9, 6, 1), 2)).toBe(1 + 100 + 1000);
  });
});
