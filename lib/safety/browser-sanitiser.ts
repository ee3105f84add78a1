import { HTML_ELEMENTS, MATHML_ELEMENTS, MATHML_NAMESPACE } from './allowed-elements.ts';

/** Puts HTML into an element as the browser's own sanitiser lets it through. */
export type SetSafely = (element: Element, html: string) => void;

// HTML Sanitizer API (WICG draft, seen November 2026). TypeScript 7.0 does not know it.
interface SanitizerPrototype {
  readonly setHTML?: (this: Element, html: string, options: { readonly sanitizer: object }) => void;
}

/** Set by `dressLinks` and not by pages. */
const DRESS = ['id', 'rel', 'referrerpolicy', 'target'];

/**
 * The browser's own sanitiser, held to our lists: Chromium from 146 and Firefox from 148 have one. Absent elsewhere.
 * It stands behind ours, and knows of each browser's parser what only the browser itself can know.
 */
export function browserSanitiser(window: object, attributeNames: readonly string[]): SetSafely | undefined {
  const { Element: OfBrowser } = window as { readonly Element?: { readonly prototype: SanitizerPrototype } };
  const setHTML = OfBrowser?.prototype.setHTML;
  if (!setHTML) return undefined;
  const sanitizer = {
    elements: [...HTML_ELEMENTS, ...[...MATHML_ELEMENTS].map((name) => ({ name, namespace: MATHML_NAMESPACE }))],
    attributes: [...attributeNames, ...DRESS],
    comments: false,
    dataAttributes: false,
  };
  return (element, html) => setHTML.call(element, html, { sanitizer });
}
