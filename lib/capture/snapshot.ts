import { noteBase } from './base.ts';
import { flattenShadowRoots, type OpenShadowRoot } from './flatten-shadow-roots.ts';
import { freeProperties } from './free-properties.ts';
import { inlineFrames } from './inline-frames.ts';
import { pairsOf } from './pairs-of.ts';

/** What the live page knows of a picture and its markup does not. */
export interface LivePicture {
  readonly currentSrc: string;
  readonly naturalWidth: number;
  readonly naturalHeight: number;
}

export interface Snapshot {
  /** An inert copy: nothing in it loads, runs or is shown. Every later step changes this and nothing else. */
  readonly copy: Document;
  /** Keyed by the picture in the copy. */
  readonly livePictures: ReadonlyMap<Element, LivePicture>;
  /** The page's own, whose documents are as inert as the copy. A page without a window has none. */
  readonly parser: DOMParser | undefined;
}

/**
 * Copies the page as the reader sees it, shadow roots and large frames included. A document without a window runs no
 * custom element constructors and loads no pictures; a clone in the page's own document would do both.
 */
export function takeSnapshot(doc: Document, openShadowRoot: OpenShadowRoot | undefined): Snapshot {
  const copy = doc.implementation.createHTMLDocument('');
  const root = copy.importNode(doc.documentElement, true);
  copy.documentElement.replaceWith(root);
  const livePictures = new Map<Element, LivePicture>();
  const visit = (live: ParentNode, copied: ParentNode): void => {
    freeProperties(copied, copy);
    for (const [image, copiedImage] of pairsOf('img', live, copied)) noteLivePicture(image, copiedImage, livePictures);
  };
  // Pairs are found by their place, so all of them are taken before anything moves.
  const frames = pairsOf('iframe, frame', doc.documentElement, copy.documentElement);
  visit(doc.documentElement, copy.documentElement);
  flattenShadowRoots(doc.documentElement, copy.documentElement, openShadowRoot, visit);
  inlineFrames(frames, doc, copy);
  ensureBody(copy);
  setBase(copy, doc.baseURI);
  const page = doc.defaultView;
  return { copy, livePictures, parser: page === null ? undefined : new page.DOMParser() };
}

function noteLivePicture(live: Element, copied: Element, pictures: Map<Element, LivePicture>): void {
  const { currentSrc, naturalWidth, naturalHeight } = live as HTMLImageElement;
  if (currentSrc) pictures.set(copied, { currentSrc, naturalWidth, naturalHeight });
}

function ensureBody(copy: Document): void {
  if (copy.head === null) copy.documentElement.prepend(copy.createElement('head'));
  if (copy.body?.localName === 'body') return;
  const body = copy.createElement('body');
  if (copy.body === null) copy.documentElement.append(body);
  else {
    body.append(...copy.body.childNodes);
    copy.body.replaceWith(body);
  }
}

function setBase(copy: Document, baseUri: string): void {
  noteBase(copy, baseUri);
  for (const base of copy.querySelectorAll('base')) base.remove();
  const base = copy.createElement('base');
  base.setAttribute('href', baseUri);
  copy.head.prepend(base);
}
