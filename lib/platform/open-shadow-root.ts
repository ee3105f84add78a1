import { browser } from 'wxt/browser';

/** The shadow root of an element, closed ones too: Firefox has a method on the element, Chromium a function of its own. */
export function openShadowRoot(element: Element): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot;
  const inFirefox: unknown = 'openOrClosedShadowRoot' in element ? element.openOrClosedShadowRoot : undefined;
  if (inFirefox instanceof ShadowRoot) return inFirefox;
  if (element instanceof HTMLElement && browser.dom) return browser.dom.openOrClosedShadowRoot(element);
  return null;
}
