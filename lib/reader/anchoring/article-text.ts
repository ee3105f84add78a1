import type { TextPosition } from '../../article/highlight.ts';

const SHOW_TEXT = 4;
const SHOW_ELEMENT = 1;
/** Elements whose text does not run into what stands before and after. */
const BLOCK =
  /^(?:p|li|h[1-6]|pre|blockquote|figure|figcaption|table|thead|tbody|tfoot|tr|td|th|caption|dl|dt|dd|ul|ol|summary|details|div|section|br|hr)$/;

/** A boundary in the document: what `Range` takes. */
export interface Boundary {
  readonly node: Node;
  readonly offset: number;
}

/** The ends of a passage, as `StaticRange` and `Range` take them. */
export interface NodeRange {
  readonly startContainer: Node;
  readonly startOffset: number;
  readonly endContainer: Node;
  readonly endOffset: number;
}

/** The words of an article as the reader sees them, and the way between them and the document. */
export interface ArticleText {
  /** White space collapsed but in code; `\n` between blocks. */
  readonly text: string;
  /** `undefined` if no word lies in the passage, or its nodes are no longer on the page. */
  readonly rangeOf: (passage: TextPosition) => NodeRange | undefined;
  /** Place in the text of a boundary inside the article. */
  readonly indexOf: (boundary: Boundary) => number;
}

interface Piece {
  readonly node: Node;
  /** Place of its first kept character. */
  readonly start: number;
  /** For each kept character, its place in the node; absent where every character was kept. */
  readonly kept: Uint32Array | undefined;
  readonly length: number;
}

/** Reads the words once. Call it before anything that is no word of the article is put among them. */
export function readArticleText(root: Element): ArticleText {
  const { text, pieces } = readPieces(root);
  const byNode = new Map(pieces.map((piece) => [piece.node, piece]));

  function boundaryAt(index: number, isEnd: boolean): Boundary | undefined {
    // The end of a passage belongs to the piece of its last character.
    const at = isEnd ? index - 1 : index;
    const piece = pieces[lastStart(pieces, at)];
    if (!piece) return undefined;
    const within = Math.min(at - piece.start, piece.length - 1);
    const offset = (piece.kept?.[within] ?? within) + (isEnd ? 1 : 0);
    return { node: piece.node, offset: Math.min(offset, piece.node.nodeValue?.length ?? 0) };
  }

  return {
    text,
    rangeOf({ start, end }) {
      const [from, to] = [skipGap(pieces, start), boundaryAt(end, true)];
      const first = boundaryAt(from, false);
      if (!first || !to || end <= start || from >= end) return undefined;
      if (!root.contains(first.node) || !root.contains(to.node)) return undefined;
      return { startContainer: first.node, startOffset: first.offset, endContainer: to.node, endOffset: to.offset };
    },
    indexOf({ node, offset }) {
      const piece = byNode.get(node);
      if (piece) return piece.start + keptBefore(piece, offset);
      const child = node.childNodes[offset];
      const following = pieces.find((each) =>
        child ? each.node === child || isBefore(child, each.node) : isAfterAll(node, each.node),
      );
      return following?.start ?? text.length;
    },
  };
}

function readPieces(root: Element): { readonly text: string; readonly pieces: readonly Piece[] } {
  const pieces: Piece[] = [];
  const texts: string[] = [];
  let length = 0;
  let isBreak = false;
  let endsInSpace = true;
  const walker = root.ownerDocument.createTreeWalker(root, SHOW_TEXT | SHOW_ELEMENT);
  let lastBlock: Element | undefined;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (isElement(node)) {
      if (BLOCK.test(node.localName)) isBreak = true;
      continue;
    }
    const block = blockOf(node, root);
    if (block !== lastBlock) isBreak = true;
    const value = node.nodeValue ?? '';
    const isCode = block.localName === 'pre' || block.closest('pre') !== null;
    if (!isCode && value.trim() === '' && (isBreak || endsInSpace)) continue;
    lastBlock = block;
    if (isBreak && length > 0) {
      // One character between blocks, in place of a space that ended the one before.
      texts.push('\n');
      length += 1;
      endsInSpace = true;
    }
    isBreak = false;
    const { text, kept } = isCode ? { text: value, kept: undefined } : collapse(value, endsInSpace);
    if (text === '') continue;
    pieces.push({ node, start: length, kept, length: text.length });
    texts.push(text);
    length += text.length;
    endsInSpace = /\s$/.test(text);
  }
  return { text: texts.join(''), pieces };
}

/** One space for each run of white space; none at the beginning where one stands before it. */
function collapse(value: string, afterSpace: boolean): { text: string; kept: Uint32Array | undefined } {
  if (!/[\t\n\f\r]| {2}/.test(value) && !(afterSpace && value.startsWith(' '))) return { text: value, kept: undefined };
  const kept = new Uint32Array(value.length);
  let text = '';
  let isSpace = afterSpace;
  for (let at = 0; at < value.length; at += 1) {
    const character = value.charAt(at);
    // Only what the browser collapses: a no-break space is a character.
    const collapses = ' \t\n\f\r'.includes(character);
    if (collapses && isSpace) continue;
    kept[text.length] = at;
    text += collapses ? ' ' : character;
    isSpace = collapses;
  }
  return { text, kept: kept.subarray(0, text.length) };
}

function keptBefore({ kept, length }: Piece, offset: number): number {
  if (!kept) return Math.min(offset, length);
  let count = 0;
  while (count < length && (kept[count] ?? 0) < offset) count += 1;
  return count;
}

/** Index of the last piece that begins at or before a place, -1 for none. */
function lastStart(pieces: readonly Piece[], at: number): number {
  let low = 0;
  let high = pieces.length - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.start ?? 0) <= at) {
      found = middle;
      low = middle + 1;
    } else high = middle - 1;
  }
  return found;
}

/** A place between two blocks is the beginning of the second. */
function skipGap(pieces: readonly Piece[], at: number): number {
  const index = lastStart(pieces, at);
  const piece = pieces[index];
  if (piece && at < piece.start + piece.length) return at;
  return pieces[index + 1]?.start ?? at;
}

function blockOf(node: Node, root: Element): Element {
  let element = node.parentElement ?? root;
  while (element !== root && !BLOCK.test(element.localName)) element = element.parentElement ?? root;
  return element;
}

const isElement = (node: Node): node is Element => node.nodeType === 1;

const isBefore = (one: Node, other: Node): boolean =>
  (one.compareDocumentPosition(other) & one.DOCUMENT_POSITION_FOLLOWING) !== 0;

const isAfterAll = (container: Node, other: Node): boolean => isBefore(container, other) && !container.contains(other);
