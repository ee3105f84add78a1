import type { Highlight } from '../../lib/article/highlight.ts';
import type { ContentHash } from '../../lib/article/ids.ts';
import type { ArticleText } from '../../lib/reader/anchoring/article-text.ts';
import { markPlacer, type PlacedMark } from '../../lib/reader/anchoring/place-marks.ts';

/** The text on the page, read before anything of ours is among the words. */
export interface ReadText {
  readonly root: HTMLElement;
  readonly article: ArticleText;
  readonly bodyHash: ContentHash;
}

export interface ShownText extends ReadText {
  readonly place: (marks: readonly Highlight[]) => readonly PlacedMark[];
}

export function withPlaces(text: ReadText): ShownText {
  return { ...text, place: markPlacer(text.root, text.article, text.bodyHash) };
}

/** Place in the text under a point of the window; `undefined` outside the article. */
export function indexAtPoint({ root, article }: ShownText, x: number, y: number): number | undefined {
  const boundary = boundaryAt(root.ownerDocument, x, y);
  return boundary && root.contains(boundary.node) ? article.indexOf(boundary) : undefined;
}

/** Chromium has the standard's way from version 128. */
function boundaryAt(document: Document, x: number, y: number): { node: Node; offset: number } | undefined {
  if ('caretPositionFromPoint' in document) {
    const at = document.caretPositionFromPoint(x, y);
    return at ? { node: at.offsetNode, offset: at.offset } : undefined;
  }
  const range = (document as Document).caretRangeFromPoint(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}

/** The mark's rectangles' frame, in pixels of the window. */
export function frameOf({ range, picture }: PlacedMark): DOMRect | undefined {
  if (picture) return picture.getBoundingClientRect();
  if (!range) return undefined;
  return liveRange(range).getBoundingClientRect();
}

export function liveRange({ startContainer, startOffset, endContainer, endOffset }: StaticRangeInit): Range {
  const range = new Range();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}
