import { render } from 'preact';
import type { OpenedPicture, OpenedPictures } from '../../lib/app/open-article.ts';
import type { PictureFile } from '../../lib/article/picture.ts';
import { formatBytes } from '../../lib/library/row-facts.ts';
import { MissingPicture } from './MissingPicture.tsx';
import type { PictureRequests } from './reader-app.ts';

/** The pictures of a shown text. */
export interface ShownPictures {
  /** Puts kept pictures in their places and says why others are missing. Called again, it changes only what changed. */
  readonly update: (pictures: OpenedPictures) => void;
  /** Gives back the memory of the pictures. */
  readonly release: () => void;
}

/** Fills in the pictures below `root`, whose `img` elements carry their address in `data-picture` and no `src`. */
export function showPictures(root: Element, requests: PictureRequests): ShownPictures {
  const places = [...root.querySelectorAll<HTMLImageElement>('img[data-picture]')].map((img) => ({
    img,
    url: img.dataset['picture'] ?? '',
  }));
  const addresses = new Map<string, string>();
  const holders = new Map<HTMLImageElement, HTMLElement>();

  function addressOf(file: PictureFile): string {
    const address = addresses.get(file.hash) ?? URL.createObjectURL(file.blob);
    addresses.set(file.hash, address);
    return address;
  }

  function showKept(img: HTMLImageElement, file: PictureFile) {
    const holder = holders.get(img);
    if (holder) {
      render(null, holder);
      holder.remove();
      holders.delete(img);
    }
    const address = addressOf(file);
    if (img.getAttribute('src') === address) return;
    setSize(img, file);
    img.decoding = 'async';
    img.hidden = false;
    img.src = address;
    if (img === places[0]?.img) noteKept(img, file);
  }

  function showMissing(img: HTMLImageElement, picture: OpenedPicture | undefined) {
    const holder = holders.get(img) ?? img.ownerDocument.createElement('span');
    if (!holders.has(img)) {
      holders.set(img, holder);
      img.hidden = true;
      // A button inside a link would be pressed by neither.
      (img.closest('a') ?? img).after(holder);
    }
    render(<MissingPicture picture={picture} alt={img.alt} requests={requests} />, holder);
  }

  return {
    update(pictures) {
      for (const { img, url } of places) {
        const picture = pictures.get(url);
        if (picture?.file) showKept(img, picture.file);
        else showMissing(img, picture);
      }
    },
    release() {
      for (const holder of holders.values()) render(null, holder);
      for (const address of addresses.values()) URL.revokeObjectURL(address);
    },
  };
}

/** Says once, under the first picture, that it is here and what it weighs. */
function noteKept(img: HTMLImageElement, { blob }: PictureFile): void {
  const caption = img.closest('figure')?.querySelector('figcaption');
  if (caption) caption.dataset['kept'] = `Kept offline, ${formatBytes(blob.size)}`;
}

/** Up to this width, in pixels, a page's own size counts: it is an icon or a formula within a line. */
const WIDEST_SMALL = 160;

/** From the size of the bytes the browser knows the shape before it decodes, and the text does not jump. */
function setSize(img: HTMLImageElement, { width, height }: PictureFile): void {
  if (width === 0 || height === 0) return;
  const given = Number(img.getAttribute('width') ?? 0);
  const shown = given > 0 && given <= WIDEST_SMALL ? Math.min(given, width) : width;
  img.width = shown;
  img.height = Math.round((shown * height) / width);
}
