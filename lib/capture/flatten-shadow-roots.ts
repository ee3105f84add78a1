import type { ElementPair } from './snapshot.ts';

/** Opens closed shadow roots too, where the browser lets an extension do so; `null` where there is none. */
export type OpenShadowRoot = (element: Element) => ShadowRoot | null;

/**
 * Puts the content of every shadow root into the copy, light children in the places of their slots, as the page
 * shows them. `visit` sees each pair of elements once, those inside shadow roots included.
 */
export function flattenShadowRoots(
  pairs: readonly ElementPair[],
  copy: Document,
  openShadowRoot: OpenShadowRoot | undefined,
  visit: (live: Element, copied: Element) => void,
): void {
  for (const [live, copied] of pairs) {
    visit(live, copied);
    const root = live.shadowRoot ?? closedRoot(live, openShadowRoot);
    if (root !== null) flattenHost(live, copied, root);
  }

  function flattenHost(live: Element, copied: Element, root: ShadowRoot): void {
    const copyOfChild = new Map<Node, Node>();
    const copiedChildren = [...copied.childNodes];
    live.childNodes.forEach((child, index) => {
      const copiedChild = copiedChildren[index];
      if (copiedChild !== undefined) copyOfChild.set(child, copiedChild);
    });
    const content = copy.createDocumentFragment();
    for (const child of root.childNodes) content.append(copy.importNode(child, true));
    const liveInside = [...root.querySelectorAll('*')];
    const insidePairs: ElementPair[] = [];
    [...content.querySelectorAll('*')].forEach((inside, index) => {
      const liveInsideElement = liveInside[index];
      if (liveInsideElement !== undefined) insidePairs.push([liveInsideElement, inside]);
    });
    // Inner hosts first: they pair their light children, of which a slot of this root may be one, by position.
    flattenShadowRoots(insidePairs, copy, openShadowRoot, visit);
    for (const [liveSlot, slot] of insidePairs) {
      if (liveSlot.localName === 'slot') fillSlot(liveSlot as HTMLSlotElement, slot, copyOfChild);
    }
    copied.replaceChildren(content);
  }
}

function fillSlot(liveSlot: HTMLSlotElement, slot: Element, copyOfChild: ReadonlyMap<Node, Node>): void {
  const assigned = liveSlot.assignedNodes().flatMap((node) => copyOfChild.get(node) ?? []);
  slot.replaceWith(...(assigned.length > 0 ? assigned : slot.childNodes));
}

/** Asks only where a closed root is likely: the question costs a call into the browser for each element. */
function closedRoot(element: Element, openShadowRoot: OpenShadowRoot | undefined): ShadowRoot | null {
  if (openShadowRoot === undefined) return null;
  const isLikelyHost = element.localName.includes('-') || (element.localName === 'div' && element.firstChild === null);
  if (!isLikelyHost) return null;
  try {
    return openShadowRoot(element);
  } catch {
    // Some browsers throw for elements that cannot be hosts; such an element has nothing to show.
    return null;
  }
}
