import { flattenShadowRoots, type OpenShadowRoot } from './flatten-shadow-roots.ts';
import { inlineFrames } from './inline-frames.ts';

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
}

/**
 * Copies the page as the reader sees it, shadow roots and large frames included. A document without a window runs no
 * custom element constructors and loads no pictures; a clone in the page's own document would do both.
 */
export function takeSnapshot(doc: Document, openShadowRoot: OpenShadowRoot | undefined): Snapshot {
  const copy = doc.implementation.createHTMLDocument('');
  copy.documentElement.replaceWith(copy.importNode(doc.documentElement, true));
  // A deep import keeps document order, so equal indexes are the same element. Taken before anything moves.
  const liveElements = doc.documentElement.querySelectorAll('*');
  const copyElements = [...copy.documentElement.querySelectorAll('*')];
  const livePictures = new Map<Element, LivePicture>();
  const pairs: ElementPair[] = [];
  for (let index = 0; index < copyElements.length; index++) {
    const live = liveElements[index];
    const copied = copyElements[index];
    if (live === undefined || copied === undefined) break;
    pairs.push([live, copied]);
  }
  flattenShadowRoots(pairs, copy, openShadowRoot, (live, copied) => noteLivePicture(live, copied, livePictures));
  inlineFrames(pairs, doc, copy);
  ensureBody(copy);
  setBase(copy, doc.baseURI);
  return { copy, livePictures };
}

/** An element of the page and its copy. */
export type ElementPair = readonly [live: Element, copy: Element];

function noteLivePicture(live: Element, copied: Element, pictures: Map<Element, LivePicture>): void {
  if (live.localName !== 'img') return;
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
  for (const base of copy.querySelectorAll('base')) base.remove();
  const base = copy.createElement('base');
  base.setAttribute('href', baseUri);
  copy.head.prepend(base);
}
