import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { untrusted } from '../article/html.ts';
import { createSanitiser } from './sanitise-html.ts';

const { window } = new JSDOM();
const sanitise = createSanitiser(window);

/** What a browser reads in the result, inserted as the reader does, but into a document where nothing runs. */
function kept(html: string): HTMLElement {
  const root = window.document.implementation.createHTMLDocument('').createElement('div');
  root.innerHTML = sanitise(untrusted(html));
  return root;
}

describe('what is kept', () => {
  it.each([
    '<h1>One</h1><h2>Two</h2><p>Text <em>with</em> <strong>weight</strong>, <code>code</code>, <kbd>keys</kbd>.</p>',
    '<ol start="3" reversed=""><li value="7">Seven</li></ol><dl><dt>Term</dt><dd>Meaning</dd></dl>',
    '<table><caption>Prices</caption><colgroup><col span="2"></colgroup><thead><tr><th scope="col" colspan="2">Price</th></tr></thead><tbody><tr><td rowspan="2">1</td></tr></tbody></table>',
    '<figure><img alt="A chart" width="640" height="480" data-picture="https://pictures.example/a.png"><figcaption>Chart</figcaption></figure>',
    '<pre data-language="c++"><code>int x;\n  y &lt; z\n</code></pre>',
    '<p lang="pt-BR" dir="rtl" title="A title">Texto <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>',
    '<details open=""><summary>More</summary><p>Text</p></details>',
    '<p><time datetime="2026-11-23T09:14:00+01:00">today</time> <del datetime="2026-11-22">gone</del></p>',
    '<math display="block"><mfrac><mi>a</mi><mn>2</mn></mfrac></math>',
    '<math><msubsup><mi mathvariant="normal">x</mi><mn>1</mn><mn>2</mn></msubsup><mo stretchy="false">)</mo></math>',
    '<math><mtable><mtr><mtd columnspan="2"><munder accentunder="true"><mi>a</mi><mo>_</mo></munder></mtd></mtr></mtable></math>',
  ])('leaves %s as it is', (html) => {
    expect(sanitise(untrusted(html))).toBe(html);
  });

  it('keeps the blank first line of a listing', () => {
    expect(kept('<pre>\n\nfirst</pre>').querySelector('pre')?.textContent).toBe('\nfirst');
  });

  it('keeps no carriage return, which browsers read in two ways', () => {
    expect(sanitise(untrusted('<pre>a&#13;&#10;b</pre><p title="a&#13;b">c&#13;d</p>'))).toBe(
      '<pre>a\nb</pre><p title="a\nb">c\nd</p>',
    );
  });

  it('reads a table in a paragraph as the page does that shows it', () => {
    expect(sanitise(untrusted('<p>a<table><tbody><tr><td>b</td></tr></tbody></table></p>'))).toBe(
      '<p>a</p><table><tbody><tr><td>b</td></tr></tbody></table><p></p>',
    );
  });

  it('unwraps elements it does not know, and keeps their words', () => {
    const root = kept(
      '<x-card><font color="red">Red</font> <big>words</big></x-card><form><button>Press</button></form>',
    );
    expect(root.textContent).toBe('Red wordsPress');
  });

  it('keeps the words of unnamed blocks apart', () => {
    const root = kept('<article>One</article><aside>Two</aside><address lang="de">Three</address>');
    expect([...root.children].map((block) => block.outerHTML)).toEqual([
      '<div>One</div>',
      '<div>Two</div>',
      '<div lang="de">Three</div>',
    ]);
  });

  it('drops code and fallbacks with their content', () => {
    const root = kept(
      'a<script>b</script><style>c</style><template><p>d</p></template><noscript><p>e</p></noscript><iframe>f</iframe>' +
        '<svg><text>g</text></svg><video><p>h</p></video><audio>i</audio>j',
    );
    expect(root.innerHTML).toBe('aj');
  });

  it('drops the source text of a formula', () => {
    const root = kept(
      '<math><semantics><mrow><mi>x</mi></mrow><annotation encoding="application/x-tex">\\x</annotation>' +
        '<annotation-xml encoding="text/html"><p>html</p></annotation-xml></semantics></math>',
    );
    expect(root.textContent).toBe('x');
  });

  it('keeps the words, not the elements, of HTML within a formula', () => {
    const root = kept('<math><mtext><b>if</b> <a href="https://x.example/">so</a></mtext></math>');
    expect(root.querySelector('mtext')?.innerHTML).toBe('if so');
  });

  it.each([
    ['<p dir="up">x</p>', 'dir'],
    ['<p lang="e n">x</p>', 'lang'],
    ['<p style="color:red" class="a">x</p>', 'style'],
    ['<blockquote cite="https://x.example">x</blockquote>', 'cite'],
    ['<table><tr><td colspan="1001">x</td></tr></table>', 'colspan'],
    ['<table><tr><td rowspan="0">x</td></tr></table>', 'rowspan'],
    ['<pre data-language="a b">x</pre>', 'data-language'],
    ['<p data-language="js">x</p>', 'data-language'],
    ['<img src="https://x.example/a.png" width="100%">', 'width'],
    ['<p width="100">x</p>', 'width'],
    ['<ol start="one"><li>x</li></ol>', 'start'],
    ['<p hidden>x</p>', 'hidden'],
    ['<math><mi mathvariant="bold">x</mi></math>', 'mathvariant'],
    ['<math><mo lspace="-99em">x</mo></math>', 'lspace'],
    ['<math href="https://x.example"><mi>x</mi></math>', 'href'],
    ['<p aria-label="y" role="button">x</p>', 'role'],
  ])('cuts from %s the attribute %s', (html, attribute) => {
    const root = kept(html);
    expect(root.innerHTML).not.toBe('');
    expect(root.querySelector(`[${attribute}]`)).toBeNull();
  });
});

