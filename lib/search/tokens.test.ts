import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { untrusted } from '../article/html.ts';
import { textOfHtml } from './html-text.ts';
import { eachToken, unitsOf } from './tokens.ts';

function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  eachToken(text, (term, position) => tokens.push(`${term}@${position}`));
  return tokens;
}

describe('eachToken', () => {
  it.each([
    ['The cat, the Hat!', ['the@0', 'cat@1', 'the@2', 'hat@3']],
    ['Why useEffect runs', ['why@0', 'useeffect@1', 'runs@2']],
    ['node.js 22', ['node.js@0', 'node@0', 'js@1', '22@2']],
    ['C++ and C# on .NET', ['c++@0', 'c@0', 'and@1', 'c#@2', 'c@2', 'on@3', '.net@4', 'net@4']],
    ['don’t', ["don't@0", 'don@0', 't@1']],
    ['Wait... what', ['wait@0', 'what@1']],
    ['Café naïve', ['cafe@0', 'naive@1']],
    ['東京都', ['東京@0', '京都@1', '都@2']],
    ['猫 cat', ['猫@0', 'cat@1']],
    ['Rust入門', ['rust@0', '入門@1', '門@2']],
    ['', []],
    ['— …', []],
  ])('reads %j', (text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens);
  });

  it('splits Thai into words', () => {
    expect(tokensOf('ภาษาไทย')).toEqual(['ภาษา@0', 'ไทย@1']);
  });

  it('tells where a word stands in the text as it was given', () => {
    const text = 'Ｔｈｅ café';
    const places: string[] = [];
    eachToken(text, (_term, _position, start, end) => places.push(text.slice(start, end)));
    expect(places).toEqual(['Ｔｈｅ', 'café']);
  });

  it('gives no term that is too long, and always ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        eachToken(text, (term, position, start, end) => {
          expect(term.length).toBeLessThanOrEqual(41);
          expect(position).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
        });
      }),
    );
  });
});

describe('unitsOf', () => {
  it('takes an identifier as one, with the positions of its parts', () => {
    expect(unitsOf('node.js now')).toEqual([
      { terms: [{ term: 'node.js', offset: 0 }], width: 2, isLone: false },
      { terms: [{ term: 'now', offset: 0 }], width: 1, isLone: false },
    ]);
  });

  it('takes a run of ideographs as its pairs', () => {
    expect(unitsOf('東京都')).toEqual([
      {
        terms: [
          { term: '東京', offset: 0 },
          { term: '京都', offset: 1 },
        ],
        width: 3,
        isLone: false,
      },
    ]);
  });
});

describe('textOfHtml', () => {
  it.each([
    ['<p>One <b>b</b>old</p><p>Two</p>', 'One bold|Two'],
    ['a &amp; b &lt;c&gt; &#233;&#xe9;', 'a & b <c> éé'],
    ['<script>var x = "<p>";</script>seen<style>p{}</style>', 'seen'],
    ['<a title="x > y">link</a>', 'link'],
    ['5 < 6 and <!-- hidden --> 7', '5 < 6 and  7'],
    ['<p>cut off <img src="', 'cut off '],
  ])('reads %j', (html, text) => {
    expect(
      textOfHtml(untrusted(html))
        .replace(/\n+/g, '|')
        .replace(/^\||\|$/g, ''),
    ).toBe(text);
  });
});
