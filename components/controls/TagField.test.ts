// @vitest-environment jsdom
import { h, render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { TagField } from './TagField.tsx';

afterEach(() => render(null, document.body));

function typing(endsWithWindow?: true) {
  const added: string[] = [];
  const add = (label: string) => added.push(label);
  render(h(TagField, { findTags: async () => [], add, ...(endsWithWindow && { endsWithWindow }) }), document.body);
  const field = document.querySelector('input') as HTMLInputElement;
  field.focus();
  field.value = 'deep sea';
  return { added, field };
}

/** The window loses the focus: the field is told, and stays the active element. */
const loseWindow = (field: HTMLElement) => field.dispatchEvent(new FocusEvent('blur'));

it('takes what was typed when it is left', () => {
  const { added, field } = typing();
  field.blur();
  expect([added, field.value]).toEqual([['deep sea'], '']);
});

it('keeps what is half typed while another window is looked at', () => {
  const { added, field } = typing();
  loseWindow(field);
  expect([added, field.value]).toEqual([[], 'deep sea']);
});

it('takes it in a popup, which closes with its window', () => {
  const { added, field } = typing(true);
  loseWindow(field);
  expect(added).toEqual(['deep sea']);
});
