import { Readability } from '@mozilla/readability';

/**
 * Characters below which Readability tries again with its filters off, one by one, and navigation comes in. Its own
 * 500 does that to short news and to Chinese texts; from 140 a page has at least a paragraph to stand on.
 */
const SHORTEST_TEXT = 140;

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
