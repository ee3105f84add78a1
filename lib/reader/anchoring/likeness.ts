/**
 * How much of a short text stands at the beginning of another, 0 to 1. What comes first counts most: it is nearest to
 * the passage, and the far end is the first that an inserted paragraph pushes out of sight.
 */
export function likeness(wanted: string, text: string): number {
  const length = Math.min(wanted.length, NEAREST);
  if (length === 0) return 0;
  const nearest = wanted.slice(0, length);
  // Most are the same, and of those nothing has to be counted.
  return text.startsWith(nearest) ? 1 : 1 - fewestEdits(nearest, text) / length;
}

/** Of the words around a passage, the characters that decide. */
const NEAREST = 48;

/** Edits that make `wanted` a beginning of `text`, whichever: Levenshtein with a free end. */
function fewestEdits(wanted: string, text: string): number {
  const row = new Uint8Array(wanted.length + 1);
  for (let i = 0; i <= wanted.length; i += 1) row[i] = i;
  let fewest = wanted.length;
  for (let t = 0; t < Math.min(text.length, 2 * wanted.length); t += 1) {
    let diagonal = row[0] ?? 0;
    row[0] = t + 1;
    for (let w = 1; w <= wanted.length; w += 1) {
      const above = row[w] ?? 0;
      const isSame = wanted.charCodeAt(w - 1) === text.charCodeAt(t);
      row[w] = Math.min(above + 1, (row[w - 1] ?? 0) + 1, diagonal + (isSame ? 0 : 1));
      diagonal = above;
    }
    fewest = Math.min(fewest, row[wanted.length] ?? fewest);
  }
  return fewest;
}
