import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const SENTENCE =
  'the keepers of the harbour wrote the height of the water into a book every morning, with a word on the wind, and nobody asked them why they did';
const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, index) => `<p>On day ${index + 1} ${SENTENCE}.</p>`).join('\n');

/** Stands in every page, and in nothing that a page forges. */
export const TRUE_WORDS = 'with a word on the wind';
/** What the pages try to have kept. */
export const FORGED_WORDS = 'FORGED';

/** The body of each page, by its path. Their scripts run in the page's own world, before and while it is saved. */
export const HOSTILE_PAGES: Readonly<Record<string, string>> = {
  'overridden-prototypes': `<script>
    const lie = () => 'FORGED';
    Object.prototype.toJSON = lie;
    for (const kind of [Array, String, Object, Node, Element, Document, HTMLElement, Map, Set, RegExp, Promise, JSON, Date]) {
      const holder = kind === JSON ? JSON : kind.prototype;
      for (const name of Object.getOwnPropertyNames(holder)) {
        if (name === 'constructor' || name === 'toJSON') continue;
        try { Object.defineProperty(holder, name, { get: () => lie, set() {}, configurable: true }); } catch {}
      }
    }
    window.DOMParser = window.Readability = window.XMLSerializer = function () { return 'FORGED'; };
  </script>`,
  'throwing-elements': `<script>
    const fail = { get() { throw new Error('no'); }, set() { throw new Error('no'); }, configurable: true };
    customElements.define('x-trap', class extends HTMLElement {
      constructor() { super(); this.attachShadow({ mode: 'closed' }).innerHTML = '<slot></slot>'; for (const name of ['textContent', 'innerHTML',
        'outerHTML', 'attributes', 'children', 'childNodes', 'parentNode', 'parentElement', 'localName', 'shadowRoot', 'matches', 'closest',
        'querySelectorAll', 'getBoundingClientRect', 'cloneNode', 'innerText', 'firstChild', 'nextSibling', 'ownerDocument'])
        Object.defineProperty(this, name, fail); }
      connectedCallback() { throw new Error('no'); }
      attributeChangedCallback() { throw new Error('no'); }
    });
  </script><x-trap class="a"><p>Within the trap ${SENTENCE}.</p></x-trap>`,
  'clobbered-form':
    '<form>' +
    [
      'parentNode',
      'parentElement',
      'attributes',
      'childNodes',
      'nodeName',
      'ownerDocument',
      'remove',
      'innerHTML',
      'textContent',
    ]
      .map((name) => `<input name="${name}">`)
      .join('') +
    `<p>In the form ${SENTENCE}.</p></form><img name="body" alt=""><img name="documentElement" alt=""><img name="implementation" alt="">`,
  'endless-mutation': `<div id="moving"></div><script>
    const box = document.getElementById('moving');
    const turn = () => { box.append(document.createElement('i'), 'x'); if (box.childNodes.length > 200) box.textContent = ''; };
    new MutationObserver(() => setTimeout(turn, 0)).observe(box, { childList: true, subtree: true });
    turn();
  </script>`,
  'moving-frames': `<iframe width="600" height="400" srcdoc="<p>frame</p>"></iframe><iframe src="/frame"></iframe><script>
    setInterval(() => {
      for (const frame of document.querySelectorAll('iframe')) frame.src = '/frame?' + Math.random();
    }, 5);
  </script>`,
  'forged-answers': `<script>
    const answer = { status: 'captured', capture: { url: location.href, title: 'FORGED', html: '<p>FORGED</p>', pictures: [], warnings: [] } };
    for (const name of ['lectern', 'result', 'capture', 'onmessage', 'askedCut']) { try { window[name] = answer; } catch {} }
    setInterval(() => {
      postMessage(answer, '*');
      postMessage({ kind: 'keep-link', url: 'https://forged.example/', title: 'FORGED' }, '*');
      dispatchEvent(new CustomEvent('lectern', { detail: answer }));
      window.chrome?.runtime?.sendMessage?.({ kind: 'keep-link', url: 'https://forged.example/', title: 'FORGED' });
    }, 5);
  </script>`,
  // Hidden: laying it out would take the browser half a minute, whatever an extension does.
  'hundred-megabytes': `<div id="flood" hidden></div><script>
    const line = '${SENTENCE} '.repeat(700);
    for (let i = 0; i < 1000; i++) { const p = document.createElement('p'); p.textContent = line; document.getElementById('flood').append(p); }
  </script>`,
};

/** Serves each of `HOSTILE_PAGES` under its name, on any host. */
export async function startHostilePages(): Promise<{ readonly port: number; close(): void }> {
  const server = createServer((request, response) => {
    const name = (request.url ?? '').slice(1).replace(/\?.*/, '');
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    const trap = HOSTILE_PAGES[name] ?? '';
    response.end(
      `<!doctype html><html lang="en"><script>const say = Object.getOwnPropertyDescriptor(Document.prototype, 'title').set.bind(document);</script>` +
        `<title>Tides ${name}</title><article><h1>Tides ${name}</h1>${paragraphs(4)}${trap}${paragraphs(3)}</article>` +
        `<script>say('Tides ${name} end');</script>`,
    );
  });
  await new Promise<void>((resume) => server.listen(0, '127.0.0.1', () => resume()));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
