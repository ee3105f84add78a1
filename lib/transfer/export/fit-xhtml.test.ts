import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { fitXhtml } from './fit-xhtml.ts';

describe('a text in a book', () => {
  /** As the schema of XHTML wants it; attributes in the order in which they stand. */
  it.each([
    ['<p id="">a</p><p id="x">b</p><p id="x">c</p>', '<p>a</p><p id="x1">b</p><p>c</p>'],
    ['<a href="#x">to</a><p id="x">b</p>', '<a href="#x1">to</a><p id="x1">b</p>'],
    ['<a href="#a%20b">to</a><p id="a b">b</p>', '<a href="#x1">to</a><p id="x1">b</p>'],
    ['<a href="#none">to</a><a href="#100%">to</a>', '<a>to</a><a>to</a>'],
    [
      '<a href="http://[">to</a><a href="https://a.example/|[x]">to</a>',
      '<a>to</a><a href="https://a.example/%7C%5Bx%5D">to</a>',
    ],
    ['<p data-x="1" aria-label="a" role="note" align="left">a</p>', '<p>a</p>'],
    [
      '<ol start="-3"><li>a</li></ol><ol start="x"><li>a</li></ol><ul start="3"><li>a</li></ul>',
      '<ol start="-3"><li>a</li></ol><ol><li>a</li></ol><ul><li>a</li></ul>',
    ],
    ['<p lang="x y">a</p><p lang="pt-BR">a</p>', '<p>a</p><p lang="pt-BR">a</p>'],
    [
      '<time datetime="May">a</time><time datetime="2024-05-06">a</time>',
      '<time>a</time><time datetime="2024-05-06">a</time>',
    ],
    [
      '<table><tr><td colspan="0">a</td><td rowspan="2">a</td></tr></table>',
      '<table><tbody><tr><td>a</td><td rowspan="2">a</td></tr></tbody></table>',
    ],
    ['<span id="s"><div>a</div></span>', '<div>a</div>'],
    ['<pre><p>a</p></pre>', '<pre>a</pre>'],
    ['<ul> <p>a</p>b<li>c</li> </ul><ul> </ul>', '<ul><li><p>a</p></li><li>b</li><li>c</li></ul>'],
    ['<li>a</li><dt>b</dt><dd>c</dd>', '<div>a</div><div>b</div><div>c</div>'],
    ['<dl><dt>a</dt><dd>b</dd></dl>', '<dl><dt>a</dt><dd>b</dd></dl>'],
    [
      '<dl><dt>a</dt></dl><dl>x<dt>a</dt><dd>b</dd></dl>',
      '<div><div>a</div></div><div>x<div>a</div><div>b</div></div>',
    ],
    ['<table><tbody></tbody></table>', '<div><tbody></tbody></div>'],
    [
      '<table><thead><tr></tr></thead><tbody><tr><td>a</td></tr></tbody></table>',
      '<table><tbody><tr><td>a</td></tr></tbody></table>',
    ],
    [
      '<table><colgroup><col></colgroup><tbody><tr><td>a</td></tr></tbody><thead><tr><th>h</th></tr></thead><tfoot><tr><td>f</td></tr></tfoot></table>',
      '<table><tbody><tr><td>a</td></tr></tbody><tbody><tr><th>h</th></tr></tbody><tbody><tr><td>f</td></tr></tbody></table>',
    ],
    [
      '<table><tbody><tr><td>a</td></tr></tbody><caption>c</caption><caption>d</caption></table>',
      '<table><caption>c</caption><tbody><tr><td>a</td></tr></tbody></table>',
    ],
    [
      '<figure><div><figcaption>c</figcaption></div><img alt="a"></figure>',
      '<figure><div></div><img alt="a"><figcaption>c</figcaption></figure>',
    ],
    [
      '<figure><p>a</p><figcaption>c</figcaption><p>b</p><figcaption>d</figcaption></figure>',
      '<figure><p>a</p><p>b</p><div>d</div><figcaption>c</figcaption></figure>',
    ],
    [
      '<figcaption id="f">c</figcaption><details><summary>s</summary>t</details><legend>l</legend>',
      '<div id="x1">c</div><div><div>s</div>t</div><div>l</div>',
    ],
    ['<fieldset><legend>l</legend></fieldset>', '<fieldset><legend>l</legend></fieldset>'],
  ])('%s', (html, expected) => {
    const { document } = new JSDOM('').window;
    const template = document.createElement('template');
    template.innerHTML = html;
    fitXhtml(template.content);
    expect(template.innerHTML).toBe(expected);
  });
});

describe('a paragraph that a program gave a block', () => {
  it('becomes a block itself', () => {
    const { document } = new JSDOM('').window;
    const content = document.createDocumentFragment();
    const paragraph = document.createElement('p');
    paragraph.append('a', document.createElement('hr'));
    content.append(paragraph);
    fitXhtml(content);
    expect(content.firstElementChild?.outerHTML).toBe('<div>a<hr></div>');
  });
});
