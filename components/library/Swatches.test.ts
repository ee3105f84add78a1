// @vitest-environment jsdom
import { h, render } from 'preact';
import { expect, it, vi } from 'vitest';
import { COLOURS, type Colour } from '../../lib/article/list.ts';
import { Swatches } from './Swatches.tsx';

function swatches(colour: Colour | undefined, mayBeNone: boolean) {
  const choose = vi.fn();
  const box = document.createElement('div');
  document.body.append(box);
  render(h(Swatches, { name: 'colour', colour, choose, mayBeNone }), box);
  const inputs = [...box.querySelectorAll('input')];
  return { choose, inputs };
}

it('offers the five colours, and none only where there may be none', () => {
  expect(swatches('rose', false).inputs.map((input) => input.getAttribute('aria-label'))).toEqual(COLOURS);
  const { inputs, choose } = swatches('rose', true);
  expect(inputs.filter(({ checked }) => checked).map((input) => input.getAttribute('aria-label'))).toEqual(['rose']);
  inputs[0]?.click();
  expect(choose).toHaveBeenCalledWith(undefined);
});

it('has none chosen of a tag without a colour', () => {
  expect(swatches(undefined, true).inputs.map(({ checked }) => checked)).toEqual([true, ...COLOURS.map(() => false)]);
});
