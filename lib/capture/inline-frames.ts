import { parseUrl } from '../article/parse-url.ts';
import { hasWords } from '../article/reading-time.ts';
import { freeProperties } from './free-properties.ts';
import type { ElementPair } from './pairs-of.ts';

/** A frame with fewer words than this is an advert, a form or a widget, whatever its size. */
const FEWEST_WORDS = 100;
/** Share of the window's width from which a frame can be the page's text. */
const LEAST_WIDTH_SHARE = 0.4;

/** Puts the text of large same-origin frames in their place in the copy. Frames of other origins stay as they are. */
export function inlineFrames(frames: readonly ElementPair[], doc: Document, copy: Document): void {
  for (const [live, copied] of frames) {
    const inner = documentOf(live);
    if (inner?.body == null || !hasWords(inner.body.textContent ?? '', FEWEST_WORDS)) continue;
    // Asked last: the browser has to lay the page out for it.
    if (!isLarge(live, doc)) continue;
    const box = copy.createElement('div');
    for (const child of inner.body.childNodes) box.append(copy.importNode(child, true));
    freeProperties(box, copy);
    resolveAddresses(box, inner.baseURI);
    copied.replaceWith(box);
  }
}

function documentOf(frame: Element): Document | null {
  try {
    return (frame as HTMLIFrameElement).contentDocument;
  } catch {
    // Another origin: the browser does not let anyone look inside, and the frame becomes a card later.
    return null;
  }
}

function isLarge(frame: Element, doc: Document): boolean {
  const pageWidth = doc.documentElement.clientWidth;
  return frame.clientWidth > 0 && frame.clientWidth >= pageWidth * LEAST_WIDTH_SHARE;
}

/** A frame has its own base address, which is lost when its content moves into the page. */
function resolveAddresses(box: Element, base: string): void {
  for (const name of ['href', 'src']) {
    for (const element of box.querySelectorAll(`[${name}]`)) {
      const address = element.getAttribute(name) ?? '';
      const url = address.startsWith('#') ? undefined : parseUrl(address, base);
      if (url !== undefined) element.setAttribute(name, url.href);
    }
  }
}
