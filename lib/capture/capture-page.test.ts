// @vitest-environment jsdom
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Capture, CaptureOutcome } from '../article/capture.ts';
import { capturePage } from './capture-page.ts';

const SENTENCE = 'The room was never meant to be quiet, and for nine years of its life it was not quiet at all. ';
const TEXT = Array.from({ length: 8 }, (_, index) => `<p>${index}. ${SENTENCE.repeat(2)}</p>`).join('\n');

function pageOf(body: string, head = ''): Document {
  return new JSDOM(
    `<!doctype html><html lang="en"><head><title>A quiet room</title>${head}</head><body>${body}</body></html>`,
    {
      url: 'https://orbit.example/2026/quiet-room?x=1#top',
    },
  ).window.document;
}

function captured(outcome: CaptureOutcome): Capture {
  if (outcome.status !== 'captured') throw new Error(`unreadable: ${outcome.why}`);
  return outcome.capture;
}

function whyNot(outcome: CaptureOutcome): string {
  return outcome.status === 'unreadable' ? outcome.why : 'captured';
}

describe('capturePage', () => {
  it('leaves the page as it was', () => {
    const doc = pageOf(`<article><h1>A quiet room</h1><img data-src="/a.jpg"><script>1</script>${TEXT}</article>`);
    const before = doc.documentElement.outerHTML;
    capturePage(doc);
    expect(doc.documentElement.outerHTML).toBe(before);
  });

  it('runs no code of the page', () => {
    const dom = new JSDOM(
      `<!doctype html><body><script>
        window.made = 0;
        customElements.define('quiet-box', class extends HTMLElement { constructor() { super(); window.made++; } });
      </script><article><quiet-box></quiet-box>${TEXT}</article></body>`,
      { runScripts: 'dangerously', url: 'https://orbit.example/x' },
    );
    const { window } = dom;
    window.getSelection()?.selectAllChildren(window.document.body);
    expect(captured(capturePage(window.document)).selection).toBeDefined();
    expect(window.eval('window.made')).toBe(1);
  });

  it('reads open and closed shadow roots, with light children in their slots', () => {
    const doc = pageOf(
      '<main><h1>A quiet room</h1><text-box><p slot="end">The very last sentence of the room, which stood outside of its box.</p></text-box></main>',
    );
    const host = doc.querySelector('text-box');
    const open = host?.attachShadow({ mode: 'open' });
    if (open === undefined) throw new Error('no host');
    open.innerHTML = `<section>${TEXT}<inner-box></inner-box><slot name="end">nobody sees this</slot></section>`;
    const inner = open.querySelector('inner-box');
    const closed = inner?.attachShadow({ mode: 'closed' });
    if (closed === undefined) throw new Error('no inner host');
    closed.innerHTML = `<p>Behind a closed door: ${SENTENCE}</p>`;
    const { html } = captured(capturePage(doc, { openShadowRoot: (element) => (element === inner ? closed : null) }));
    expect(html).toContain('7. The room');
    expect(html).toContain('Behind a closed door');
    expect(html).toContain('The very last sentence');
    expect(html).not.toContain('nobody sees this');
    expect(captured(capturePage(doc)).html).not.toContain('Behind a closed door');
  });

  it('reads a large frame of the same origin, and no small one', () => {
    const doc = pageOf('<h1>A quiet room</h1><iframe></iframe>');
    const frame = doc.querySelector('iframe');
    if (frame?.contentDocument == null) throw new Error('no frame');
    frame.contentDocument.body.innerHTML = TEXT;
    Object.defineProperty(doc.documentElement, 'clientWidth', { value: 1000 });
    Object.defineProperty(frame, 'clientWidth', { value: 800, configurable: true });
    expect(captured(capturePage(doc)).html).toContain('7. The room');
    Object.defineProperty(frame, 'clientWidth', { value: 200 });
    expect(capturePage(doc).status).toBe('unreadable');
  });

  it('takes the first paragraph as excerpt, without the number of its footnote', () => {
    const first = '<p>Nine kilometres of cable<sup><a href="#f1">1</a></sup> lie under a room of 40 m<sup>2</sup>.</p>';
    const { excerpt } = captured(capturePage(pageOf(`<article>${first}${TEXT}<p id="f1">Measured.</p></article>`)));
    expect(excerpt).toBe('Nine kilometres of cable lie under a room of 40 m2.');
  });

  it('writes links into the page as fragments, and all others absolute', () => {
    const doc = pageOf(
      `<article>${TEXT}<p id="n1">See <a href="/2026/quiet-room?x=1#n1">here</a>, <a href="#n1">here</a>, <a href="../other">there</a> and <a href="javascript:void(0)">nowhere</a>, as was said above.</p></article>`,
    );
    const { html } = captured(capturePage(doc));
    expect(html.match(/href="[^"]*"/g)).toEqual(['href="#n1"', 'href="#n1"', 'href="https://orbit.example/other"']);
    expect(html).toContain('id="n1"');
  });

  it('keeps the language and the lines of code, without line numbers', () => {
    const doc = pageOf(
      `<article>${TEXT}<div class="highlight-python"><table><tr><td>1\n2</td><td><pre><span class="lineno">1</span>a = 1\n<b>b</b> = 2\n</pre></td></tr></table></div>${TEXT}</article>`,
    );
    expect(captured(capturePage(doc)).html).toContain('<pre data-language="python"><code>a = 1\nb = 2</code></pre>');
  });

  it('puts a link in the place of a player, and nothing in the place of an advert', () => {
    const doc = pageOf(
      `<article>${TEXT}<div><div><iframe src="https://video.example/embed/1" title="The fan"></iframe></div></div><iframe src="https://ads.example/x" title="Advertisement" width="600" height="400"></iframe>${TEXT}</article>`,
    );
    const { html } = captured(capturePage(doc));
    expect(html).toContain('<p><a href="https://video.example/embed/1">Video: The fan</a></p>');
    expect(html).not.toContain('ads.example');
  });

  it('puts the opening picture and its caption before the text if it stands outside', () => {
    const doc = pageOf(
      `<div><h1>A quiet room</h1><figure><img src="/p/room-1200.jpg" width="1200" height="600" alt="The room"><figcaption>Nine years later</figcaption></figure></div><div class="story">${TEXT}</div>`,
      '<meta property="og:image" content="https://cdn.example/room-600.jpg">',
    );
    const { html, leadPictureUrl, pictures } = captured(capturePage(doc));
    expect(html).toMatch(/<figure><img[^>]*room-1200[^>]*><figcaption>Nine years later/);
    expect(html.match(/<img/g)).toHaveLength(1);
    expect(leadPictureUrl).toBe('https://orbit.example/p/room-1200.jpg');
    expect(pictures).toEqual([{ url: 'https://orbit.example/p/room-1200.jpg', alt: 'The room' }]);
  });

  it('keeps what is selected, from the middle of one word to the middle of another', () => {
    const doc = pageOf(`<article>${TEXT}<ul><li>one</li><li>two <a href="/x">link</a></li></ul></article>`);
    const [first, second] = doc.querySelectorAll('p');
    const range = doc.createRange();
    if (first?.firstChild == null || second?.firstChild == null) throw new Error('no text');
    range.setStart(first.firstChild, 7);
    range.setEnd(second.firstChild, 11);
    doc.getSelection()?.addRange(range);
    const { selection } = captured(capturePage(doc));
    expect(selection?.html).toMatch(/^<p>room was never[^<]*<\/p>\s*<p>1\. The room<\/p>$/);
    const list = doc.querySelector('ul');
    if (list === null) throw new Error('no list');
    doc.getSelection()?.selectAllChildren(list);
    expect(captured(capturePage(doc)).selection).toMatchObject({
      html: '<ul><li>one</li><li>two <a href="https://orbit.example/x">link</a></li></ul>',
      wordCount: 3,
    });
  });

  it('keeps what is selected on a page that is no article, with what the page says of itself', () => {
    const doc = pageOf(
      '<ul><li><a href="/1">The first of all the rooms</a></li><li><a href="/2">The second of them</a></li></ul><p>Nine more <img src="/n.png" alt="stacks"> are on their way.</p>',
      '<meta property="og:site_name" content="Orbit Daily">',
    );
    doc.documentElement.dir = 'rtl';
    const paragraph = doc.querySelector('p');
    if (paragraph === null) throw new Error('no paragraph');
    expect(capturePage(doc)).toMatchObject({ status: 'unreadable', why: 'no-article' });
    expect(capturePage(doc)).not.toHaveProperty('selection');
    doc.getSelection()?.selectAllChildren(paragraph);
    expect(capturePage(doc)).toEqual({
      status: 'unreadable',
      why: 'no-article',
      url: 'https://orbit.example/2026/quiet-room?x=1#top',
      title: 'A quiet room',
      selection: {
        html: '<p>Nine more <img src="https://orbit.example/n.png" alt="stacks"> are on their way.</p>',
        wordCount: 6,
        pictures: [{ url: 'https://orbit.example/n.png', alt: 'stacks' }],
        siteName: 'Orbit Daily',
        excerpt: 'Nine more are on their way.',
        language: 'en',
        direction: 'rtl',
      },
    });
  });

  it('keeps what is selected inside shadow roots, where the browser tells', () => {
    const doc = pageOf('<main><text-box></text-box></main><p>Outside</p>');
    const outer = doc.querySelector('text-box')?.attachShadow({ mode: 'open' });
    if (outer === undefined) throw new Error('no host');
    outer.innerHTML = '<div><inner-box></inner-box></div>';
    const inner = outer.querySelector('inner-box')?.attachShadow({ mode: 'open' });
    if (inner === undefined) throw new Error('no inner host');
    inner.innerHTML = '<p>first</p><p>second <b>bold</b></p><p>third</p>';
    const selection = doc.getSelection();
    if (selection === null) throw new Error('no selection');
    selection.collapse(doc.querySelector('main'));
    expect(capturePage(doc)).not.toHaveProperty('selection');
    // As Chromium does; jsdom has no such method.
    Object.assign(selection, {
      getComposedRanges: ({ shadowRoots }: { readonly shadowRoots: readonly ShadowRoot[] }) =>
        shadowRoots.includes(inner)
          ? [{ startContainer: inner, startOffset: 1, endContainer: inner, endOffset: 3, collapsed: false }]
          : [],
    });
    expect(capturePage(doc)).toMatchObject({ selection: { html: '<p>second <b>bold</b></p><p>third</p>' } });
  });

  it('keeps a short article', () => {
    const doc = pageOf(`<main><h1>A quiet room</h1><p>${SENTENCE}</p><p>Then somebody unplugged the fan.</p></main>`);
    expect(captured(capturePage(doc)).html).toContain('unplugged the fan');
  });

  it('warns of a wall, in several languages, but not in a long text', () => {
    const lead = `<h1>A quiet room</h1>${TEXT}`;
    for (const prompt of [
      'Subscribe to continue reading',
      'Nur für Abonnenten',
      'La suite est réservée aux abonnés',
      'Suscríbete para seguir leyendo',
    ]) {
      expect(captured(capturePage(pageOf(`<main>${lead}<div>${prompt}</div></main>`))).warnings, prompt).toEqual([
        'teaser',
      ]);
    }
    expect(
      captured(capturePage(pageOf(`<main>${lead}${TEXT.repeat(5)}<div>Subscribe to continue reading</div></main>`)))
        .warnings,
    ).toEqual([]);
    expect(captured(capturePage(pageOf(`<main>${lead}</main>`))).warnings).toEqual([]);
  });

  it('refuses a list of articles', () => {
    const card = (index: number): string =>
      `<div><h2><a href="/${index}">A title of some length, number ${index}</a></h2><p>${SENTENCE}</p></div>`;
    expect(
      whyNot(capturePage(pageOf(`<main>${Array.from({ length: 12 }, (_, index) => card(index)).join('')}</main>`))),
    ).toBe('no-article');
  });

  it('says what a page without text is', () => {
    expect(whyNot(capturePage(pageOf('')))).toBe('empty');
    expect(
      whyNot(
        capturePage(
          pageOf(
            '<div id="root"></div><noscript>You need to enable JavaScript to run this app, please, and load it again.</noscript>',
          ),
        ),
      ),
    ).toBe('empty');
    expect(whyNot(capturePage(new DOMParser().parseFromString('<rss><channel/></rss>', 'text/xml')))).toBe('not-html');
    const pdf = pageOf('<embed type="application/pdf">');
    Object.defineProperty(pdf, 'contentType', { value: 'application/pdf' });
    expect(whyNot(capturePage(pdf))).toBe('pdf');
  });

  it('never throws, whatever the document', () => {
    const odd: Document[] = [
      new JSDOM('').window.document,
      new JSDOM('<frameset cols="50%,50%"><frame src="a"><frame src="b"></frameset>').window.document,
      new JSDOM(
        `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>${SENTENCE}</p></body></html>`,
        {
          contentType: 'application/xhtml+xml',
        },
      ).window.document,
      new DOMParser().parseFromString('<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'),
      pageOf('<div>'.repeat(300) + SENTENCE),
      pageOf(`<form><input name="parentNode"><input name="attributes"><p>${SENTENCE}</p></form>${TEXT}`),
      pageOf(`<a href="http://[">x</a><a href="%">y</a><img srcset=",,, 1w"><a href="#%">z</a>${TEXT}`),
    ];
    const withoutBody = pageOf('');
    withoutBody.body.remove();
    const withoutRoot = pageOf('');
    withoutRoot.documentElement.remove();
    for (const doc of [...odd, withoutBody, withoutRoot]) expect(() => capturePage(doc)).not.toThrow();
  });

  it('falls back to the plainest reading when a step fails', () => {
    const doc = pageOf(`<article>${TEXT}</article>`);
    const outcome = capturePage(doc, {
      get openShadowRoot(): never {
        throw new Error('broken');
      },
    });
    expect(captured(outcome).html).toContain('7. The room');
  });
});
