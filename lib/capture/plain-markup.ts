const SHOW_COMMENT = 128;

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
  const hasMath = root.querySelector('math') !== null;
  for (const element of root.querySelectorAll('*')) {
    if (!element.hasAttributes()) continue;
    const isMath = hasMath && element.closest('math') !== null;
    for (const name of element.getAttributeNames()) {
      if (!KEPT.has(name) && !(isMath && !/^on|^style$|^class$/.test(name))) element.removeAttribute(name);
    }
  }
  const comments = root.ownerDocument.createTreeWalker(root, SHOW_COMMENT);
  for (let comment = comments.nextNode(); comment !== null; ) {
    const next = comments.nextNode();
    comment.parentNode?.removeChild(comment);
    comment = next;
  }
}