describe('pictures', () => {
  it('notes the address and leaves nothing to fetch', () => {
    const picture = kept(
      '<img src="https://pictures.example/a b.png" srcset="https://x.example/b.png 2x" alt="A">',
    ).firstElementChild;
    expect(picture?.outerHTML).toBe('<img alt="A" data-picture="https://pictures.example/a%20b.png">');
  });

  it.each([
    'data:image/png;base64,AAAA',
    'blob:https://x.example/1',
    '/a.png',
    '//x.example/a.png',
    'javascript:a',
    '',
  ])('drops a picture at %j', (src) => {
    expect(kept(`<p>x<img src="${src}" alt="A"></p>`).innerHTML).toBe('<p>x</p>');
  });

  it('lets the real address win over one the page wrote itself', () => {
    const root = kept('<img src="https://a.example/1.png" data-picture="https://b.example/2.png">');
    expect(root.firstElementChild?.getAttribute('data-picture')).toBe('https://a.example/1.png');
  });
});

describe('links', () => {
  it('open outside without a word about the reader', () => {
    const link = kept('<a href="https://x.example/a" target="_top" rel="opener" name="a">x</a>').firstElementChild;
    expect(link?.outerHTML).toBe(
      '<a href="https://x.example/a" rel="noopener noreferrer nofollow" referrerpolicy="no-referrer" target="_blank">x</a>',
    );
  });

  it('keeps mail addresses', () => {
    expect(kept('<a href="mailto:desk@x.example">x</a>').innerHTML).toBe('<a href="mailto:desk@x.example">x</a>');
  });

  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    '/a',
    '#',
    '#nowhere',
    '#50%',
    'file:///a',
    'ftp://a/',
  ])('unwraps a link to %j', (href) => {
    expect(kept(`<p><a href="${href}">word</a></p>`).innerHTML).toBe('<p>word</p>');
  });

  it('ties footnotes to their marks and back', () => {
    const root = kept(
      '<p>Text<sup id="fnref:1"><a href="#fn:1">1</a></sup></p><ol><li id="fn:1">Note <a href="#fnref:1">back</a></li></ol>',
    );
    expect(root.innerHTML).toBe(
      '<p>Text<sup id="ref-1"><a href="#ref-2">1</a></sup></p><ol><li id="ref-2">Note <a href="#ref-1">back</a></li></ol>',
    );
  });

  it('finds targets that are named, escaped, or called like a property of the window', () => {
    const root = kept(
      '<a href="#title">1</a><a href="#caf%C3%A9">2</a><a href="#50%">3</a><a name="title">A</a><p id="café">B</p><p id="50%">C</p>',
    );
    expect([...root.querySelectorAll('[href]')].map((link) => link.getAttribute('href'))).toEqual([
      '#ref-1',
      '#ref-2',
      '#ref-3',
    ]);
    expect(root.querySelector('#ref-2')?.textContent).toBe('B');
  });

  it('leads to the first of two elements with one id', () => {
    const root = kept('<a href="#a">1</a><p id="a">First</p><p id="a">Second</p>');
    expect(root.querySelector('#ref-1')?.textContent).toBe('First');
  });

  it('cuts ids that nothing links to', () => {
    expect(kept('<p id="location">x</p><p id="ref-1">y</p>').innerHTML).toBe('<p>x</p><p>y</p>');
  });
});
