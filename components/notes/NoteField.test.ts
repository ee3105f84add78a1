// @vitest-environment jsdom
/// <reference path="../css.d.ts" />
import { h, render } from 'preact';
import { expect, it, vi } from 'vitest';
import { NoteField } from './NoteField.tsx';

it('holds its text as soon as it is there, so that what is typed at once comes after it', () => {
  const box = document.createElement('div');
  render(h(NoteField, { text: 'Compare with March.', write: async () => undefined }), box);
  expect(box.querySelector('textarea')?.value).toBe('Compare with March.');
});

it.each([
  [false, 0],
  [true, 1],
])('is left with its window only where that closes it: %s', (endsWithWindow, times) => {
  const leave = vi.fn();
  render(h(NoteField, { text: '', write: async () => undefined, leave, endsWithWindow }), document.body);
  const field = document.querySelector('textarea') as HTMLTextAreaElement;
  field.focus();
  field.value = 'On #tides';
  // The window loses the focus: the field is told, and stays the active element.
  field.dispatchEvent(new FocusEvent('blur'));
  expect(leave).toHaveBeenCalledTimes(times);
  field.blur();
  expect(leave).toHaveBeenLastCalledWith('On #tides');
  render(null, document.body);
});
