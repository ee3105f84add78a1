/**
 * Tops of notes that stand beside their marks without overlapping, in the order of the text. Each is as near to its mark as
 * those before it allow; the one in use stands exactly beside it, and those before it make room upwards.
 *
 * @param active index of the note in use, -1 for none
 */
export function stackNotes(
  notes: readonly { readonly top: number; readonly height: number }[],
  active: number,
): readonly number[] {
  const tops = notes.map(({ top }) => top);
  const first = Math.max(0, active);
  for (let i = first + 1; i < notes.length; i += 1) {
    tops[i] = Math.max(tops[i] ?? 0, (tops[i - 1] ?? 0) + (notes[i - 1]?.height ?? 0));
  }
  for (let i = first - 1; i >= 0; i -= 1) {
    tops[i] = Math.min(tops[i] ?? 0, (tops[i + 1] ?? 0) - (notes[i]?.height ?? 0));
  }
  // Notes before the one in use may be many; none leaves the top of the page.
  for (let i = 0, edge = 0; i < notes.length; i += 1) {
    tops[i] = Math.max(tops[i] ?? 0, edge);
    edge = (tops[i] ?? 0) + (notes[i]?.height ?? 0);
  }
  return tops;
}
