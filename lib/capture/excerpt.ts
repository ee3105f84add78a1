import { collapse, cutText } from './text.ts';

const LONGEST_EXCERPT = 300;

/** The beginning of a text, as a row of the library shows it. */
export function excerptOf(text: string): string {
  return cutText(collapse(text), LONGEST_EXCERPT);
}
