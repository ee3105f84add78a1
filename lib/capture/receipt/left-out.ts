import { countWords } from '../../article/reading-time.ts';
import { linkDensity } from '../blocks.ts';

/** A paragraph of the page, noted before the text is cut out of it. */
export interface PageParagraph {
  /** Letters in their order without white space, the first of them: enough to tell it from the others. */
  readonly key: string;
  readonly text: string;
  /** The box in which it stands: those of one article mostly stand in one. */
  readonly box: Element;
}

const KEY_LENGTH = 60;
const SHORTEST_TEXT = 120;
const NOT_OF_TEXT =
  'aside, nav, footer, form, figure, dialog, table, blockquote, [hidden], [aria-hidden="true"], [style*="display:none"], [style*="display: none"], [role="dialog"], [class*="comment" i], [class*="related" i], [class*="promo" i], [class*="newsletter" i], [class*="author" i], [class*="bio" i], [class*="disclaimer" i]';

/** The longer paragraphs of a page that could belong to its text. */
export function listParagraphs(copy: Document): readonly PageParagraph[] {
  const paragraphs: PageParagraph[] = [];
  for (const element of copy.body.querySelectorAll('p')) {
    const text = element.textContent ?? '';
    const box = element.parentElement;
    if (text.length < SHORTEST_TEXT || box === null) continue;
    paragraphs.push({ key: keyOf(text), text, box });
  }
  return paragraphs;
}

/** Fewer words than this, or a smaller share of the kept ones, are a notice of the site and no loss. */
const FEWEST_WORDS = 80;
const LEAST_SHARE = 0.12;
/** A box with so many kept paragraphs is a box of the text. */
const FEWEST_KEPT = 3;

/**
 * How many words of visible paragraphs are missing in a text, of those which stand in the very boxes from which most
 * of it came.
 *
 * @param isVisible asked of few texts only
 */
export function countLeftOut(
  paragraphs: readonly PageParagraph[],
  keptText: string,
  keptWords: number,
  isVisible: (text: string) => boolean,
): number {
  const kept = keptText.replace(/\s+/g, '');
  const keptIn = new Map<Element, number>();
  const missing: PageParagraph[] = [];
  for (const paragraph of paragraphs) {
    if (kept.includes(paragraph.key)) keptIn.set(paragraph.box, (keptIn.get(paragraph.box) ?? 0) + 1);
    else missing.push(paragraph);
  }
  let words = 0;
  const seen = new Set<string>();
  for (const { key, text, box } of missing) {
    if ((keptIn.get(box) ?? 0) < FEWEST_KEPT || seen.has(key) || box.closest(NOT_OF_TEXT) !== null) continue;
    if (linkDensity(box) > 0.5 || !isVisible(text)) continue;
    seen.add(key);
    words += countWords(text);
  }
  return words >= FEWEST_WORDS && words >= keptWords * LEAST_SHARE ? words : 0;
}

function keyOf(text: string): string {
  // Three times the length holds the key, however ragged the white space.
  return text
    .slice(0, KEY_LENGTH * 3)
    .replace(/\s+/g, '')
    .slice(0, KEY_LENGTH);
}
