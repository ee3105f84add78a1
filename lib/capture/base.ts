const bases = new WeakMap<Document, string>();

/**
 * Notes the base of a copy's relative addresses. A `<base>` alone is not enough: a copy has the policy of the page it was made
 * in, and one with `base-uri 'none'` makes the browser ignore the element (Chromium 156, November 2026).
 */
export function noteBase(copy: Document, baseUri: string): void {
  bases.set(copy, baseUri);
}

/** The base of a node's relative addresses. */
export const baseOf = (node: Node): string => bases.get(node.ownerDocument ?? (node as Document)) ?? node.baseURI;
