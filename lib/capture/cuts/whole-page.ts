import { boxOf } from './other-cuts.ts';

const NO_TEXT =
  'script, style, noscript, template, link, meta, button, input, select, textarea, iframe, object, embed, [hidden]';

/** All text that the page shows, menus and margins too, without what works only on the page. */
export function wholePage(copy: Document): Element {
  for (const element of copy.body.querySelectorAll(NO_TEXT)) element.remove();
  return boxOf(copy.body, copy);
}

/**
 * Marks in the copy what the page does not draw, such as folded menus. Only where both hold the same elements: a page
 * whose shadow roots or frames were put in place is taken with all that it has.
 */
export function markUndrawn(live: Document, copy: Document): void {
  const elements = live.body?.querySelectorAll('*') ?? [];
  const copies = copy.body.querySelectorAll('*');
  if (elements.length !== copies.length) return;
  for (const [index, element] of [...elements].entries()) {
    const isDrawn = !('checkVisibility' in element) || element.checkVisibility({ visibilityProperty: true });
    if (!isDrawn) copies[index]?.setAttribute('hidden', '');
  }
}
