// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { paragraphsOf, splitBlocks } from './split-blocks.ts';

function blocksOf(html: string): readonly (readonly [name: string, text: string])[] {
  const { body } = document.implementation.createHTMLDocument('');
  body.innerHTML = html;
  return paragraphsOf(splitBlocks(body)).map(({ element, text }) => [element.localName, text]);
}

describe('splitBlocks', () => {
  it('finds paragraphs, headings and items in their order', () => {
    expect(blocksOf('<h2>Fans</h2><p>They <b>turn</b>.</p><ul><li>Left</li><li>Right</li></ul>')).toEqual([
      ['h2', 'Fans'],
      ['p', 'They turn.'],
      ['li', 'Left'],
      ['li', 'Right'],
    ]);
  });
  it('makes paragraphs of text beside boxes, and of lines between two breaks', () => {
    expect(
      blocksOf('<div>Before<p>Within</p>after <i>it</i></div><div>One<br><br>Two<br>more<p>Three</p></div>'),
    ).toEqual([
      ['p', 'Before'],
      ['p', 'Within'],
      ['p', 'after it'],
      ['p', 'One'],
      ['p', 'Two more'],
      ['p', 'Three'],
    ]);
  });
  it('keeps code and a table of data whole, and takes a table for layout apart', () => {
    const data = '<table><tr><th>Fan</th><th>Noise</th></tr><tr><td>A</td><td>31</td></tr></table>';
    expect(blocksOf(`<pre>a\n  b</pre>${data}`)).toEqual([
      ['pre', 'a b'],
      ['table', 'Fan Noise A 31'],
    ]);
    expect(blocksOf('<table role="presentation"><tr><td><p>Left</p></td><td><p>Right</p></td></tr></table>')).toEqual([
      ['p', 'Left'],
      ['p', 'Right'],
    ]);
  });
  it('survives boxes that are nested a thousand deep', () => {
    const deep = document.implementation.createHTMLDocument('');
    let box: Element = deep.body;
    for (let depth = 0; depth < 1000; depth++) box = box.appendChild(deep.createElement('div'));
    box.append('Down here');
    expect(splitBlocks(deep.body).map(({ text }) => text)).toEqual(['Down here']);
  });
});
