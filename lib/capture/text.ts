/** Text content with white space collapsed, as a reader would see it on one line. */
export function textOf(node: Node | null | undefined): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The same, but `undefined` for long texts: most boxes are, and a label is looked for in each of them. */
export function shortTextOf(element: Element, maxLength: number): string | undefined {
  const raw = element.textContent ?? '';
  // Indentation in the source may be longer than the words.
  if (raw.length > maxLength * 4 + 400) return undefined;
  const text = raw.replace(/\s+/g, ' ').trim();
  return text.length > maxLength ? undefined : text;
}

/** Letters and digits in lower case: two texts are the same to a reader if their folds are equal. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Cuts at a word where there is one, and says so with an ellipsis. `maxLength` counts the ellipsis. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const head = text.slice(0, maxLength - 1);
  const space = head.lastIndexOf(' ');
  // Text without spaces (Chinese) is cut where it is; a lone surrogate half must not stay behind.
  const cut = space > maxLength / 2 ? head.slice(0, space) : head.replace(/[\ud800-\udbff]$/, '');
  return `${cut.replace(/[\s,;:–—-]+$/, '')}…`;
}
