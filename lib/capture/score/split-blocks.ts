import { isElement, isText, renameElement } from '../nodes.ts';
import { collapse } from '../text.ts';

/** A piece of the page that stands or falls as one: a paragraph, a heading, an item, a table of data, a code block. */
export interface Block {
  readonly element: Element;
  readonly text: string;
}

const IS_BOX = new Set(
  'address, article, aside, blockquote, body, center, dd, details, dialog, div, dl, dt, fieldset, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, header, hgroup, hr, li, main, nav, ol, p, pre, section, table, tbody, thead, tfoot, tr, td, th, caption, ul, summary, option, select, button'.split(
    ', ',
  ),
);
/** Boxes that say only where something stands: text directly in one of them becomes a paragraph. */
const PLAIN_BOX = new Set(
  'address article aside body center details dialog div fieldset figure footer form header hgroup main nav section dl ol ul table tbody thead tfoot tr'.split(
    ' ',
  ),
);
const UNREAD = new Set('script style noscript template svg object head title'.split(' '));

/**
 * Splits a page into blocks, in their order. Each ends up with an element of its own, so that it can be taken out by
 * itself: text beside boxes is wrapped, and beside boxes two line breaks end a paragraph.
 */
export function splitBlocks(body: Element): readonly Block[] {
  const withBoxes = boxesWithBoxes(body);
  const blocks: Block[] = [];
  splitInto(body, withBoxes, blocks);
  return blocks;
}

/** Every element that has a box in it. Asked of each element by itself this would take quadratic time on deep pages. */
function boxesWithBoxes(body: Element): ReadonlySet<Element> {
  const known = new Set<Element>();
  for (const box of body.querySelectorAll('*')) {
    if (!IS_BOX.has(box.localName)) continue;
    for (
      let outer = box.parentElement;
      outer !== null && !known.has(outer) && outer !== body;
      outer = outer.parentElement
    )
      known.add(outer);
  }
  known.add(body);
  return known;
}

function splitInto(start: Element, withBoxes: ReadonlySet<Element>, blocks: Block[]): void {
  // By hand and not by recursion: pages nest their boxes deeper than the stack is.
  const open: { element: Element; next: ChildNode | null; run: ChildNode[] }[] = [
    { element: start, next: start.firstChild, run: [] },
  ];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const node = top.next;
    if (node === null) {
      closeRun(top.element, top.run, blocks);
      open.pop();
      continue;
    }
    top.next = node.nextSibling;
    if (!isElement(node)) {
      if (isText(node)) top.run.push(node);
      continue;
    }
    if (UNREAD.has(node.localName)) continue;
    if (node.localName === 'br') {
      const isSecond = top.run.findLast((one) => !isText(one) || one.data.trim() !== '')?.nodeName === 'BR';
      top.run.push(node);
      if (isSecond) closeRun(top.element, top.run.splice(0), blocks);
    } else if (withBoxes.has(node) && !isWhole(node)) {
      closeRun(top.element, top.run.splice(0), blocks);
      open.push({ element: node, next: node.firstChild, run: [] });
    } else if (IS_BOX.has(node.localName)) {
      closeRun(top.element, top.run.splice(0), blocks);
      if (isWhole(node)) blocks.push({ element: node, text: wholeText(node) });
      else closeRun(node, [...node.childNodes], blocks);
    } else top.run.push(node);
  }
}

/** Not taken apart: what stands in it makes no sense by itself. */
function isWhole(element: Element): boolean {
  return element.localName === 'pre' || (element.localName === 'table' && isDataTable(element));
}

/** Cells stand side by side without white space between them. */
function wholeText(element: Element): string {
  const cells = element.localName === 'table' ? [...element.querySelectorAll('td, th, caption')] : [element];
  return collapse(cells.map((cell) => cell.textContent ?? '').join(' '));
}

const LONGEST_CELL = 400;

/** Whether a table holds data; tables for layout hold articles, menus or one another. */
function isDataTable(table: Element): boolean {
  if (
    /^(presentation|none)$/.test(table.getAttribute('role') ?? '') ||
    table.querySelector('table, form, h1, h2, article') !== null
  )
    return false;
  const rows = table.querySelectorAll('tr').length;
  const cells = [...table.querySelectorAll('td, th')];
  if (rows < 2 || cells.length < rows * 1.5) return false;
  const longest = Math.max(...cells.map((cell) => (cell.textContent ?? '').length));
  return longest <= LONGEST_CELL || table.querySelector('th, caption, thead') !== null;
}

function closeRun(box: Element, run: readonly ChildNode[], blocks: Block[]): void {
  let text = '';
  for (const node of run)
    if (isText(node) || isElement(node)) text += node.nodeName === 'BR' ? ' ' : (node.textContent ?? '');
  text = collapse(text);
  if (text === '') return;
  blocks.push({ element: elementFor(box, run), text });
}

function elementFor(box: Element, run: readonly ChildNode[]): Element {
  if (!PLAIN_BOX.has(box.localName) && isAllOf(box, run)) return box;
  const from = run.findIndex(isContent);
  const to = run.findLastIndex(isContent);
  const wrapper = box.ownerDocument.createElement('span');
  run[from]?.before(wrapper);
  wrapper.append(...run.slice(from, to + 1));
  return wrapper;
}

function isContent(node: ChildNode): boolean {
  return isText(node) ? node.data.trim() !== '' : isElement(node) && node.localName !== 'br';
}

/** Makes paragraphs of texts that stood directly in a box. Before, they were spans: to Readability those are nothing. */
export function paragraphsOf(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) => {
    const box = block.element.parentElement;
    if (block.element.localName !== 'span' || box === null || !PLAIN_BOX.has(box.localName)) return block;
    return { ...block, element: renameElement(block.element, 'p') };
  });
}

function isAllOf(box: Element, run: readonly ChildNode[]): boolean {
  return run[0] === box.firstChild && run.length === box.childNodes.length;
}
