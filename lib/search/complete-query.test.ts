import { describe, expect, it } from 'vitest';
import { knownValues, operatorOptions, pieceAt, valueOption, withOption } from './complete-query.ts';
import { OPERATORS, parseQuery } from './parse-query.ts';

const NOW = Date.UTC(2030, 5, 1);

describe('the piece at the caret', () => {
  it.each([
    ['li', 2, { from: 0, to: 2, operator: undefined, typed: 'li' }],
    ['sea list:', 9, { from: 4, to: 9, operator: 'list', typed: '' }],
    ['sea -tag:ene', 12, { from: 5, to: 12, operator: 'tag', typed: 'ene' }],
    ['list:"for the t', 15, { from: 0, to: 15, operator: 'list', typed: 'for the t' }],
    ['is:unr sea', 6, { from: 0, to: 6, operator: 'is', typed: 'unr' }],
    ['is:unread sea', 5, { from: 0, to: 9, operator: 'is', typed: 'un' }],
    ['IS:un', 5, { from: 0, to: 5, operator: 'is', typed: 'un' }],
  ])('of %j at %d is %j', (typed, caret, piece) => {
    expect(pieceAt(typed, caret)).toEqual(piece);
  });

  it.each([
    ['', 0],
    ['sea ', 4],
    ['-', 1],
    ['"of the s', 9],
    ['https://daily.example/is', 24],
  ])('of %j at %d is none', (typed, caret) => {
    expect(pieceAt(typed, caret)).toBeUndefined();
  });
});

describe('what is offered', () => {
  it('are the operators that begin as two letters or more', () => {
    expect(operatorOptions('l')).toEqual([]);
    expect(operatorOptions('le').map(({ label }) => label)).toEqual(['left:']);
    expect(operatorOptions('SA').map(({ label }) => label)).toEqual(['saved:']);
  });

  it('is understood by the search, every value of it', () => {
    const values = OPERATORS.flatMap((operator) => knownValues(operator, ''));
    expect(values.length).toBeGreaterThan(25);
    for (const { insert } of values) {
      const { query, hints } = parseQuery(`${insert} sea reed`, { lists: [], now: NOW });
      expect([insert, hints]).toEqual([insert, []]);
      const kinds = query.kind === 'all' ? query.of.map(({ kind }) => kind) : [];
      expect([insert, kinds.filter((kind) => kind === 'word').length]).toEqual([insert, 2]);
      expect([insert, kinds.length]).toEqual([insert, 3]);
    }
  });

  it('stands in quotation marks where it has a space', () => {
    expect(valueOption('list', 'For the talk', '').insert).toBe('list:"For the talk"');
    expect(valueOption('list', 'Chips', '').insert).toBe('list:Chips');
  });
});

describe('taking an offer', () => {
  it.each([
    ['sea li', 6, 'list:', 'sea list:', 9],
    ['list:ch', 7, 'list:Chips', 'list:Chips ', 11],
    ['list:ch reed', 7, 'list:Chips', 'list:Chips reed', 10],
    ['-list:"for the t', 16, 'list:"For the talk"', '-list:"For the talk" ', 21],
    ['is:unr', 4, 'is:unread', 'is:unread ', 10],
  ])('puts it in the place of the piece: %j at %d, %j', (typed, caret, insert, next, at) => {
    expect(withOption(typed, caret, { insert, label: '', about: '' })).toEqual({ typed: next, caret: at });
  });
});
