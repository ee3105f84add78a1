import { Readability } from '@mozilla/readability';

/**
 * Characters below which Readability tries again with its filters off, one by one. Its own default, kept after a trial:
 * 140 spares short articles some navigation, but on 9 of 326 pages it settled for a teaser or a caption in the place
 * of the article (November 2026), and a lost article is worse.
 */
const SHORTEST_TEXT = 500;

/** The box that holds the article's text, cut out of the copy, which is used up by this. Classes are kept for the rules. */
export function extractText(copy: Document): Element | undefined {
  const article = new Readability<Element>(copy, {
    charThreshold: SHORTEST_TEXT,
    // Removed at the end by `plainMarkup`: the rules need to know what a box was called.
    keepClasses: true,
    // The metadata is read before, by our own steps.
    disableJSONLD: true,
    // Its output lies in two boxes of its own.
    serializer: (node) => node as Element,
  }).parse();
  const content = article?.content ?? undefined;
  if (content === undefined) return undefined;
  return content.querySelector('#readability-page-1') ?? content;
}
