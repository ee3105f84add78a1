import { isElement } from './nodes.ts';
import type { Step } from './steps.ts';

const COMMENT_NODE = 8;

export const SEGMENT_STEP: Step<Document> = {
  id: 'place-segments',
  why: 'A page that came in pieces and was read before its script put them in place has half of its text hidden at its end.',
  apply: placeSegments,
};

/** What React writes behind a hidden piece: which goes where. `$RC` and `$RR` name the place first, `$RS` the piece. */
const CALL = /\$R([CRS])\("([^"\\]+)","([^"\\]+)"/g;

/** Only where scripts never ran, as in a page that was fetched, is anything left to do. */
function placeSegments(copy: Document): void {
  if (copy.querySelector('template[id*="B:"], template[id*="P:"]') === null) return;
  for (const script of copy.querySelectorAll('script:not([src])')) {
    for (const [, kind, first = '', second = ''] of (script.textContent ?? '').matchAll(CALL)) {
      const [placeId, pieceId] = kind === 'S' ? [second, first] : [first, second];
      place(copy.getElementById(placeId), copy.getElementById(pieceId));
    }
  }
}

function place(template: Element | null, piece: Element | null): void {
  if (template?.localName !== 'template' || piece === null || !piece.hasAttribute('hidden')) return;
  if (isComment(template.previousSibling, /^\$[?!~]?$/)) removeFallback(template);
  template.replaceWith(...piece.childNodes);
  piece.remove();
}

/** "Loading" and its like stand after the place, up to the comment that ends it; others may stand in between. */
function removeFallback(template: Element): void {
  let depth = 0;
  for (let node = template.nextSibling; node !== null; ) {
    const next = node.nextSibling;
    if (isComment(node, /^\$[?!~]?$/)) depth++;
    else if (isComment(node, /^\/\$$/) && depth-- === 0) return;
    node.remove();
    node = next;
  }
}

function isComment(node: ChildNode | null, text: RegExp): boolean {
  return node !== null && !isElement(node) && node.nodeType === COMMENT_NODE && text.test(node.nodeValue ?? '');
}
