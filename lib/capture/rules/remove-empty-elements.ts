import { isText } from '../nodes.ts';
import type { Rule } from './rule.ts';

const SHOWS_SOMETHING =
  'img, br, hr, td, th, tr, col, colgroup, math, math *, video, audio, source, track, wbr, pre *, rt, rp';

export const removeEmptyElements: Rule = {
  id: 'remove-empty-elements',
  why: 'Boxes that other rules emptied leave gaps, and empty items leave bullets.',
  apply(root) {
    const targets = new Set(
      [...root.querySelectorAll('a[href^="#"]')].map((link) => decodeFragment(link.getAttribute('href') ?? '')),
    );
    // Backwards, so that a box comes after all it holds.
    for (const element of [...root.querySelectorAll('*')].reverse()) {
      if (isEmpty(element) && !targets.has(element.id)) element.remove();
    }
  },
};

function isEmpty(element: Element): boolean {
  if (element.matches(SHOWS_SOMETHING)) return false;
  for (const child of element.childNodes) {
    if (isText(child) ? child.data.trim() !== '' : child.nodeType === 1 && child.nodeName !== 'BR') return false;
  }
  return true;
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
