// Outside the article these name other articles' authors and dates.
const ELSEWHERE =
  'nav, form, dialog, [class*="related" i], [class*="comment" i], [id*="comment" i], [class*="recommend" i], [class*="popular" i], [class*="kg-bookmark" i]';

/**
 * Whether an element belongs to something beside the article. A box around the title is the article itself, whatever
 * it is called: many pages carry such words in the class of their body.
 */
export function isElsewhere(element: Element, heading: Element | undefined): boolean {
  const box = element.closest(ELSEWHERE);
  if (box !== null) return heading === undefined ? box.localName !== 'body' : !box.contains(heading);
  const aside = element.closest('aside, footer');
  return aside !== null && aside.closest('article, main') === null;
}

/** The first after the title, or the last before it if that shares a smaller box with the title. In document order. */
export function nearestTo(heading: Element | undefined, elements: readonly Element[]): Element | undefined {
  if (heading === undefined) return elements[0];
  const after = elements.find((element) => follows(heading, element));
  const before = elements.filter((element) => !follows(heading, element)).at(-1);
  if (after === undefined || before === undefined) return after ?? before;
  return depthOfMeeting(heading, before) > depthOfMeeting(heading, after) ? before : after;
}

/** How deep the smallest box around both lies: the deeper, the closer they stand. */
function depthOfMeeting(heading: Element, element: Element): number {
  let depth = 0;
  for (let box = heading.parentElement; box !== null; box = box.parentElement) {
    if (depth > 0 || box.contains(element)) depth++;
  }
  return depth;
}

const FOLLOWING = 4;

function follows(heading: Element, element: Element): boolean {
  return (heading.compareDocumentPosition(element) & FOLLOWING) !== 0;
}
