// @vitest-environment jsdom
/// <reference path="../css.d.ts" />
import { h, render } from 'preact';
import { expect, it, vi } from 'vitest';
import { StrandedNotes } from './StrandedNotes.tsx';

it('shows what could not be kept, to be copied, thrown away and had back, and nothing where there is none', async () => {
  const writeText = vi.fn(async () => undefined);
  Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
  const [forget, restore] = [vi.fn(), vi.fn()];
  const box = document.createElement('div');
  const read = async () => [{ text: 'Typed on\n  twice', typedAt: 1, forget, restore }];
  render(h(StrandedNotes, { read }), box);
  expect(box.textContent).toBe('');
  await vi.waitFor(() => expect(box.querySelector('li p')?.textContent).toBe('Typed on\n  twice'));
  const [copy, away] = box.querySelectorAll('button');
  copy?.click();
  expect(writeText).toHaveBeenCalledWith('Typed on\n  twice');
  away?.click();
  await vi.waitFor(() => expect(box.querySelector('li')?.textContent).toBe('Thrown away.Undo'));
  expect([forget, restore].map(({ mock }) => mock.calls.length)).toEqual([1, 0]);
  box.querySelector('button')?.click();
  await vi.waitFor(() => expect(box.querySelector('li p')?.textContent).toBe('Typed on\n  twice'));
  expect([forget, restore].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});
