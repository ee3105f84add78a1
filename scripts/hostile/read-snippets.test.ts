import { describe, expect, it } from 'vitest';
import { BadFile, decodeSnippets, readSnippets } from './read-snippets.ts';

describe('a file of snippets', () => {
  it('may hold more than is asked, and numbers as names', () => {
    expect(decodeSnippets('\uFEFF[{"id":"a","html":"<p>","source":"x"},{"id":2,"html":""}]', 'a.json')).toEqual([
      { id: 'a', html: '<p>' },
      { id: '2', html: '' },
    ]);
  });

  it.each([
    ['', /a\.json is no JSON/],
    ['{}', /a\.json is no list/],
    ['[]', /a\.json holds no snippet/],
    ['[null]', /item 1 has no text called "html"/],
    ['[{"id":"a","html":"x"},{"id":"b"}]', /item 2 has no text called "html"/],
    ['[{"html":"x"}]', /item 1 has no "id"/],
  ])('is refused with a reason: %s', (text, reason) => {
    expect(() => decodeSnippets(text, 'a.json')).toThrow(BadFile);
    expect(() => decodeSnippets(text, 'a.json')).toThrow(reason);
  });

  it('is named if it is not there', async () => {
    await expect(readSnippets(['/nowhere/a.json'])).rejects.toThrow(/\/nowhere\/a\.json can't be read \(ENOENT\)/);
  });
});
