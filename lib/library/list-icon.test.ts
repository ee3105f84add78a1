import { expect, it } from 'vitest';
import { iconOf } from './list-icon.ts';

it.each([
  ['📚', '📚'],
  [' 👩🏽‍🔬 lab', '👩🏽‍🔬'],
  ['🇯🇵🇫🇷', '🇯🇵'],
  ['e\u0301te', 'e\u0301'],
  ['AB', 'A'],
  ['  ', undefined],
  ['', undefined],
])('takes the first character of %j', (typed, icon) => {
  expect(iconOf(typed)).toBe(icon);
});
