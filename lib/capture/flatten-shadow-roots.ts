import { pairsOf } from './pairs-of.ts';

/** Opens closed shadow roots too, where the browser lets an extension do so; `null` where there is none. */
export type OpenShadowRoot = (element: Element) => ShadowRoot | null;

/**
 * Puts the content of every shadow root below `live` into its copy, light children in the places of their slots, as
 * the page shows them. `visit` sees the content of each root and its copy, before anything in them moves.
 */
export function flattenShadowRoots(
  live: ParentNode,
  copied: ParentNode,
  openShadowRoot: OpenShadowRoot | undefined,
  visit: (live: ParentNode, copied: ParentNode) => void,
): void {
  for (const { host, copiedHost, root } of findHosts(live, copied, openShadowRoot)) {
    const copyOfChild = childCopies(host, copiedHost);
    const content = copiedHost.ownerDocument.createDocumentFragment();
    for (const child of root.childNodes) content.append(content.ownerDocument.importNode(child, true));
    const slots = pairsOf('slot', root, content);
    visit(root, content);
    // Inner hosts first: they pair their light children, of which a slot of this root may be one, by position.
    flattenShadowRoots(root, content, openShadowRoot, visit);
    for (const [liveSlot, slot] of slots) fillSlot(liveSlot as HTMLSlotElement, slot, copyOfChild);
    copiedHost.replaceChildren(content);
  }
}

interface Host {
  readonly host: Element;
  readonly copiedHost: Element;
  readonly root: ShadowRoot;
}

// What HTML and SVG do not let be a host (DOM standard, `attachShadow`), as far as pages are full of it: asking the
// browser to leave these out takes a third of the time that asking each of them does.
const POSSIBLE_HOST = `:not(${'a abbr b br button circle cite code dd dl dt em figcaption figure form g hr i iframe img input label li link meta noscript ol option path picture pre rect script small source strong style sub sup svg table tbody td th thead time title tr u ul use video'.split(' ').join(', ')})`;

/** All before the first is changed. Most pages have none: then the copy is not walked at all. */
function findHosts(live: ParentNode, copied: ParentNode, openShadowRoot: OpenShadowRoot | undefined): readonly Host[] {
  const hosts: Host[] = [];
  let copies: NodeListOf<Element> | undefined;
  let index = 0;
  for (const host of live.querySelectorAll(POSSIBLE_HOST)) {
    const root = host.shadowRoot ?? closedRoot(host, openShadowRoot);
    if (root !== null) {
      copies ??= copied.querySelectorAll(POSSIBLE_HOST);
      const copiedHost = copies[index];
      if (copiedHost !== undefined) hosts.push({ host, copiedHost, root });
    }
    index++;
  }
  return hosts;
}

function childCopies(host: Element, copiedHost: Element): ReadonlyMap<Node, Node> {
  const copiedChildren = copiedHost.childNodes;
  return new Map(
    [...host.childNodes].flatMap((child, index): readonly (readonly [Node, Node])[] => {
      const copiedChild = copiedChildren[index];
      return copiedChild === undefined ? [] : [[child, copiedChild]];
    }),
  );
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
