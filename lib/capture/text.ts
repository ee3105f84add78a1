import { isText } from './nodes.ts';

/** Text content with white space collapsed, as a reader would see it on one line. */
export function textOf(node: Node | null | undefined): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/**
 * The same with a space between the pieces, so that boxes side by side do not run into each other; `undefined` for
 * long texts: most boxes are, and a label is looked for in each of them.
 */
export function shortTextOf(element: Element, maxLength: number): string | undefined {
  // Indentation in the source may be longer than the words.
  const limit = maxLength * 2 + 100;
  const rest = remainingLength(element, limit);
  if (rest < 0) return undefined;
  const text = cachedText(element, limit - rest);
  return text.length > maxLength ? undefined : text;
}

interface KnownText {
  readonly length: number;
  readonly text: string;
}

/** Rules only ever take away, so a box whose length is unchanged has its text unchanged. */
const knownTexts = new WeakMap<Element, KnownText>();

function cachedText(element: Element, length: number): string {
  const known = knownTexts.get(element);
  if (known?.length === length) return known.text;
  const pieces: string[] = [];
  collectText(element, pieces);
  const text = pieces.join(' ').replace(/\s+/g, ' ').trim();
  knownTexts.set(element, { length, text });
  return text;
}

/** What is left of `limit` after the text, below 0 if it is longer. Lengths of text nodes make no strings, as `textContent` would. */
function remainingLength(node: Node, limit: number): number {
  let rest = limit;
  for (let child = node.firstChild; child !== null && rest >= 0; child = child.nextSibling) {
    rest = isText(child) ? rest - child.length : remainingLength(child, rest);
  }
  return rest;
}

const INLINE = new Set(
  'A ABBR B BDI BDO CITE CODE DEL DFN EM FONT I INS KBD LABEL MARK Q S SAMP SMALL SPAN STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);

/** Text content with a line break around each box: minified pages have no white space between the last word of one and the first of the next. */
export function textInLines(node: Node): string {
  let text = '';
  for (const child of node.childNodes) {
    if (isText(child)) text += child.data;
    else text += INLINE.has(child.nodeName.toUpperCase()) ? textInLines(child) : `\n${textInLines(child)}\n`;
  }
  return text;
}

function collectText(node: Node, pieces: string[]): void {
  for (const child of node.childNodes) {
    if (isText(child)) pieces.push(child.data);
    else collectText(child, pieces);
  }
}

/** Letters and digits in lower case: two texts are the same to a reader if their folds are equal. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Cuts at a word where there is one, and says so with an ellipsis. `maxLength` counts the ellipsis. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const head = text.slice(0, maxLength - 1);
  const space = head.lastIndexOf(' ');
  // Text without spaces (Chinese) is cut where it is; a lone surrogate half must not stay behind.
  const cut = space > maxLength / 2 ? head.slice(0, space) : head.replace(/[\ud800-\udbff]$/, '');
  return `${cut.replace(/[\s,;:–—-]+$/, '')}…`;
}
