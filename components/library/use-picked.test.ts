// @vitest-environment jsdom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it } from 'vitest';
import type { ArticleId } from '../../lib/article/ids.ts';
import { type Picked, usePicked } from './use-picked.ts';

const ids = ['a', 'b', 'c', 'd'] as unknown as readonly ArticleId[];
const [a, , c, d] = ids as readonly [ArticleId, ArticleId, ArticleId, ArticleId];
let root: HTMLElement;
let picked: Picked;

function Probe({ place }: { place: string }) {
  picked = usePicked(place, ids);
  return null;
}
const show = (place: string) => act(() => render(h(Probe, { place }), root));

beforeEach(() => {
  root = document.createElement('div');
  show('inbox');
});

it('takes in and out one by one, and all from the last to another', () => {
  act(() => {
    picked.toggle(a, false);
    // Before anything was drawn anew.
    picked.toggle(c, false);
    picked.toggle(c, false);
  });
  expect([...picked.ids]).toEqual(['a']);
  act(() => picked.toggle(d, true));
  expect([...picked.ids].sort()).toEqual(['a', 'c', 'd']);
});

it('begins with nothing in another place', () => {
  act(() => picked.takeAll(ids));
  expect(picked.isOn && picked.ids.size).toBe(4);
  show('archive');
  expect([picked.isOn, picked.ids.size]).toEqual([false, 0]);
});
