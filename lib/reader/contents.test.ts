import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { currentHeading, readContents } from './contents.ts';

const { document } = new JSDOM(
  `<main><h1>Title</h1><p>Text</p><h2 data-top="100">One <em>and
    a half</em></h2><h3 data-top="200">Below</h3><h2> </h2><section><h4 data-top="300">Deep</h4></section>
    <h5>Too deep</h5><h2 data-top="400">Two</h2></main><h2>Outside</h2>`,
).window;
const root = document.querySelector('main') ?? document.body;
const measure = (element: Element) => {
  const top = Number(element.getAttribute('data-top'));
  return { top, bottom: top + 30 };
};

describe('readContents', () => {
  it('lists headings of three levels in text order, without empty ones', () => {
    expect(readContents(root).map(({ level, text }) => [level, text])).toEqual([
      [2, 'One and a half'],
      [3, 'Below'],
      [4, 'Deep'],
      [2, 'Two'],
    ]);
  });
});

describe('currentHeading', () => {
  it.each([
    [0, undefined],
    [100, 'One and a half'],
    [299, 'Below'],
    [5000, 'Two'],
  ])('at %i is %s', (topEdge, text) => {
    expect(currentHeading(readContents(root), topEdge, measure)?.text).toBe(text);
  });

  it('is none in a text without headings', () => {
    expect(currentHeading([], 100, measure)).toBeUndefined();
  });
});
