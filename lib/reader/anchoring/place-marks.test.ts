// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Highlight } from '../../article/highlight.ts';
import type { ArticleId, ContentHash, HighlightId } from '../../article/ids.ts';
import { readArticleText } from './article-text.ts';
import { markPlacer } from './place-marks.ts';

const BODY = 'body' as ContentHash;

function aMark(id: string, exact: string, change: Partial<Highlight> = {}): Highlight {
  return {
    id: id as HighlightId,
    articleId: 'article' as ArticleId,
    quote: { exact, prefix: '', suffix: '' },
    colour: 'amber',
    note: '',
    createdAt: 1,
    updatedAt: 1,
    tagKeys: [],
    links: [],
    ...change,
  };
}

function aPlacer() {
  document.body.innerHTML = '<p>The keeper lit the lamp before the tide came in.</p><p>Nobody saw the boat leave.</p>';
  return markPlacer(document.body, readArticleText(document.body), BODY);
}

describe('markPlacer', () => {
  it('gives marks in the order of the text, those without a place last', () => {
    const place = aPlacer();
    const placed = place([aMark('gone', 'a lighthouse'), aMark('boat', 'saw the boat'), aMark('lamp', 'lit the lamp')]);
    expect(placed.map(({ mark }) => mark.id)).toEqual(['lamp', 'boat', 'gone']);
    expect(placed.map(({ passage }) => passage !== undefined)).toEqual([true, true, false]);
  });

  it('gives the same object for a mark that did not change, however often it is read', () => {
    const place = aPlacer();
    const [first] = place([aMark('lamp', 'lit the lamp')]);
    const [again] = place([structuredClone(aMark('lamp', 'lit the lamp'))]);
    expect(again).toBe(first);
  });

  it('gives another object with the same range for a mark whose note was typed', () => {
    const place = aPlacer();
    const [first] = place([aMark('lamp', 'lit the lamp')]);
    const [typed] = place([aMark('lamp', 'lit the lamp', { note: 'Which lamp?', updatedAt: 2 })]);
    expect(typed?.mark.note).toBe('Which lamp?');
    expect(typed?.range).toBe(first?.range);
    const [recoloured] = place([aMark('lamp', 'lit the lamp', { note: 'Which lamp?', updatedAt: 2, colour: 'green' })]);
    expect(recoloured?.mark.colour).toBe('green');
  });

  it('looks for a mark again that was given another place', () => {
    const place = aPlacer();
    place([aMark('lamp', 'lit the lamp')]);
    const [moved] = place([aMark('lamp', 'lit the lamp before', { updatedAt: 2 })]);
    expect(moved?.range?.endOffset).toBe('The keeper lit the lamp before'.length);
    const [lost] = place([aMark('lamp', 'lit the stove', { updatedAt: 3 })]);
    expect(lost?.passage).toBeUndefined();
  });
});
