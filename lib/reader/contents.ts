import { collapseSpace } from './blocks.ts';
import { lastAbove, type Measure } from './geometry.ts';

export interface Heading {
  readonly level: 2 | 3 | 4;
  /** White space collapsed, never empty. */
  readonly text: string;
  readonly element: Element;
}

/** The headings for the contents list, in text order. */
export function readContents(root: Element): readonly Heading[] {
  return ([2, 3, 4] as const)
    .flatMap((level) => [...root.querySelectorAll(`h${level}`)].map((element) => toHeading(level, element)))
    .filter(({ text }) => text !== '')
    .sort((one, other) => (isBefore(one.element, other.element) ? -1 : 1));
}

/** The heading under which the text at the edge stands; absent above the first. */
export function currentHeading(headings: readonly Heading[], topEdge: number, measure: Measure): Heading | undefined {
  return headings[lastAbove(headings, topEdge, measure)];
}

function toHeading(level: Heading['level'], element: Element): Heading {
  return { level, text: collapseSpace(element.textContent), element };
}

function isBefore(one: Element, other: Element): boolean {
  return (one.compareDocumentPosition(other) & one.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
