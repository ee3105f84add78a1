import { describe, expect, it } from 'vitest';
import { textFinder } from './find-in-text.ts';

const found = (text: string, typed: string) => textFinder(text)(typed).map(({ start, end }) => text.slice(start, end));

describe('textFinder', () => {
  it('makes nothing of capitals, accents, quotation marks, dashes and white space', () => {
    expect(found('Größe groesse GRÖSSE', 'grosse')).toEqual(['Größe', 'GRÖSSE']);
    expect(found('Café, cafe\u0301 and CAFE.', 'café')).toEqual(['Café', 'cafe\u0301', 'CAFE']);
    expect(found('“Well” – she said', '"well" - she')).toEqual(['“Well” – she']);
    expect(found('one\ntwo  three', ' one two three ')).toEqual(['one\ntwo  three']);
    expect(found('soft\u00adhyphen', 'softhyphen')).toEqual(['soft\u00adhyphen']);
  });

  it('finds any script, nothing for nothing, and no overlaps', () => {
    expect(found('日本語の記事と記事', '記事')).toEqual(['記事', '記事']);
    expect(found('abc', '  ')).toEqual([]);
    expect(found('aaaa', 'aa')).toEqual(['aa', 'aa']);
  });
});
