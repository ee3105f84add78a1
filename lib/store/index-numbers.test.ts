import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../article/ids.ts';
import { PART } from '../search/index-part.ts';
import { STATE } from '../search/snapshot.ts';
import { numberArticles } from './index-numbers.ts';
import type { IndexEntry } from './index-tables.ts';
import { notePart } from './index-writes.ts';

const id = (name: string) => name as ArticleId;
const aText = (name: string): IndexEntry => ({ parts: [{ ...notePart(id(name), name), part: PART.text }], states: [] });
const aState = (name: string, bits: number): IndexEntry => ({ parts: [], states: [{ articleIds: [id(name)], bits }] });
const rows = (...of: { articleId: ArticleId; number: number; goneAt?: number }[]) =>
  new Map(of.map((row) => [row.articleId, row]));

describe('numberArticles', () => {
  it('gives each article with a text the next number, in the order of saving, and each once', () => {
    const entries = [aText('b'), aText('a'), aText('b'), { parts: [notePart(id('c'), 'No text.')], states: [] }];
    const { numberOf, fresh, changed } = numberArticles(entries, new Map([[id('a'), undefined]]), 7, 1);
    expect([...numberOf]).toEqual([
      ['b', 8],
      ['a', 9],
    ]);
    expect(fresh).toEqual([
      { articleId: 'b', number: 8 },
      { articleId: 'a', number: 9 },
    ]);
    expect(changed).toEqual(fresh);
  });

  it('leaves those their numbers that have them', () => {
    const numbered = rows({ articleId: id('a'), number: 3 });
    const { numberOf, changed } = numberArticles([aText('a'), aState('a', STATE.trashed)], numbered, 7, 1);
    expect([...numberOf]).toEqual([['a', 3]]);
    expect(changed).toEqual([]);
  });

  it('gives none to an article that was erased meanwhile, and one to an article that then came back', () => {
    const erased = [
      aText('a'),
      aState('a', STATE.gone),
      aText('b'),
      aState('b', STATE.gone),
      aText('b'),
      aState('b', 0),
    ];
    expect(numberArticles(erased, new Map(), 0, 1).fresh).toEqual([{ articleId: 'b', number: 1 }]);
  });

  it('marks the row of what was erased, and unmarks that of what came back', () => {
    const numbered = rows({ articleId: id('a'), number: 1 }, { articleId: id('b'), number: 2, goneAt: 5 });
    const { changed, fresh } = numberArticles([aState('a', STATE.gone), aText('b'), aState('b', 0)], numbered, 2, 9);
    expect(fresh).toEqual([]);
    expect(changed).toEqual([
      { articleId: 'a', number: 1, goneAt: 9 },
      { articleId: 'b', number: 2 },
    ]);
  });

  it('changes no row of which nothing is said but words', () => {
    const numbered = rows({ articleId: id('b'), number: 2, goneAt: 5 });
    expect(numberArticles([aText('b')], numbered, 2, 9).changed).toEqual([]);
    expect(numberArticles([aState('b', STATE.gone)], numbered, 2, 9).changed).toEqual([]);
  });
});
