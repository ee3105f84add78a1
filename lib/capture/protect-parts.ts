import { renameElement } from './nodes.ts';
import type { Step } from './steps.ts';

const NOTE =
  /(^|[\s_-])(note|notes|tip|hint|info|warning|caution|danger|important|admonition|callout|alert)([\s_-]|$)/i;
const NOT_A_NOTE = /newsletter|subscribe|sign-?up|related|promo|advert|sponsor|share|author/i;

/** What is thrown away for its name or its tag, and is part of the text. */
export const PROTECTION_STEPS: readonly Step<Document>[] = [
  {
    id: 'keep-quote-sources',
    why: 'The source of a quotation is a `<footer>` by its markup, and goes with those of the page.',
    apply(copy) {
      for (const source of copy.querySelectorAll('blockquote footer')) renameElement(source, 'p');
    },
  },
  {
    id: 'keep-notes',
    why: 'The hints of a manual are asides by their markup, and go with those of the page.',
    apply(copy) {
      for (const aside of copy.querySelectorAll('article aside, main aside')) {
        const names = `${aside.getAttribute('class') ?? ''} ${aside.getAttribute('aria-label') ?? ''} ${aside.getAttribute('role') ?? ''}`;
        if (NOTE.test(names) && !NOT_A_NOTE.test(names)) forgetName(renameElement(aside, 'section'));
      }
    },
  },
  {
    id: 'keep-footnotes',
    why: 'Footnotes are named like the footer of the page, and their numbers would lead nowhere.',
    apply(copy) {
      for (const list of footnoteLists(copy)) {
        forgetName(list);
        let box: Element | null = list.parentElement;
        while (box !== null && isNamedForNotes(box)) {
          box = forgetName(box.localName === 'section' ? box : renameElement(box, 'section')).parentElement;
        }
      }
    },
  },
];

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
