import { isElement, isText } from './nodes.ts';

/** Text content with white space collapsed, as a reader would see it on one line. */
export function textOf(node: Node | null | undefined): string {
  return collapse(node?.textContent ?? '');
}

const RAGGED = /[^\S ]\s*| \s+/g;

/** White space as a browser shows it. Single spaces are no match: to replace each of them by itself takes far longer. */
export function collapse(text: string): string {
  return text.replace(RAGGED, ' ').trim();
}

/** The longest text that a rule may ask for in `shortBoxes`. */
const LONGEST_SHORT_TEXT = 900;

/** The elements of a root whose text is short, outer ones before inner ones: rule after rule looks for a label in each. */
export interface ShortTexts {
  readonly elements: readonly Element[];
  /** With a space between the pieces, so that boxes side by side do not run into each other; `undefined` if longer. */
  readonly textAt: (index: number, maxLength: number) => string | undefined;
}

/** What a label can stand in; not the parts of a sentence, which are the most of a text's elements. */
const BOX = 'p, div, section, header, nav, aside, ul, ol, li, form, dialog, span, a, h1, h2, h3, h4, h5, h6, [role]';

/** Leaves out elements with more than `LONGEST_SHORT_TEXT` characters, and those that are no `BOX`. */
export function collectShortTexts(root: Element): ShortTexts {
  const elements: Element[] = [];
  const raws: string[] = [];
  // Collapsed when first asked for: most texts are too long for most rules.
  const texts: string[] = [];
  for (const element of root.querySelectorAll(BOX)) {
    const raw = element.textContent ?? '';
    if (raw.length > roomFor(LONGEST_SHORT_TEXT)) continue;
    elements.push(element);
    raws.push(raw);
  }
  const textAt = (index: number, maxLength: number): string | undefined => {
    const element = elements[index];
    const raw = raws[index];
    if (element === undefined || raw === undefined || raw.length > roomFor(maxLength)) return undefined;
    const text = texts[index] ?? spacedText(element, raw);
    texts[index] = text;
    return text.length > maxLength ? undefined : text;
  };
  return { elements, textAt };
}

/** The same text of one element; `undefined` if it is longer than `maxLength`. */
export function shortTextOf(element: Element, maxLength: number): string | undefined {
  const raw = element.textContent ?? '';
  if (raw.length > roomFor(maxLength)) return undefined;
  const text = spacedText(element, raw);
  return text.length > maxLength ? undefined : text;
}

/** Indentation in the source may be longer than the words. */
function roomFor(maxLength: number): number {
  return maxLength * 2 + 100;
}

function spacedText(element: Element, raw: string): string {
  if (element.firstElementChild === null) return collapse(raw);
  const pieces: string[] = [];
  collectText(element, pieces);
  return collapse(pieces.join(' '));
}

const INLINE = new Set(
  'A ABBR B BDI BDO CITE CODE DEL DFN EM FONT I INS KBD LABEL MARK Q S SAMP SMALL SPAN STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);

/** Text content with a line break around each box: minified pages have no white space between the last word of one and the first of the next. */
export function textInLines(node: Node): string {
  let text = '';
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (isText(child)) text += child.data;
    else if (isElement(child)) {
      const inner = child.firstElementChild === null ? (child.textContent ?? '') : textInLines(child);
      text += INLINE.has(child.nodeName.toUpperCase()) ? inner : `\n${inner}\n`;
    }
  }
  return text;
}

function collectText(node: Node, pieces: string[]): void {
  for (const child of node.childNodes) {
    if (isText(child)) pieces.push(child.data);
    else collectText(child, pieces);
  }
}

// White space, ASCII, and the dashes and quotation marks of printers, which are no letters.
const LATIN = /^[\s -~\u2010-\u2027]*$/;

/** Letters and digits in lower case: two texts are the same to a reader if their folds are equal. */
export function fold(text: string): string {
  // The expression for all scripts takes a millisecond to compile; most titles do without it.
  if (LATIN.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Cuts at a word where there is one, and says so with an ellipsis. `maxLength` counts the ellipsis. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const head = text.slice(0, maxLength - 1);
  const space = head.lastIndexOf(' ');
  // Text without spaces (Chinese) is cut where it is; a lone surrogate half must not stay behind.
  const cut = space > maxLength / 2 ? head.slice(0, space) : head.replace(/[\ud800-\udbff]$/, '');
  return `${cut.replace(/[\s,;:–—-]+$/, '')}…`;
}
