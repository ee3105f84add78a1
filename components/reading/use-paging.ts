import { useEffect } from 'preact/hooks';
import { isTyping } from '../controls/keys.ts';

/** The bar over the text, and some air. */
const TOP = 68;
/** How long the line is marked at which the page was turned, in milliseconds. */
const MARKED_FOR = 1400;

/**
 * Space turns the page so that the line which was cut off at the lower edge, or would have come next, is the first one;
 * a thin rule shows for a moment where it was. Shift and Space turn it back.
 */
export function usePaging(root: HTMLElement | undefined): void {
  useEffect(() => {
    if (!root) return;
    const listen = (event: KeyboardEvent) => {
      const { target } = event;
      const isOthers = target instanceof Element && target.closest('button, a, summary, [role="button"], dialog');
      if (event.key !== ' ' || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      if (isTyping(target) || isOthers) return;
      event.preventDefault();
      const lineHeight = Number.parseFloat(getComputedStyle(root).lineHeight) || 28;
      if (event.shiftKey) scrollBy({ top: -(innerHeight - TOP - lineHeight) });
      else turn(root, lineHeight);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [root]);
}

function turn(root: HTMLElement, lineHeight: number): void {
  const line = lineAt(root, innerHeight - 4);
  // Between paragraphs or in a picture: all but a line of the page.
  const top = line && line.bottom > innerHeight ? line.top : innerHeight - lineHeight;
  const before = scrollY;
  scrollBy({ top: top - TOP });
  markLine(top - (scrollY - before));
}

/** The rectangle of the line of text at a height of the window. */
function lineAt(root: HTMLElement, y: number): DOMRect | undefined {
  const { left, width } = root.getBoundingClientRect();
  const x = left + width / 2;
  const caret =
    'caretPositionFromPoint' in document
      ? document.caretPositionFromPoint(x, y)
      : (document as Document).caretRangeFromPoint(x, y);
  const [node, offset] =
    caret === null
      ? []
      : 'offsetNode' in caret
        ? [caret.offsetNode, caret.offset]
        : [caret.startContainer, caret.startOffset];
  if (!node || !root.contains(node) || node.nodeType !== Node.TEXT_NODE) return undefined;
  const range = new Range();
  range.setStart(node, Math.min(offset ?? 0, Math.max(0, (node.nodeValue?.length ?? 1) - 1)));
  range.setEnd(node, Math.min((offset ?? 0) + 1, node.nodeValue?.length ?? 0));
  const rect = range.getBoundingClientRect();
  return rect.height > 0 ? rect : undefined;
}

function markLine(top: number): void {
  document.querySelector('.turned-line')?.remove();
  const rule = document.createElement('div');
  rule.className = 'turned-line';
  rule.style.top = `${top}px`;
  document.body.append(rule);
  setTimeout(() => rule.remove(), MARKED_FOR);
}
