import type { CapturedSelection, LoneSelection } from '../article/capture.ts';
import { untrusted } from '../article/html.ts';
import { countWords } from '../article/reading-time.ts';
import { excerptOf } from './excerpt.ts';
import { listPictures } from './list-pictures.ts';
import { isElement, isText } from './nodes.ts';
import { preparePicturesIn } from './pictures/prepare-pictures.ts';
import { plainMarkup } from './plain-markup.ts';
import { resolveLinks } from './resolve-links.ts';
import { selectedRanges } from './selected-ranges.ts';
import { textInLines, textOf } from './text.ts';

const BLOCKS = 'p, div, section, article, ul, ol, dl, pre, table, blockquote, figure, h1, h2, h3, h4, h5, h6';
const NO_CONTENT =
  'script, style, noscript, template, link, meta, button, input, select, textarea, form, iframe, object, embed';

/** What the reader had selected, or `undefined`. The page and its selection stay as they are. */
export function copySelection(doc: Document, inert: Document, pageUrl: string): CapturedSelection | undefined {
  const box = selectedBox(doc, inert, pageUrl);
  return box === undefined ? undefined : describe(box);
}

/** The same on a page that is no article, which says for itself what else would be taken from the article. */
export function copyLoneSelection(doc: Document, pageUrl: string, page: SelectedPage): LoneSelection | undefined {
  const { siteName, language, direction } = page;
  const box = selectedBox(doc, doc.implementation.createHTMLDocument(''), pageUrl);
  if (box === undefined) return undefined;
  const excerpt = excerptOf(textInLines(box));
  return { ...describe(box), siteName, excerpt, direction, ...(language === undefined ? {} : { language }) };
}

/** What is known of a page apart from its text. */
export type SelectedPage = Pick<LoneSelection, 'siteName' | 'language' | 'direction'>;

function describe(box: Element): CapturedSelection {
  return { html: untrusted(box.innerHTML), wordCount: countWords(textInLines(box)), pictures: listPictures(box) };
}

function selectedBox(doc: Document, inert: Document, pageUrl: string): Element | undefined {
  const ranges = selectedRanges(doc);
  if (ranges.length === 0) return undefined;
  const box = inert.createElement('div');
  for (const range of ranges) box.append(copyRange(range, inert));
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
  return box;
}

/**
 * The range's contents, made in the inert document: `cloneContents` would make them in the page's own, where the
 * clones of custom elements run the page's code and those of pictures load.
 */
function copyRange(range: AbstractRange, inert: Document): Node {
  const ancestor = commonAncestor(range);
  const copiedAncestor = copyOf(ancestor, inert);
  const holder = inert.createElement('div');
  holder.append(copiedAncestor);
  const copied = inert.createRange();
  // A fragment leaves its children in the holder, which then stands in its place.
  const place = copiedAncestor.parentNode === holder ? copiedAncestor : holder;
  copied.setStart(samePlace(range.startContainer, ancestor, place), range.startOffset);
  copied.setEnd(samePlace(range.endContainer, ancestor, place), range.endOffset);
  const contents = copied.extractContents();
  const shell = shellOf(isElement(ancestor) ? ancestor : ancestor.parentElement, inert);
  if (shell === undefined) return contents;
  shell.append(contents);
  return shell;
}

/** A shadow root can't be copied itself. */
function copyOf(node: Node, inert: Document): Node {
  if (isElement(node) || isText(node)) return inert.importNode(node, true);
  const fragment = inert.createDocumentFragment();
  for (const child of node.childNodes) fragment.append(inert.importNode(child, true));
  return fragment;
}

function commonAncestor({ startContainer, endContainer }: AbstractRange): Node {
  let ancestor = startContainer;
  while (!ancestor.contains(endContainer) && ancestor.parentNode !== null) ancestor = ancestor.parentNode;
  return ancestor;
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
