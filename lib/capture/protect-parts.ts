import { renameElement } from './nodes.ts';

const NOTE =
  /(^|[\s_-])(note|notes|tip|hint|info|warning|caution|danger|important|admonition|callout|alert)([\s_-]|$)/i;
const NOT_A_NOTE = /newsletter|subscribe|sign-?up|related|promo|advert|sponsor|share|author/i;

/**
 * Keeps what Readability throws away by name: the source of a quotation (a `<footer>`), hints of a manual (an
 * `<aside>`), and footnotes (their class is on its list of boxes to drop).
 */
export function protectParts(copy: Document): void {
  for (const source of copy.querySelectorAll('blockquote footer')) renameElement(source, 'p');
  for (const aside of copy.querySelectorAll('article aside, main aside')) {
    const names = `${aside.getAttribute('class') ?? ''} ${aside.getAttribute('aria-label') ?? ''} ${aside.getAttribute('role') ?? ''}`;
    if (NOTE.test(names) && !NOT_A_NOTE.test(names)) forgetName(renameElement(aside, 'section'));
  }
  for (const list of footnoteLists(copy)) {
    forgetName(list);
    let box: Element | null = list.parentElement;
    while (box !== null && isNamedForNotes(box)) {
      box = forgetName(box.localName === 'section' ? box : renameElement(box, 'section')).parentElement;
    }
  }
}

/** Lists whose items are the targets of links in raised or bracketed numbers. */
function footnoteLists(copy: Document): ReadonlySet<Element> {
  const lists = new Set<Element>();
  for (const link of copy.querySelectorAll('sup a[href*="#"], a[href*="#"] > sup, a[role="doc-noteref"]')) {
    const href = link.closest('a')?.getAttribute('href') ?? '';
    const target = copy.getElementById(href.slice(href.indexOf('#') + 1));
    const list = target?.closest('ol, ul, dl') ?? target?.parentElement;
    if (list != null && list !== copy.body && !list.contains(link)) lists.add(list);
  }
  return lists;
}

function isNamedForNotes(box: Element): boolean {
  return (
    /^(div|section|aside|footer)$/.test(box.localName) &&
    (/foot-?note|end-?note|(^|\s)notes(\s|$)|references/i.test(`${box.getAttribute('class') ?? ''} ${box.id}`) ||
      box.localName === 'aside' ||
      box.getAttribute('role') === 'doc-endnotes')
  );
}

function forgetName(element: Element): Element {
  element.removeAttribute('class');
  element.removeAttribute('role');
  element.removeAttribute('id');
  return element;
}
