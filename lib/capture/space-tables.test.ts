// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { spaceTables } from './space-tables.ts';

it('parts the words of cells and rows, once', () => {
  const root = document.createElement('div');
  root.innerHTML = '<table><tbody><tr><td>A</td><td>B</td></tr><tr><td>C</td> <td>D</td></tr></tbody></table>';
  spaceTables(root);
  spaceTables(root);
  expect(root.textContent).toBe('A\nB\nC D');
});
