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

type Place = Omit<PlacedMark, 'mark'>;

/**
 * Gives the function that places the marks of one shown text, in text order, unplaced ones last. What was placed once is
 * not searched again while its selectors are the same, and has the same range. A mark that did not change at all gives the same
 * object: while a note is typed, all marks are read anew at each letter, and views draw only the one that changed.
 */
export function markPlacer(root: Element, article: ArticleText, bodyHash: ContentHash) {
  const known = new Map<string, PlacedMark>();
  let find: ReturnType<typeof passageFinder> | undefined;

  function passageOf({ quote, position, bodyHash: ofBody }: Highlight): TextPosition | undefined {
    const isSameBody = ofBody === bodyHash && position !== undefined;
    if (isSameBody && article.text.slice(position.start, position.end) === quote.exact) return position;
    find ??= passageFinder(article.text);
    return find(quote, position);
  }

  function findPlace(mark: Highlight): Place {
    if (mark.pictureUrl !== undefined) {
      const pictures = [...root.querySelectorAll('img[data-picture]')];
      const picture = pictures.find((each) => each.getAttribute('data-picture') === mark.pictureUrl);
      if (!picture) return {};
      const start = article.indexOf({ node: picture, offset: 0 });
      return { picture, passage: { start, end: start } };
    }
    const passage = passageOf(mark);
    const range = passage && article.rangeOf(passage);
    return passage && range ? { passage, range } : {};
  }

  function place(mark: Highlight): PlacedMark {
    const before = known.get(mark.id);
    if (before && isSameMark(before.mark, mark)) return before;
    const found: Place = before && isSamePlace(before.mark, mark) ? before : findPlace(mark);
    const placed = { ...found, mark };
    known.set(mark.id, placed);
    return placed;
  }

  const startOf = ({ passage }: PlacedMark): number => passage?.start ?? Number.POSITIVE_INFINITY;
  return (marks: readonly Highlight[]): readonly PlacedMark[] =>
    marks.map(place).sort((a, b) => (startOf(a) === startOf(b) ? 0 : startOf(a) - startOf(b)));
}

const isSameMark = (one: Highlight, other: Highlight): boolean =>
  one.updatedAt === other.updatedAt &&
  one.note === other.note &&
  one.colour === other.colour &&
  isSamePlace(one, other);

/** Whether two states of a mark say the same of where it stands. */
export const isSamePlace = (one: Highlight, other: Highlight): boolean =>
  one.bodyHash === other.bodyHash &&
  one.pictureUrl === other.pictureUrl &&
  one.position?.start === other.position?.start &&
  one.position?.end === other.position?.end &&
  one.quote.exact === other.quote.exact &&
  one.quote.prefix === other.quote.prefix &&
  one.quote.suffix === other.quote.suffix;
