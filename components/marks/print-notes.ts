import type { PlacedMark } from '../../lib/reader/anchoring/place-marks.ts';

/**
 * Puts a copy of the text in its place for the printer, with a number after each mark that has a note: the notes follow as
 * endnotes. The text itself is not touched. Gives the function that takes the copy away.
 *
 * @param noted marks with notes, in the order of the text
 */
export function showForPrint(root: HTMLElement, noted: readonly PlacedMark[]): () => void {
  const copy = root.cloneNode(true) as HTMLElement;
  copy.classList.add('printed-body');
  for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id');
  const copyOf = pairs(root, copy);
  const added = new Map<string, Range[]>();
  const ranges = noted.map(({ mark, range, picture }) => {
    const end = new Range();
    const [start, last] = [range && copyOf.get(range.startContainer), range && copyOf.get(range.endContainer)];
    const image = picture && copyOf.get(picture);
    if (image) end.selectNode(image);
    if (!range || !start || !last) return end;
    end.setStart(start, range.startOffset);
    end.setEnd(last, range.endOffset);
    added.set(mark.colour, [...(added.get(mark.colour) ?? []), end]);
    return end;
  });
  // From the end, so that the places before stay where they are; living ranges follow by themselves.
  for (const [i, range] of [...ranges.entries()].reverse()) {
    const number = document.createElement('sup');
    number.className = 'printed-number';
    number.textContent = `${i + 1}`;
    const at = range.cloneRange();
    at.collapse(false);
    if (copy.contains(at.startContainer)) at.insertNode(number);
  }
  root.after(copy);
  for (const [colour, each] of added) for (const range of each) CSS.highlights.get(`mark-${colour}`)?.add(range);
  return () => {
    copy.remove();
    for (const [colour, each] of added) for (const range of each) CSS.highlights.get(`mark-${colour}`)?.delete(range);
  };
}

/** Each node below one element with the node that stands in its place below a copy of it. */
function pairs(root: Node, copy: Node): ReadonlyMap<Node, Node> {
  const found = new Map<Node, Node>();
  const [one, other] = [root, copy].map((each) => document.createTreeWalker(each));
  for (let node = one?.nextNode(), twin = other?.nextNode(); node && twin; ) {
    found.set(node, twin);
    node = one?.nextNode();
    twin = other?.nextNode();
  }
  return found;
}
