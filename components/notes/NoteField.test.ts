// @vitest-environment jsdom
/// <reference path="../css.d.ts" />
import { h, render } from 'preact';
import { expect, it } from 'vitest';
import { NoteField } from './NoteField.tsx';

it('holds its text as soon as it is there, so that what is typed at once comes after it', () => {
  const box = document.createElement('div');
  render(h(NoteField, { text: 'Compare with March.', write: async () => undefined }), box);
  expect(box.querySelector('textarea')?.value).toBe('Compare with March.');
});
