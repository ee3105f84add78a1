import type { Highlight, TextPosition } from '../../article/highlight.ts';
import type { ContentHash } from '../../article/ids.ts';
import type { ArticleText, NodeRange } from './article-text.ts';
import { passageFinder } from './find-passage.ts';

/** A mark with its place in the text that is shown; without one, the mark stands in the tray. */
export interface PlacedMark {
  readonly mark: Highlight;
  readonly passage?: TextPosition;
  readonly range?: NodeRange;
  readonly picture?: Element;
}

/**
 * Gives the function that places the marks of one shown text, in text order, unplaced ones last. What was placed once is
 * not searched again while its selectors are the same.
 */
export function markPlacer(root: Element, article: ArticleText, bodyHash: ContentHash) {
  const known = new Map<string, { readonly key: string; readonly passage: TextPosition | undefined }>();
  let find: ReturnType<typeof passageFinder> | undefined;

  function passageOf(mark: Highlight): TextPosition | undefined {
    const { quote, position } = mark;
    const isSameBody = mark.bodyHash === bodyHash && position !== undefined;
    if (isSameBody && article.text.slice(position.start, position.end) === quote.exact) return position;
    const key = JSON.stringify([quote, position]);
    const before = known.get(mark.id);
    if (before?.key === key) return before.passage;
    find ??= passageFinder(article.text);
    const passage = find(quote, position);
    known.set(mark.id, { key, passage });
    return passage;
  }

  function place(mark: Highlight): PlacedMark {
    if (mark.pictureUrl !== undefined) {
      const pictures = [...root.querySelectorAll('img[data-picture]')];
      const picture = pictures.find((each) => each.getAttribute('data-picture') === mark.pictureUrl);
      if (!picture) return { mark };
      const start = article.indexOf({ node: picture, offset: 0 });
      return { mark, picture, passage: { start, end: start } };
    }
    const passage = passageOf(mark);
    const range = passage && article.rangeOf(passage);
    return passage && range ? { mark, passage, range } : { mark };
  }

  const startOf = ({ passage }: PlacedMark): number => passage?.start ?? Number.POSITIVE_INFINITY;
  return (marks: readonly Highlight[]): readonly PlacedMark[] =>
    marks.map(place).sort((a, b) => (startOf(a) === startOf(b) ? 0 : startOf(a) - startOf(b)));
}
