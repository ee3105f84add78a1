import type { Colour } from '../../article/list.ts';
import { type NodeRange, readArticleText } from '../../reader/anchoring/article-text.ts';
import { passageFinder } from '../../reader/anchoring/find-passage.ts';
import type { ExportHighlight } from '../../transfer/export/export-article.ts';

const SHOW_TEXT = 4;
/** Words in these are no HTML, and a `mark` among them would be none either. */
const FOREIGN = 'svg, math';

/** A painted piece of one text node. */
interface Stroke {
  readonly from: number;
  readonly to: number;
  readonly colour: Colour;
}

/**
 * Puts `<mark class="mark-amber">` around the highlighted words of a text on its way out, found as the reader finds them.
 * Where two overlap, the later one's colour is seen. One that is not found stands only among the notes. Changes `content`.
 */
export function paintHighlights(content: DocumentFragment, highlights: readonly ExportHighlight[]): void {
  const words = highlights.filter(({ quote }) => quote !== '');
  if (words.length === 0) return;
  const root = content.ownerDocument.createElement('div');
  root.append(...content.childNodes);
  const article = readArticleText(root);
  const find = passageFinder(article.text);
  const strokes = new Map<Text, Stroke[]>();
  for (const { quote, prefix = '', suffix = '', startIndex, endIndex, colour } of words) {
    const position =
      startIndex !== undefined && endIndex !== undefined ? { start: startIndex, end: endIndex } : undefined;
    const passage = find({ exact: quote, prefix, suffix }, position);
    const range = passage && article.rangeOf(passage);
    if (range) addStrokes(root, range, colour, strokes);
  }
  for (const [node, own] of strokes) paintNode(node, own);
  content.append(...root.childNodes);
}

function addStrokes(root: Element, range: NodeRange, colour: Colour, strokes: Map<Text, Stroke[]>): void {
  const walker = root.ownerDocument.createTreeWalker(root, SHOW_TEXT);
  let isWithin = false;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node === range.startContainer) isWithin = true;
    // White space between blocks: no `mark` may stand between two rows of a table.
    if (isWithin && node.data.trim() !== '' && node.parentElement?.closest(FOREIGN) === null) {
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : node.length;
      strokes.set(node, [...(strokes.get(node) ?? []), { from, to, colour }]);
    }
    if (node === range.endContainer) return;
  }
}

function paintNode(node: Text, strokes: readonly Stroke[]): void {
  const document = node.ownerDocument;
  const bounds = new Set([0, node.length, ...strokes.flatMap(({ from, to }) => [from, to])]);
  const cuts = [...bounds].sort((one, other) => one - other);
  const pieces = cuts.slice(1).map((to, i) => {
    const from = cuts[i] ?? 0;
    const text = document.createTextNode(node.data.slice(from, to));
    const stroke = strokes.findLast((each) => each.from <= from && each.to >= to);
    if (!stroke) return text;
    const mark = document.createElement('mark');
    mark.className = `mark-${stroke.colour}`;
    mark.append(text);
    return mark;
  });
  node.replaceWith(...pieces);
}
