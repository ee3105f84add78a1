/** What is dragged from a row to another place in its list, or onto a list's name. */
export const ARTICLE_DRAG = 'application/x-lectern-article';
/** What is dragged from a list's name to another place among the lists. */
export const LIST_DRAG = 'application/x-lectern-list';

/** Whether a drag carries something of that type; what it is stays hidden from a page until the drop. */
export const carries = (event: DragEvent, type: string): boolean => event.dataTransfer?.types.includes(type) === true;

/** The gap that a drag over the element at `index` points to: the one before it, or the one after. */
export function gapAt(event: DragEvent, element: Element, index: number): number {
  const { top, height } = element.getBoundingClientRect();
  return event.clientY < top + height / 2 ? index : index + 1;
}
