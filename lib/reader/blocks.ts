/** What a reader sees as one piece of text. Cells are read as rows: alone they are too short to tell one from another. */
const BLOCKS =
  'p, li, h1, h2, h3, h4, h5, h6, pre, blockquote, figure, figcaption, tr, caption, dt, dd, summary, details, div, section';
/** `NodeFilter.SHOW_TEXT`, which is a global of the window and not reachable from a root. */
const SHOW_TEXT = 4;

export interface TextBlock {
  readonly element: Element;
  /** White space collapsed; without the text of blocks inside this one. Never empty. */
  readonly text: string;
  /** Length of all texts before this one. */
  readonly startLength: number;
}

/** All blocks with text of their own, in text order. Read them once for each article: this visits the whole text. */
export function readBlocks(root: Element): readonly TextBlock[] {
  const pieces = new Map<Element, string>();
  const walker = root.ownerDocument.createTreeWalker(root, SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    if (text.trim() === '') continue;
    const block = blockOf(node, root);
    pieces.set(block, `${pieces.get(block) ?? ''}${text}`);
  }
  let startLength = 0;
  return [...pieces].map(([element, piece]) => {
    const block = { element, text: collapseSpace(piece), startLength };
    startLength += block.text.length;
    return block;
  });
}

/** Length of the whole text. */
export function lengthOf(blocks: readonly TextBlock[]): number {
  const last = blocks.at(-1);
  return last ? last.startLength + last.text.length : 0;
}

export function collapseSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function blockOf(node: Node, root: Element): Element {
  const block = node.parentElement?.closest(BLOCKS);
  return block && root.contains(block) ? block : root;
}
