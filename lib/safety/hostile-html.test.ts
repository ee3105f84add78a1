import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it, vi } from 'vitest';
import { HOSTILE_HTML } from '../../tests/support/hostile-html.ts';
import { untrusted } from '../article/html.ts';
import { ATTRIBUTE_NAMES } from './allowed-attributes.ts';
import { HTML_ELEMENTS, HTML_NAMESPACE, MATHML_ELEMENTS } from './allowed-elements.ts';
import { createSanitiser } from './sanitise-html.ts';

const { window } = new JSDOM();
const sanitise = createSanitiser(window);

/** What a browser reads in the result, inserted as the reader does, but into a document where nothing runs. */
function kept(html: string): HTMLElement {
  const root = window.document.implementation.createHTMLDocument('').createElement('div');
  root.innerHTML = sanitise(untrusted(html));
  return root;
}

/** Attributes that only `dress-links.ts` may set, with all values they may have. */
const DRESS: ReadonlyMap<string, RegExp> = new Map([
  ['id', /^ref-\d+$/],
  ['rel', /^noopener noreferrer nofollow$/],
  ['referrerpolicy', /^no-referrer$/],
  ['target', /^_blank$/],
]);

function expectAllowedOnly(root: Element): void {
  for (const element of root.querySelectorAll('*')) {
    const elements = element.namespaceURI === HTML_NAMESPACE ? HTML_ELEMENTS : MATHML_ELEMENTS;
    expect(elements, element.outerHTML).toContain(element.localName);
    for (const { name, value } of element.attributes) {
      const dress = DRESS.get(name);
      if (dress) expect(value).toMatch(dress);
      else expect(ATTRIBUTE_NAMES, element.outerHTML).toContain(name);
      if (name === 'href') expect(value).toMatch(/^(?:https?:|mailto:|#ref-\d+$)/);
      if (name === 'data-picture') expect(value).toMatch(/^https?:/);
    }
  }
}

describe('hostile markup', () => {
  it.each(HOSTILE_HTML)('is harmless: %s', (html) => {
    const root = kept(`<p>Before</p>${html}`);
    expect(root.firstElementChild?.textContent).toBe('Before');
    expectAllowedOnly(root);
    for (const { localName } of root.querySelectorAll('[onclick], [onerror], [onload], [src], [srcset], [style]')) {
      expect.unreachable(`${localName} was armed`);
    }
    const once = sanitise(untrusted(html));
    expect(sanitise(untrusted(once))).toBe(once);
  });
});

const NAMES = (
  'p div span a b pre code table tr td th caption ul li ol dl dd h2 h3 figure img math mi mtext mrow semantics annotation-xml ' +
  'svg foreignObject desc title style script template noscript form button object select option textarea article header ' +
  'details summary ruby rt font nobr marquee x-a iframe br hr body html frameset plaintext mglyph'
).split(' ');
const ATTRIBUTES = [
  'id="a"',
  'name="a"',
  'href="#a"',
  'href="https://x.example/"',
  'href="javascript:a"',
  'onclick="a"',
  'src="https://x.example/p"',
  'src="x"',
  'style="a"',
  'title="</style><img src=x onerror=a>"',
  'title="-->"',
  'lang="en"',
  'dir="rtl"',
  'colspan="2"',
  'encoding="text/html"',
  'data-picture="https://x.example/q"',
  'data-picture="javascript:a"',
  'start="2"',
  'display="block"',
];
const TEXTS = [
  'x',
  ' ',
  '\n',
  '\n\n',
  '&#13;',
  '&lt;b&gt;',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '</p>',
  '</table>',
  '</math>',
  '</svg>',
  '"',
  '&amp;',
  '0',
];

/** Tags opened and closed at random, as no author would. */
const markup = fc
  .array(
    fc.oneof(
      fc
        .tuple(fc.constantFrom(...NAMES), fc.array(fc.constantFrom(...ATTRIBUTES), { maxLength: 2 }))
        .map(([name, attributes]) => `<${[name, ...attributes].join(' ')}>`),
      fc.constantFrom(...NAMES).map((name) => `</${name}>`),
      fc.constantFrom(...TEXTS),
    ),
    { maxLength: 25 },
  )
  .map((pieces) => pieces.join(''));

describe('the sanitiser', () => {
  it('gives nothing for a page of frames', () => {
    expect(sanitise(untrusted('<frameset><frame></frameset>'))).toBe('');
  });

  it('makes no element in the living document, where pictures would load', () => {
    const makers = (['createElement', 'adoptNode', 'importNode'] as const).map((name) =>
      vi.spyOn(window.document, name),
    );
    sanitise(untrusted('<article>x</article><img src="https://x.example/a">'));
    for (const maker of makers) {
      expect(maker).not.toHaveBeenCalled();
      maker.mockRestore();
    }
  });
});

describe('markup that never settles', () => {
  it('is reduced to its words', () => {
    class RestlessParser extends window.DOMParser {
      override parseFromString(html: string, type: DOMParserSupportedType): Document {
        return super.parseFromString(`${html}<b>more</b>`, type);
      }
    }
    const restless = new Proxy(window, {
      get: (target, name) => (name === 'DOMParser' ? RestlessParser : Reflect.get(target, name)),
    });
    const result = createSanitiser(restless)(untrusted('<p>1 &lt; 2</p>'));
    expect(result).toMatch(/^<p>1 &lt; 2(?:more)+<\/p>$/);
  });
});

describe('any markup', () => {
  it('comes out with allowed elements and attributes only, and the same when parsed and sanitised again', () => {
    fc.assert(
      fc.property(markup, (html) => {
        const once = sanitise(untrusted(html));
        const root = kept(html);
        expectAllowedOnly(root);
        expect(sanitise(untrusted(once))).toBe(once);
      }),
      { numRuns: Number(process.env['MARKUP_RUNS'] ?? 500) },
    );
  }, 60_000);

  it('keeps every word that stands outside of dropped elements', () => {
    const name = fc.constantFrom(
      'p',
      'div',
      'span',
      'x-a',
      'article',
      'section',
      'font',
      'em',
      'label',
      'main',
      'blockquote',
    );
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5, withCrossShrink: true },
        fc.stringMatching(/^[a-z]{1,6}$/),
        fc
          .tuple(name, fc.array(tie('node'), { maxLength: 4 }))
          .map(([tag, inner]) => `<${tag}>${inner.join(' ')}</${tag}>`),
      ),
    })).node;
    fc.assert(
      fc.property(tree, (html) => {
        const words = (text: string | null) => (text ?? '').match(/[a-z]+/g) ?? [];
        const before = new window.DOMParser().parseFromString(html, 'text/html').body.textContent;
        expect(words(kept(html).textContent).join('')).toBe(words(before).join(''));
      }),
    );
  });
});
