import { CODE_KINDS, type CodeKind } from '../../lib/reader/code-kinds.ts';
import type { CodeToken } from '../../lib/reader/code-tokens.ts';

/** Code is coloured when it is this near to the window. */
const NEAR = '600px';

/**
 * Colours the code of a text as it comes near, with the CSS Custom Highlight API: its elements stay as they are. Gives the
 * function that ends it. The highlighter is loaded by the first code only.
 */
export function colourCode(root: Element): () => void {
  const blocks = root.querySelectorAll('pre');
  if (blocks.length === 0) return () => undefined;
  const highlights = new Map<CodeKind, Highlight>();
  for (const kind of CODE_KINDS) {
    const highlight = new Highlight();
    // Marks lie over it.
    highlight.priority = -1;
    highlights.set(kind, highlight);
    CSS.highlights.set(`code-${kind}`, highlight);
  }
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        colour(target, highlights);
      }
    },
    { rootMargin: NEAR },
  );
  for (const block of blocks) observer.observe(block);
  return () => {
    observer.disconnect();
    for (const kind of CODE_KINDS) CSS.highlights.delete(`code-${kind}`);
  };
}

async function colour(block: Element, highlights: ReadonlyMap<CodeKind, Highlight>): Promise<void> {
  const { codeTokens } = await import('../../lib/reader/code-tokens.ts');
  const tokens = codeTokens(block.textContent ?? '', block.getAttribute('data-language') ?? undefined);
  for (const { kind, range } of rangesOf(block, tokens)) highlights.get(kind)?.add(range);
}

/** A token may run over several text nodes, and each node holds many. */
function rangesOf(block: Element, tokens: readonly CodeToken[]): { kind: CodeKind; range: StaticRange }[] {
  const nodes: { node: Node; start: number; end: number }[] = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(), at = 0; node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    nodes.push({ node, start: at, end: at + length });
    at += length;
  }
  return tokens.flatMap(({ start, end, kind }) => {
    const first = nodes.find((each) => start < each.end);
    const last = nodes.find((each) => end <= each.end);
    if (!first || !last) return [];
    const range = new StaticRange({
      startContainer: first.node,
      startOffset: start - first.start,
      endContainer: last.node,
      endOffset: end - last.start,
    });
    return [{ kind, range }];
  });
}
