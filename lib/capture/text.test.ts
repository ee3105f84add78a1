// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { cutText, fold, shortTextOf, textInLines } from './text.ts';

function box(html: string): Element {
  const element = document.createElement('div');
  element.innerHTML = html;
  return element;
}

describe('shortTextOf', () => {
  it('sets a space between boxes, and gives up on long texts', () => {
    expect(shortTextOf(box('<p>7</p><p>0</p>'), 10)).toBe('7 0');
    expect(shortTextOf(box('word '.repeat(30)), 10)).toBeUndefined();
    expect(shortTextOf(box('twelve chars'), 10)).toBeUndefined();
  });
  it('sees what was removed since it was asked', () => {
    const element = box('<p>one</p><p>two</p>');
    expect(shortTextOf(element, 20)).toBe('one two');
    element.lastElementChild?.remove();
    expect(shortTextOf(element, 20)).toBe('one');
  });
});

describe('textInLines', () => {
  it('parts boxes but not words', () => {
    expect(textInLines(box('<li>one</li><li>t<b>w</b>o</li>')).split(/\s+/).filter(Boolean)).toEqual(['one', 'two']);
  });
});

describe('cutText', () => {
  it('cuts at a word and stays within the length', () => {
    expect(cutText('A quiet room, and a loud one', 15)).toBe('A quiet room…');
    expect(cutText('short', 15)).toBe('short');
    expect(cutText('字'.repeat(20), 10)).toBe(`${'字'.repeat(9)}…`);
  });
});

describe('fold', () => {
  it('makes the same of what reads the same', () => {
    expect(fold('The “Quiet” Room!')).toBe(fold('the quiet  room'));
  });
});
