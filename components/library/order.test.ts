import { describe, expect, it } from 'vitest';
import { heirOf, moveByStep, moveToGap, stepTo } from './order.ts';

const ids = ['a', 'b', 'c'];

describe('stepTo', () => {
  it('goes to the neighbour and stays at the ends', () => {
    expect([stepTo(ids, 'a', 1), stepTo(ids, 'c', 1), stepTo(ids, 'a', -1)]).toEqual(['b', 'c', 'a']);
  });

  it('begins at the first, or backwards at the last', () => {
    expect([stepTo(ids, undefined, 1), stepTo(ids, 'gone', -1), stepTo([], undefined, 1)]).toEqual([
      'a',
      'c',
      undefined,
    ]);
  });
});

describe('heirOf', () => {
  it('is the item that took the place, or the new last', () => {
    expect([heirOf(ids, ['a', 'c'], 'b'), heirOf(ids, ['a', 'b'], 'c')]).toEqual(['c', 'b']);
  });

  it('is nobody in an empty list', () => {
    expect(heirOf(['a'], [], 'a')).toBeUndefined();
  });
});

const moved = (id: string, move: { readonly beforeId: string | undefined } | undefined) => {
  if (!move) return ids;
  const others = ids.filter((other) => other !== id);
  const at = move.beforeId === undefined ? others.length : others.indexOf(move.beforeId);
  return others.toSpliced(at, 0, id);
};

describe('moves by hand', () => {
  it('moves one place up and down', () => {
    expect(moved('b', moveByStep(ids, 'b', 1))).toEqual(['a', 'c', 'b']);
    expect(moved('a', moveByStep(ids, 'a', 1))).toEqual(['b', 'a', 'c']);
    expect(moved('c', moveByStep(ids, 'c', -1))).toEqual(['a', 'c', 'b']);
  });

  it('does nothing beyond the ends', () => {
    expect([moveByStep(ids, 'a', -1), moveByStep(ids, 'c', 1), moveByStep(ids, 'x', 1)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('moves to a gap, and not to the gaps beside itself', () => {
    expect(moved('a', moveToGap(ids, 'a', 3))).toEqual(['b', 'c', 'a']);
    expect(moved('c', moveToGap(ids, 'c', 0))).toEqual(['c', 'a', 'b']);
    expect([moveToGap(ids, 'b', 1), moveToGap(ids, 'b', 2)]).toEqual([undefined, undefined]);
  });
});
