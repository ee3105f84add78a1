const COMMENT_NODE = 8;

/** Attributes that carry meaning without the page's style sheet. All others are weight, and change from visit to visit. */
const KEPT = new Set([
  'href',
  'src',
  'alt',
  'width',
  'height',
  'id',
  'name',
  'title',
  'lang',
  'dir',
  'colspan',
  'rowspan',
  'scope',
  'headers',
  'start',
  'reversed',
  'value',
  'type',
  'cite',
  'datetime',
  'open',
  'data-language',
]);

/** Removes comments, and attributes that only the page's own style and scripts understand. */
export function plainMarkup(root: Element): void {
  for (const element of root.querySelectorAll('*')) {
    const isMath = element.closest('math') !== null;
    for (const { name } of [...element.attributes]) {
      if (!KEPT.has(name) && !(isMath && !/^on|^style$|^class$/.test(name))) element.removeAttribute(name);
    }
  }
  removeComments(root);
}

function removeComments(node: Node): void {
  for (const child of [...node.childNodes]) {
    if (child.nodeType === COMMENT_NODE) node.removeChild(child);
    else removeComments(child);
  }
}
