// @vitest-environment jsdom
/// <reference path="../css.d.ts" />
import { h, render } from 'preact';
import { expect, it, vi } from 'vitest';
import { StrandedNotes } from './StrandedNotes.tsx';

it('shows what could not be kept, to be copied or thrown away, and nothing where there is none', async () => {
  const writeText = vi.fn(async () => undefined);
  Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
  const forget = vi.fn();
  const box = document.createElement('div');
  const read = async () => [{ text: 'Typed on\n  twice', typedAt: 1, forget }];
  render(h(StrandedNotes, { read }), box);
  expect(box.textContent).toBe('');
  await vi.waitFor(() => expect(box.querySelector('li p')?.textContent).toBe('Typed on\n  twice'));
  const [copy, away] = box.querySelectorAll('button');
  copy?.click();
  expect(writeText).toHaveBeenCalledWith('Typed on\n  twice');
  away?.click();
  await vi.waitFor(() => expect(box.textContent).toBe(''));
  expect(forget).toHaveBeenCalledTimes(1);
});
