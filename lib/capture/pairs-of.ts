/** An element of the page and its copy. */
export type ElementPair = readonly [live: Element, copy: Element];

/** The elements that a selector finds in a part of the page, each with its copy: a deep copy keeps the order. */
export function pairsOf(selector: string, live: ParentNode, copied: ParentNode): readonly ElementPair[] {
  const copies = copied.querySelectorAll(selector);
  return [...live.querySelectorAll(selector)].flatMap((element, index): readonly ElementPair[] => {
    const copy = copies[index];
    return copy === undefined ? [] : [[element, copy]];
  });
}
