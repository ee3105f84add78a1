import { countWords } from '../../article/reading-time.ts';
import { elementsBeforeText, holdsContentBox } from '../blocks.ts';
import { fold, textOf } from '../text.ts';
import type { Rule } from './rule.ts';

const MOST_CRUMBS = 8;
const WORDS_PER_CRUMB = 6;
const SEPARATORS = /^[\s›»>/→·|:\\-]*$/;

export const removeBreadcrumbs: Rule = {
  id: 'remove-breadcrumbs',
  why: 'The path of sections above a title is navigation and reads as a broken first line.',
  apply(root, context) {
    for (const element of elementsBeforeText(root)) {
      if (!root.contains(element) || holdsContentBox(element)) continue;
      if (/breadcrumb/i.test(element.getAttribute('aria-label') ?? '') || isTrail(element, context.title))
        element.remove();
    }
  },
};

function isTrail(element: Element, title: string): boolean {
  if (!/^(nav|ol|ul|div|p|section)$/.test(element.localName) || element.querySelector('h1, h2, h3, img') !== null)
    return false;
  const links = [...element.querySelectorAll('a[href]')];
  // A link into the page makes it a table of contents, which is part of the article.
  if (links.length === 0 || links.some((link) => (link.getAttribute('href') ?? '').startsWith('#'))) return false;
  if (links.length > MOST_CRUMBS || links.some((link) => countWords(textOf(link)) > WORDS_PER_CRUMB)) return false;
  const between = textsOutsideLinks(element);
  const last = between.at(-1) ?? '';
  const isList = element.localName !== 'div' && element.localName !== 'p' && element.localName !== 'section';
  const hasSeparator = between.some((text) => /[›»>→/]/.test(text));
  const endsAtPage = fold(last) === fold(title) || countWords(last) <= WORDS_PER_CRUMB;
  const onlySeparators = between.slice(0, -1).every((text) => SEPARATORS.test(text));
  return (hasSeparator || (isList && links.length > 1)) && onlySeparators && endsAtPage;
}

/** The pieces of text before, between and after the links. */
function textsOutsideLinks(element: Element): readonly string[] {
  const copy = element.cloneNode(true) as Element;
  for (const link of copy.querySelectorAll('a[href]')) link.replaceWith('\u0000');
  return textOf(copy)
    .split('\u0000')
    .map((text) => text.trim());
}
