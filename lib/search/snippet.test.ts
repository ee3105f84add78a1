import { describe, expect, it } from 'vitest';
import { languageNumber } from './language-numbers.ts';
import { parseQuery } from './parse-query.ts';
import { markerOf, snippetOf } from './snippet.ts';

const TEXT = `A first line of no use here.
${'Other words stand before it, one after another, and say nothing. '.repeat(6)}The studies of their harbour end here.`;

function shown(typed: string, text: string, language = 'en'): string | undefined {
  const { query } = parseQuery(typed, { lists: [], now: 0 });
  const snippet = snippetOf(text, markerOf(query, new Map([['harbuor', ['harbour']]]), languageNumber(language)));
  if (!snippet) return undefined;
  return snippet.marks.map(([start, end]) => snippet.text.slice(start, end)).join('|');
}

describe('snippetOf', () => {
  it.each([
    ['study ', 'studies'],
    ['harb', 'harbour'],
    ['harbuor ', 'harbour'],
    ['study harbour ', 'studies|harbour'],
    ['"of their"', 'of|their'],
    ['the ', 'The'],
  ])('shows for %j where it stands', (typed, marked) => {
    expect(shown(typed, TEXT)).toBe(marked);
  });

  it('knows the endings of the language of the text only', () => {
    expect(shown('study ', TEXT, 'de')).toBeUndefined();
  });

  it('is of a bounded length, and cut between words', () => {
    const { query } = parseQuery('harbour ', { lists: [], now: 0 });
    const snippet = snippetOf(TEXT, markerOf(query, new Map(), 1));
    expect(snippet?.text.length).toBeLessThanOrEqual(202);
    expect(snippet?.text).toMatch(/^…\S/);
  });

  it('is none where no word stands', () => {
    expect(shown('zeppelin ', TEXT)).toBeUndefined();
  });
});
