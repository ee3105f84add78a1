/**
 * Puts each row and cell on a line of its own. Minified pages have no white space between the last word of one cell and
 * the first of the next: copied, searched or read aloud they would be one word.
 */
export function spaceTables(root: Element): void {
  for (const part of root.querySelectorAll('tr, td, th, caption')) {
    const before = part.previousSibling;
    if (before !== null && before.nodeType === part.nodeType) part.before('\n');
  }
}
