// @vitest-environment jsdom
import { h, render } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import { AskingCard } from './AskingCard.tsx';

afterEach(() => {
  document.body.replaceChildren();
});

function ask() {
  const save = vi.fn();
  const box = document.body.appendChild(document.createElement('div'));
  render(h(AskingCard, { card: { save }, title: 'Tides' }), box);
  return { save, button: box.querySelector('button') as HTMLButtonElement };
}

it('has the focus, so that Enter saves', () => {
  const { save, button } = ask();
  expect(document.activeElement).toBe(button);
  button.click();
  expect(save).toHaveBeenCalledOnce();
});

it('leaves the focus to a field in which one types', () => {
  const search = document.body.appendChild(document.createElement('input'));
  search.focus();
  ask();
  expect(document.activeElement).toBe(search);
});

it('leaves Enter to the row that is stepped to', () => {
  const { button } = ask();
  button.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
  expect(document.activeElement).toBe(document.body);
});
