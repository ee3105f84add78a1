import createDOMPurify, { type Config, type WindowLike } from 'dompurify';
import type { SafeHtml, UntrustedHtml } from '../article/html.ts';
import { ATTRIBUTE_NAMES, keepAllowedAttributes } from './allowed-attributes.ts';
import {
  BLOCKS_MADE_PLAIN,
  DROPPED_WHOLE,
  HTML_ELEMENTS,
  HTML_NAMESPACE,
  MATHML_ELEMENTS,
  MATHML_NAMESPACE,
} from './allowed-elements.ts';
import { browserSanitiser } from './browser-sanitiser.ts';
import { dressLinks } from './dress-links.ts';
import { dressPictures } from './dress-pictures.ts';

export type SanitiseHtml = (html: UntrustedHtml) => SafeHtml;

/** `id` and `name` last until `dressLinks`, `src` until `dressPictures`. */
const PASSING_ATTRIBUTES = ['id', 'name', 'src'];

const FIRST_PASS = {
  ALLOWED_TAGS: [...HTML_ELEMENTS, ...MATHML_ELEMENTS, ...BLOCKS_MADE_PLAIN],
  ALLOWED_ATTR: [...ATTRIBUTE_NAMES, ...PASSING_ATTRIBUTES],
  ALLOWED_NAMESPACES: [HTML_NAMESPACE, MATHML_NAMESPACE],
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|#)/i,
  // Without this, DOMPurify reads `lang="en"` as an address.
  ADD_URI_SAFE_ATTR: ATTRIBUTE_NAMES.filter((name) => name !== 'href' && name !== 'data-picture'),
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  FORBID_CONTENTS: [...DROPPED_WHOLE],
  // It cuts ids such as `links` or `title`, which footnotes use. Here no id of a page survives the second pass.
  SANITIZE_DOM: false,
  RETURN_DOM_FRAGMENT: true as const,
} satisfies Config;

/** Ordinary markup settles at the second pass, the worst of 9,000 random and 8,000 hostile texts at the third (November 2026). */
const MAX_PASSES = 6;

/**
 * Makes the only door from `UntrustedHtml` to `SafeHtml`. Call it once for each window: DOMPurify registers a Trusted
 * Types policy named `dompurify`, and a page's policy list admits that name once.
 *
 * The result is a fixed point: parsed and sanitised again it is the same text, so no browser can read other elements
 * in it than those checked here. A browser with a sanitiser of its own is asked too, in each pass.
 */
export function createSanitiser(window: WindowLike & Pick<Window, 'document'>): SanitiseHtml {
  const purify = createDOMPurify(window);
  // A document in which nothing loads and which stays empty: in DOMPurify's own, `<img name="createElement">` would stand
  // for the method of that name until its name is cut.
  const inert = window.document.implementation.createHTMLDocument('');
  const firstPass = (html: string): Element => {
    const root = inert.createElement('div');
    // `null`, against its type, if the parser made no body: `<frameset>` alone does that.
    // The doctype: without one, a parser lets a table stand in a paragraph, and reads otherwise than the page that shows it.
    const fragment: DocumentFragment | null = purify.sanitize(`<!doctype html>${html}`, FIRST_PASS);
    if (fragment) root.append(fragment);
    return root;
  };
  const setSafely = browserSanitiser(window, ATTRIBUTE_NAMES);
  const secondOpinion = (html: string): string => {
    if (!setSafely) return html;
    const root = inert.createElement('div');
    setSafely(root, html);
    return serialise(root);
  };
  return (html) => {
    let text: string = html;
    for (let pass = 0; pass < MAX_PASSES; pass++) {
      const root = firstPass(text);
      keepAllowedOnly(root);
      const result = secondOpinion(serialise(root));
      if (result === text) return result as SafeHtml;
      text = result;
    }
    return wordsOnly(firstPass(text));
  };
}

/** The second pass, on our own tables: DOMPurify knows one list of attributes for all elements. */
function keepAllowedOnly(root: Element): void {
  for (const element of root.querySelectorAll('*')) {
    if (isAllowed(element)) continue;
    if (BLOCKS_MADE_PLAIN.has(element.localName)) makePlain(element);
    else element.replaceWith(...element.childNodes);
  }
  dressPictures(root);
  for (const element of root.querySelectorAll('*')) keepAllowedAttributes(element);
  dressLinks(root);
}

function isAllowed(element: Element): boolean {
  if (element.namespaceURI === MATHML_NAMESPACE) return MATHML_ELEMENTS.has(element.localName);
  // HTML within a formula is where parsers disagree most; the words are enough.
  return HTML_ELEMENTS.has(element.localName) && element.closest('math') === null;
}

function makePlain(element: Element): void {
  const plain = element.ownerDocument.createElement('div');
  for (const { name, value } of element.attributes) plain.setAttribute(name, value);
  plain.append(...element.childNodes);
  element.replaceWith(plain);
}

function serialise(root: Element): string {
  for (const block of root.querySelectorAll('pre')) {
    // The parser swallows one line break at the start of `pre` (HTML, 13.2.6.4.7), and the serialiser does not restore it.
    const first = block.firstChild;
    if (first?.nodeType === first?.TEXT_NODE && first?.nodeValue?.startsWith('\n'))
      first.nodeValue = `\n${first.nodeValue}`;
  }
  // Chromium reads a carriage return from `innerHTML` as a line break, and from `DOMParser` as itself.
  return root.innerHTML.replaceAll(/\r\n?/g, '\n');
}

/** For markup that never settles: its words in one paragraph. */
function wordsOnly(root: Element): SafeHtml {
  const paragraph = root.ownerDocument.createElement('p');
  paragraph.textContent = root.textContent;
  return paragraph.outerHTML.replaceAll(/\r\n?/g, '\n') as SafeHtml;
}
