// @vitest-environment jsdom
import { array, assert, constantFrom, nat, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleText, readArticleText } from './article-text.ts';
import { describePassage } from './describe-passage.ts';
import { passageFinder } from './find-passage.ts';

function textOf(html: string): ArticleText & { readonly root: HTMLElement } {
  const root = document.createElement('div');
  root.innerHTML = html;
  return { ...readArticleText(root), root };
}

/** The words between two ends of the document, as the browser's own range has them. */
function wordsOf({ rangeOf }: ArticleText, start: number, end: number): string | undefined {
  const found = rangeOf({ start, end });
  if (!found) return undefined;
  const range = document.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  return range.toString();
}

describe('readArticleText', () => {
  it('gives the words as they are seen', () => {
    const { text } = textOf(
      '<p>One  <em>two</em>\n three</p>\n<ul><li>a</li><li>b<br>c</li></ul><pre>x\n  y</pre><p>z</p>',
    );
    expect(text).toBe('One two three\na\nb\nc\nx\n  y\nz');
  });

  it('keeps words of two cells apart, and no-break spaces', () => {
    expect(textOf('<table><tr><td>1</td><td>2 MB</td></tr></table>').text).toBe('1\n2 MB');
  });

  it('leads from words to the document and back, across elements and blocks', () => {
    const article = textOf('<p>One  <em>tw</em>o</p><p>  three   four</p>');
    const at = article.text.indexOf('two');
    expect(wordsOf(article, at, at + 9)).toBe('two  three');
    const range = article.rangeOf({ start: at, end: at + 9 });
    expect(range && article.indexOf({ node: range.startContainer, offset: range.startOffset })).toBe(at);
    expect(range && article.indexOf({ node: range.endContainer, offset: range.endOffset })).toBe(at + 9);
  });

  it('places boundaries that are no text: before a child, and after the last', () => {
    const { indexOf, text, root } = textOf('<p>One</p><p>two</p>');
    expect(indexOf({ node: root, offset: 1 })).toBe(4);
    expect(indexOf({ node: root, offset: 2 })).toBe(text.length);
  });

  it('gives no range where there is no word', () => {
    expect(textOf('<p>a</p>').rangeOf({ start: 1, end: 1 })).toBeUndefined();
    expect(textOf('').rangeOf({ start: 0, end: 3 })).toBeUndefined();
  });

  const word = constantFrom('alpha', 'beta ', '“gamma”', ' delta\n', 'עברית', '日本語。', 'it—is', '  ');
  const block = tuple(constantFrom('p', 'li', 'pre', 'h2', 'td', 'em'), array(word, { maxLength: 6 })).map(
    ([name, words]) => `<${name}>${words.map((each, i) => (i % 2 ? `<b>${each}</b>` : each)).join('')}</${name}>`,
  );

  it('describes what it finds as it was described, for any passage of any text', () => {
    assert(
      property(array(block, { minLength: 1, maxLength: 8 }), nat(), nat(), (blocks, one, other) => {
        const article = textOf(blocks.join('\n'));
        const { text } = article;
        const [start, end] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b) as [
          number,
          number,
        ];
        const described = describePassage(text, { start, end });
        if (!described) return;
        // To the document and back.
        const range = article.rangeOf(described.position);
        if (!range) throw new Error(`No range for ${JSON.stringify(described)} in ${JSON.stringify(text)}`);
        const back = {
          start: article.indexOf({ node: range.startContainer, offset: range.startOffset }),
          end: article.indexOf({ node: range.endContainer, offset: range.endOffset }),
        };
        expect(describePassage(text, back)).toEqual(described);
        // To a search and back; of many that are alike it may decline, and never errs.
        const found = passageFinder(text)(described.quote, described.position);
        if (found) expect(describePassage(text, found)?.position).toEqual(described.position);
      }),
      { numRuns: 400, seed: 4 },
    );
  });
});
