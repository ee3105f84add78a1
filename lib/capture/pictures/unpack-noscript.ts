import { isElement, outermostWrapper } from '../nodes.ts';
import { textOf } from '../text.ts';
import { pictureSource } from './picture-source.ts';

/**
 * Takes a lazy picture out of the `<noscript>` beside its placeholder. Where the placeholder itself names the picture,
 * the `<noscript>` is a second copy and goes.
 */
export function unpackNoscript(copy: Document, base: string): void {
  for (const noscript of copy.body.querySelectorAll('noscript')) {
    const content = contentOf(noscript, copy);
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
function contentOf(noscript: Element, copy: Document): DocumentFragment {
  const template = copy.createElement('template');
  if (noscript.firstElementChild !== null) {
    for (const child of noscript.childNodes) template.content.append(child.cloneNode(true));
    return template.content;
  }
  // biome-ignore lint/plugin: the copy is a document without a window, in which nothing loads or runs, and it never reaches a page of ours.
  template.innerHTML = noscript.textContent ?? '';
  return template.content;
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
