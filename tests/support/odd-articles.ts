import { untrusted } from '../../lib/article/html.ts';
import type { ExportArticle } from '../../lib/transfer/export/export-article.ts';
import { anExport, PNG, sanitise } from './export-tools.ts';

const picture = {
  url: 'https://lamp.example/p.png',
  hash: 'b'.repeat(64),
  type: 'image/png' as const,
  bytes: async () => PNG,
};

const texts: readonly (readonly [string, Partial<ExportArticle>])[] = [
  ['<p>One&nbsp;word <a href="#f1">1</a><sup id="f1">note</sup> <a href="#gone">x</a></p><p id="f1">Twice</p>', {}],
  [
    '<h2 align="center">Head</h2><table border="1" width="9"><caption>C</caption><tr><td align="left" colspan="0">a</td></tr></table>',
    {},
  ],
  [
    '<pre><code>if (a &lt; b) {\n\treturn "x";\n}</code></pre><p><div>block in p</div></p><span><p>p in span</p></span>',
    {},
  ],
  [
    '<figure><img src="https://lamp.example/p.png" alt="A &quot;lamp&quot;"><figcaption>Under</figcaption><p>after</p></figure>',
    { pictures: [picture] },
  ],
  ['<figure><figcaption>First</figcaption><img src="https://lamp.example/other.png" alt="Lost"></figure>', {}],
  [
    '<ul><p>stray</p>words<li>one<ul><li>two</li></ul></li></ul><ol start="4"><li>four</li></ol><ul></ul><li>alone</li>',
    {},
  ],
  ['<dl><dt>t</dt><dd>d</dd></dl><dl><dd>only</dd></dl><dl>words<dt>t</dt></dl>', {}],
  ['<p>שלום עולם <bdo dir="rtl">x</bdo></p>', { language: 'he', direction: 'rtl', title: 'כותרת' }],
  ['<p>漢字の本文。<ruby>漢<rt>かん</rt></ruby></p>', { language: 'ja', title: '灯台の手紙' }],
  ['<math><mi>x</mi><mo>=</mo><mn>1</mn></math><p>inline <math><msup><mi>x</mi><mn>2</mn></msup></math></p>', {}],
  [
    '<details><summary>More</summary><p>Hidden</p></details><time datetime="yesterday">then</time><p lang="xx-?">odd</p>',
    {},
  ],
  [
    '<a href="https://x.example/a b|c[d]">bad <b>link</b></a><a href="mailto:a@b.example">mail</a><blockquote>q<footer>f</footer></blockquote>',
    {},
  ],
  [
    '<h1>Own heading</h1><h4>Far</h4><hr><p>\u0001control \ud800 lone</p><section><header>h</header></section>',
    { note: 'N\n"two" & <b>', title: '' },
  ],
];

/** Articles with all that makes books invalid. */
export const ODD_ARTICLES: readonly ExportArticle[] = [
  ...texts.map(([html, parts], index) =>
    anExport({
      id: `00000000-0000-4000-9000-${String(index).padStart(12, '0')}`,
      html: sanitise(untrusted(html)),
      ...parts,
    }),
  ),
  anExport({ title: 'A link without text' }),
];
