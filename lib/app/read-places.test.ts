// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { readPlaces } from './read-places.ts';

/** Lays elements out one below another, 100 pixels each, as if scrolled by `scrolled`. */
function aColumn(html: string, state: { scrolled: number; height: number }): Element {
  document.body.innerHTML = html;
  const elements = [...document.body.querySelectorAll('p, h2')];
  elements.forEach((element, index) => {
    element.checkVisibility = () => true;
    element.getBoundingClientRect = () => new DOMRect(0, index * state.height - state.scrolled, 500, state.height);
  });
  return document.body;
}

const TEXT = `<p>${'one '.repeat(25)}</p><h2>Second part</h2><p>${'two '.repeat(25)}</p><p>${'six '.repeat(25)}</p>`;

describe('readPlaces', () => {
  const state = { scrolled: 0, height: 100 };
  beforeEach(() => Object.assign(state, { scrolled: 0, height: 100 }));

  it('names the heading above the edge', () => {
    const places = readPlaces(aColumn(TEXT, state));
    expect(places.headings.map(({ text }) => text)).toEqual(['Second part']);
    expect(places.headingAt(60)).toBeUndefined();
    state.scrolled = 200;
    expect(places.headingAt(60)?.text).toBe('Second part');
  });

  it('finds a position again after the layout has changed', () => {
    const places = readPlaces(aColumn(TEXT, state));
    state.scrolled = 250;
    const position = places.positionAt(0);
    expect(places.edgeOf(position)).toBeCloseTo(0);
    state.height = 180;
    state.scrolled = 0;
    expect(places.edgeOf(position)).toBeCloseTo(2.5 * 180);
  });

  it('counts progress by the text above the edge', () => {
    const places = readPlaces(aColumn(TEXT, state));
    expect(places.progressAt(100)).toBeCloseTo(99 / (3 * 99 + 11));
    expect(places.progressAt(400)).toBe(1);
  });

  it('knows a text of pictures only', () => {
    const places = readPlaces(aColumn('<figure></figure>', state));
    expect(places.hasText).toBe(false);
    expect(places.progressAt(1000)).toBe(0);
  });
});
