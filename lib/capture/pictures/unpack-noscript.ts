import { isElement, outermostWrapper } from '../nodes.ts';
import { textOf } from '../text.ts';
import { pictureSource } from './picture-source.ts';

/**
 * Takes a lazy picture out of the `<noscript>` beside its placeholder. Where the placeholder itself names the picture,
 * the `<noscript>` is a second copy and goes.
 */
export function unpackNoscript(copy: Document, base: string, parser: DOMParser | undefined): void {
  for (const noscript of copy.body.querySelectorAll('noscript')) {
    const content = contentOf(noscript, copy, parser);
    const pictures = [...content.querySelectorAll('img')].filter((image) => !isTrackingPixel(image));
    if (pictures.length === 0 || textOf(content) !== '') continue;
    const neighbour = pictureBeside(noscript);
    if (neighbour === undefined) noscript.replaceWith(content);
    else if (pictureSource(neighbour, base) === undefined) {
      outermostPicture(neighbour).replaceWith(content);
      noscript.remove();
    } else noscript.remove();
  }
}

/** With scripting on, the parser leaves the content of a `<noscript>` as text; with scripting off, as elements. */
function contentOf(noscript: Element, copy: Document, parser: DOMParser | undefined): DocumentFragment {
  const content = copy.createDocumentFragment();
  if (noscript.firstElementChild !== null) {
    for (const child of noscript.childNodes) content.append(child.cloneNode(true));
    return content;
  }
  const html = noscript.textContent ?? '';
  // Most hold a measuring frame or a plea for scripts, and parsing has its price.
  if (/<img\b/i.test(html)) content.append(...(parser?.parseFromString(html, 'text/html').body.childNodes ?? []));
  return content;
}

function pictureBeside(noscript: Element): Element | undefined {
  for (const sibling of [noscript.previousElementSibling, noscript.nextElementSibling]) {
    if (!isElement(sibling) || textOf(sibling) !== '') continue;
    if (sibling.localName === 'img') return sibling;
    const inside = sibling.querySelectorAll('img');
    if (inside.length === 1 && inside[0] !== undefined) return inside[0];
  }
  return undefined;
}

function outermostPicture(image: Element): Element {
  const wrapper = outermostWrapper(image);
  return wrapper.querySelector('noscript') === null ? wrapper : (image.closest('picture') ?? image);
}

function isTrackingPixel(image: Element): boolean {
  return (
    /^[012](px)?$/.test(image.getAttribute('width') ?? '') || /^[012](px)?$/.test(image.getAttribute('height') ?? '')
  );
}
