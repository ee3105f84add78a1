// Node constants by number: the global `Node` belongs to a window, and none is at hand here.
const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

export function isElement(node: Node | null | undefined): node is Element {
  return node?.nodeType === ELEMENT_NODE;
}

export function isText(node: Node | null | undefined): node is Text {
  return node?.nodeType === TEXT_NODE;
}

/** Puts the children in the place of their element. */
export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

const WRAPPERS = new Set(['DIV', 'SPAN', 'P', 'CENTER', 'SECTION', 'A', 'BUTTON', 'PICTURE']);

/**
 * The outermost plain box around an element that holds nothing else a reader could see. Readability weighs boxes by
 * the text and links in them, so a picture or a link alone in three boxes is easily thrown away.
 */
export function outermostWrapper(element: Element): Element {
  let outermost = element;
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    if (!WRAPPERS.has(parent.nodeName) || !holdsOnly(parent, outermost)) break;
    outermost = parent;
  }
  return outermost;
}

function holdsOnly(parent: Element, child: Element): boolean {
  for (const node of parent.childNodes) {
    if (node === child) continue;
    if (isText(node) && (node.nodeValue ?? '').trim() !== '') return false;
    if (isElement(node) && !/^(BR|NOSCRIPT|SCRIPT|STYLE|TEMPLATE)$/.test(node.nodeName)) return false;
  }
  return true;
}

/** Gives an element another name, its attributes and children kept. Returns the new element. */
export function renameElement(element: Element, name: string): Element {
  const renamed = element.ownerDocument.createElement(name);
  for (const attribute of element.attributes) renamed.setAttribute(attribute.name, attribute.value);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}
