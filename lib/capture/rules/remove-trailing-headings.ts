import { textOf } from '../text.ts';
import type { Rule } from './rule.ts';

export const removeTrailingHeadings: Rule = {
  id: 'remove-trailing-headings',
  why: 'A heading with nothing below it belonged to a box that is gone.',
  apply(root) {
    for (;;) {
      const last = [...root.querySelectorAll('h1, h2, h3, h4, h5, h6')].at(-1);
      if (last === undefined || hasContentAfter(last, root)) return;
      last.remove();
    }
  },
};

function hasContentAfter(heading: Element, root: Element): boolean {
  for (let node: Element = heading; node !== root; ) {
    for (let next = node.nextSibling; next !== null; next = next.nextSibling) {
      if (textOf(next) !== '' || holdsMedia(next)) return true;
    }
    if (node.parentElement === null) return false;
    node = node.parentElement;
  }
  return false;
}

function holdsMedia(node: Node): boolean {
  return 'matches' in node && ((node as Element).matches('img, hr') || (node as Element).querySelector('img') !== null);
}
