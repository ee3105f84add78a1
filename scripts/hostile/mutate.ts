import { type Chance, chanceFrom } from '../../bench/support/chance.ts';
import type { Snippet } from './read-snippets.ts';

type Change = (html: string, chance: Chance, other: string) => string;

/** Where parsers leave one language for another, and where they disagree most. */
const PIECES = [
  ...[
    '<svg>',
    '</svg>',
    '<math>',
    '</math>',
    '<mtext>',
    '<mglyph>',
    '<malignmark>',
    '<annotation-xml encoding="text/html">',
  ],
  ...[
    '<foreignObject>',
    '<desc>',
    '<title>',
    '</title>',
    '<style>',
    '</style>',
    '<textarea>',
    '</textarea>',
    '<noscript>',
  ],
  ...[
    '</noscript>',
    '<template>',
    '</template>',
    '<select>',
    '</select>',
    '<option>',
    '<form>',
    '</form>',
    '<table>',
    '<tr>',
  ],
  ...[
    '<td>',
    '<caption>',
    '<colgroup>',
    '</table>',
    '<p>',
    '</p>',
    '<br>',
    '</br>',
    '<a href="#x">',
    '</a>',
    '<b>',
    '<i>',
  ],
  ...[
    '<!--',
    '-->',
    '--!>',
    '<![CDATA[',
    ']]>',
    '<?x',
    '?>',
    '<!x',
    '<plaintext>',
    '<xmp>',
    '</xmp>',
    '<iframe>',
    '<noembed>',
  ],
  ...[
    '<script>',
    '</script>',
    '<frameset>',
    '<body onload=alert(1)>',
    '<html onclick=alert(1)>',
    '<img src=x onerror=alert(1)>',
  ],
  ...[
    '<svg onload=alert(1)>',
    '<base href=//leak.test/>',
    '<link rel=stylesheet href=//leak.test/a.css>',
    '<image href=//leak.test/a>',
  ],
  ...[
    '"',
    "'",
    '`',
    '=',
    '>',
    '<',
    '/',
    '&lt;',
    '&gt;',
    '&quot;',
    '&#x0;',
    '&#13;',
    '\u0000',
    '\f',
    '\u00a0',
    '\u2028',
    '\ufeff',
  ],
] as const;

const ATTRIBUTES = [
  ...[
    ' onerror=alert(1)',
    ' onload="alert(1)"',
    ' onfocus=alert(1) autofocus',
    ' onmouseover=alert(1)',
    ' ontoggle=alert(1)',
  ],
  ...[
    ' href="javascript:alert(1)"',
    " href='java\tscript:alert(1)'",
    ' xlink:href="javascript:alert(1)"',
    ' src=//leak.test/a',
  ],
  ...[
    ' srcset="//leak.test/a 2x"',
    ' style="background:url(//leak.test/a)"',
    ' style="position:fixed;inset:0"',
    ' data=//leak.test',
  ],
  ...[
    ' id=documentElement',
    ' name=attributes',
    ' is=x-y',
    ' xmlns="http://www.w3.org/1999/xhtml"',
    ' title="<img src=x onerror=alert(1)>"',
  ],
] as const;

const at = (html: string, chance: Chance): number => Math.floor(chance.next() * (html.length + 1));
const put = (html: string, place: number, text: string): string => html.slice(0, place) + text + html.slice(place);

const CHANGES: readonly [Change, ...Change[]] = [
  (html, chance) => put(html, at(html, chance), chance.pick(PIECES)),
  (html, chance) => put(html, html.indexOf('<', at(html, chance)) + 1 || 0, `${chance.pick(PIECES)}<`),
  (html, chance) => {
    const end = html.indexOf('>', at(html, chance));
    return end < 0 ? html : put(html, end, chance.pick(ATTRIBUTES));
  },
  (html, chance) => {
    const start = at(html, chance);
    return html.slice(0, start) + html.slice(start + Math.ceil(chance.next() * 12));
  },
  (html, chance) => {
    const start = at(html, chance);
    return put(html, at(html, chance), html.slice(start, start + Math.ceil(chance.next() * 40)));
  },
  (html, chance, other) => html.slice(0, at(html, chance)) + other.slice(at(other, chance)),
  (html, chance, other) => put(html, at(html, chance), other),
  (html, chance) => {
    const opening = chance.pick(PIECES);
    return opening.repeat(Math.ceil(chance.next() * 60)) + html;
  },
  (html, chance) => {
    const place = at(html, chance);
    const letter = html[place] ?? '';
    const other = chance.isWithin(0.5) ? `&#${letter.charCodeAt(0)};` : letter.toUpperCase();
    return letter === '' ? html : html.slice(0, place) + other + html.slice(place + 1);
  },
];

/** Longer ones would only be slower. */
const LONGEST = 8000;

/** Mutations of the snippets, the same for each seed: one to six changes each. */
export function* mutationsOf(snippets: readonly Snippet[], most: number, seed: number): Generator<Snippet> {
  const chance = chanceFrom(seed);
  const one = (): Snippet => snippets[Math.floor(chance.next() * snippets.length)] ?? { id: 'none', html: '' };
  for (let count = 1; count <= most; count++) {
    const { id, html } = one();
    let changed = html;
    for (let left = Math.ceil(chance.next() * 6); left > 0; left--) {
      changed = chance.pick(CHANGES)(changed, chance, one().html).slice(0, LONGEST);
    }
    yield { id: `${id}~${count}`, html: changed };
  }
}
