import { isText } from '../nodes.ts';
import type { Rule } from './rule.ts';

/** Shown, or needed by its table or ruby, without any content. */
const NEEDS_NO_CONTENT = new Set('img br hr td th tr col colgroup math video audio source track wbr rt rp'.split(' '));
const IN_LINE = new Set(
  'a abbr b bdi cite code em font i kbd mark q s small span strong sub sup time u var'.split(' '),
);
/** In these an empty element has a meaning of its own. */
const UNTOUCHED = new Set(['math', 'pre']);

export const removeEmptyElements: Rule = {
  id: 'remove-empty-elements',
  why: 'Boxes that other rules emptied leave gaps, and empty items leave bullets.',
  apply(root) {
    const targets = new Set(
      [...root.querySelectorAll('a[href^="#"]')].map((link) => decodeFragment(link.getAttribute('href') ?? '')),
    );
    prune(root, targets);
  },
};

/** Inner elements first, so that a box of empty boxes is empty. By hand: a selector for all this took longer than all other rules. */
function prune(box: Element, targets: ReadonlySet<string>): void {
  for (let element = box.lastElementChild; element !== null; ) {
    const before = element.previousElementSibling;
    if (!UNTOUCHED.has(element.localName)) prune(element, targets);
    if (isEmpty(element) && !targets.has(element.id)) {
      // Without the space in it, the words beside it would be one.
      if (IN_LINE.has(element.localName) && element.textContent !== '') element.replaceWith(' ');
      else element.remove();
    }
    element = before;
  }
}

function isEmpty(element: Element): boolean {
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (isText(child) ? /\S/.test(child.data) : child.nodeType === 1 && child.nodeName !== 'BR') return false;
  }
  return !NEEDS_NO_CONTENT.has(element.localName);
}

function decodeFragment(href: string): string {
  const fragment = href.slice(1);
  try {
    return decodeURIComponent(fragment);
  } catch {
    // A lone per cent sign: the page means it as it stands.
    return fragment;
  }
}
