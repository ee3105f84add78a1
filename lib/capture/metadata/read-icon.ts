import { webAddress } from '../addresses.ts';

/** The largest icon that the page declares; `undefined` if none, since the usual place of one is a guess. */
export function readIcon(doc: Document, pageUrl: string): string | undefined {
  let best: string | undefined;
  let most = -1;
  for (const link of doc.querySelectorAll('link[rel~="icon" i], link[rel~="apple-touch-icon" i]')) {
    const url = webAddress(link.getAttribute('href'), pageUrl);
    const size = sizeOf(link);
    if (url === undefined || size <= most) continue;
    best = url;
    most = size;
  }
  return best;
}

const TOUCH_ICON = 180;

/** Edge in pixels as declared; drawings fit every size. */
function sizeOf(link: Element): number {
  if (/svg/i.test(link.getAttribute('type') ?? '') || /^any$/i.test(link.getAttribute('sizes') ?? '')) return 1024;
  const declared = Number.parseInt(link.getAttribute('sizes') ?? '', 10);
  if (!Number.isNaN(declared)) return declared;
  return /apple-touch/i.test(link.getAttribute('rel') ?? '') ? TOUCH_ICON : 0;
}
