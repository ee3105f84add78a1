import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, harmlessCell } from './formula.ts';

describe('harmlessCell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(1)', '\t=1', '\r=1'])('keeps %j from being a formula', (text) => {
    expect(harmlessCell(text)).toBe(`'${text}`);
  });

  it('leaves other text as it is', () => {
    expect(harmlessCell("it's = fine")).toBe("it's = fine");
  });

  it('is undone exactly', () => {
    const text = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', 'a', ' ') });
    fc.assert(fc.property(text, (cell) => cellText(harmlessCell(cell)) === cell));
    fc.assert(fc.property(text, (cell) => !/^[=+\-@\t\r\n]/.test(harmlessCell(cell))));
  });
});
