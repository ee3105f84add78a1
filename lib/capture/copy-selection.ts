import type { CapturedSelection } from '../article/capture.ts';
import { untrusted } from '../article/html.ts';
import { countWords } from '../article/reading-time.ts';
import { listPictures } from './list-pictures.ts';
import { isElement } from './nodes.ts';
import { preparePicturesIn } from './pictures/prepare-pictures.ts';
import { plainMarkup } from './plain-markup.ts';
import { resolveLinks } from './resolve-links.ts';
import { textInLines, textOf } from './text.ts';

const BLOCKS = 'p, div, section, article, ul, ol, dl, pre, table, blockquote, figure, h1, h2, h3, h4, h5, h6';
const NO_CONTENT =
  'script, style, noscript, template, link, meta, button, input, select, textarea, form, iframe, object, embed';

/** What the reader had selected, or `undefined`. The page and its selection stay as they are. */
export function copySelection(doc: Document, inert: Document, pageUrl: string): CapturedSelection | undefined {
  const selection = doc.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const box = inert.createElement('div');
  // Firefox allows several ranges at once, as when the cells of a column are selected.
  for (let index = 0; index < selection.rangeCount; index++) box.append(copyRange(selection.getRangeAt(index), inert));
  for (const element of box.querySelectorAll(NO_CONTENT)) element.remove();
  preparePicturesIn(box, doc.baseURI, new Map());
  resolveLinks(box, pageUrl, doc.baseURI);
  plainMarkup(box);
  if (textOf(box) === '' && box.querySelector('img') === null) return undefined;
  if (box.querySelector(BLOCKS) === null) {
    const paragraph = inert.createElement('p');
    paragraph.append(...box.childNodes);
    box.append(paragraph);
  }
  return { html: untrusted(box.innerHTML), wordCount: countWords(textInLines(box)), pictures: listPictures(box) };
}

/**
 * The range's contents, made in the inert document: `cloneContents` would make them in the page's own, where the
 * clones of custom elements run the page's code and those of pictures load.
 */
function copyRange(range: Range, inert: Document): Node {
  const ancestor = range.commonAncestorContainer;
  const copiedAncestor = inert.importNode(ancestor, true);
  const holder = inert.createElement('div');
  holder.append(copiedAncestor);
  const copied = inert.createRange();
  copied.setStart(samePlace(range.startContainer, ancestor, copiedAncestor), range.startOffset);
  copied.setEnd(samePlace(range.endContainer, ancestor, copiedAncestor), range.endOffset);
  const contents = copied.extractContents();
  const shell = isElement(ancestor) ? shellOf(ancestor, inert) : shellOf(ancestor.parentElement, inert);
  if (shell === undefined) return contents;
  shell.append(contents);
  return shell;
}

/** Items and rows mean nothing without their list or table; code needs its box for its newlines. */
function shellOf(ancestor: Element | null, inert: Document): Element | undefined {
  const box = ancestor?.closest('ul, ol, dl, table, pre, blockquote');
  if (box == null || !(box === ancestor || box.localName === 'pre')) return undefined;
  return inert.importNode(box, false);
}

function samePlace(node: Node, ancestor: Node, copiedAncestor: Node): Node {
  const path: number[] = [];
  for (let current = node; current !== ancestor; ) {
    const parent = current.parentNode;
    if (parent === null) break;
    path.unshift([...parent.childNodes].indexOf(current as ChildNode));
    current = parent;
  }
  return path.reduce<Node>((place, index) => place.childNodes[index] ?? place, copiedAncestor);
}
