import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { lengthOf, readBlocks } from './blocks.ts';

function blocksOf(html: string) {
  const { document } = new JSDOM(`<div>Outside<main>${html}</main></div>`).window;
  return readBlocks(document.querySelector('main') ?? document.body);
}
const textsOf = (html: string) => blocksOf(html).map(({ element, text }) => [element.localName, text]);

describe('readBlocks', () => {
  it('gives each piece of text to the innermost block', () => {
    expect(
      textsOf(`<p>One <b>bold</b>\n word</p><ul><li>Item<ul><li>Inner</li></ul> end</li></ul><blockquote><p>Said</p></blockquote>
        <table><tr><td>a</td> <td>b</td></tr></table><pre>x\n  y</pre><figure><img><figcaption>Seen</figcaption></figure>`),
    ).toEqual([
      ['p', 'One bold word'],
      ['li', 'Item end'],
      ['li', 'Inner'],
      ['p', 'Said'],
      ['tr', 'ab'],
      ['pre', 'x y'],
      ['figcaption', 'Seen'],
    ]);
  });

  it('gives text outside of any block to the root, and never to what is around it', () => {
    expect(textsOf('Loose <em>words</em>')).toEqual([['main', 'Loose words']]);
  });

  it('counts the text before each block', () => {
    const blocks = blocksOf('<p>abc</p><p> </p><p>defg</p><p>h</p>');
    expect(blocks.map(({ startLength }) => startLength)).toEqual([0, 3, 7]);
    expect(lengthOf(blocks)).toBe(8);
    expect(lengthOf([])).toBe(0);
  });
});
