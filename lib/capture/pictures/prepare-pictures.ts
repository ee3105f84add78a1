import { outermostWrapper } from '../nodes.ts';
import type { LivePicture, Snapshot } from '../snapshot.ts';
import type { Step } from '../steps.ts';
import { pictureSource } from './picture-source.ts';
import { unpackNoscript } from './unpack-noscript.ts';

/** Up to this many pixels a picture is an icon or a measuring pixel, not part of the text. */
const ICON_SIZE = 32;

/** Makes the pictures of the copy plain, wherever a lazy script keeps them. */
export const PICTURE_STEPS: readonly Step<PictureSubject>[] = [
  {
    id: 'unpack-noscript',
    why: 'A lazy picture stands in the `<noscript>` beside its placeholder, and is shown nowhere else.',
    apply: ({ snapshot: { copy, parser }, base }) => unpackNoscript(copy, base, parser),
  },
  {
    id: 'plain-pictures',
    why: 'A picture is known by a dozen attributes of lazy scripts; without this its place is blank.',
    apply: ({ snapshot, base }) => preparePicturesIn(snapshot.copy.body, base, snapshot.livePictures),
  },
];

export interface PictureSubject {
  readonly snapshot: Snapshot;
  readonly base: string;
}

/**
 * Makes each picture a plain `<img src alt width height>` with the absolute address of its best version, and drops
 * icons, tracking pixels, vector pictures and those that no address is known of.
 */
export function preparePicturesIn(
  root: ParentNode,
  base: string,
  livePictures: ReadonlyMap<Element, LivePicture>,
): void {
  for (const image of root.querySelectorAll('img')) {
    const live = livePictures.get(image);
    const source = pictureSource(image, base, live);
    const size = sizeOf(image, source === live?.currentSrc ? live : undefined);
    if (source === undefined || isIcon(size)) {
      replaceByEmoji(image);
      continue;
    }
    const alt = image.getAttribute('alt') ?? '';
    const id = image.getAttribute('id');
    for (const { name } of [...image.attributes]) image.removeAttribute(name);
    image.setAttribute('src', source);
    image.setAttribute('alt', alt.replace(/\s+/g, ' ').trim());
    if (id) image.setAttribute('id', id);
    if (size.width !== undefined && size.height !== undefined) {
      image.setAttribute('width', String(size.width));
      image.setAttribute('height', String(size.height));
    }
    unwrapPicture(image);
  }
}

interface Size {
  readonly width?: number;
  readonly height?: number;
}

function sizeOf(image: Element, live: LivePicture | undefined): Size {
  const width = pixels(image.getAttribute('width'));
  const height = pixels(image.getAttribute('height'));
  if (width !== undefined && height !== undefined) return { width, height };
  if (live !== undefined && live.naturalWidth > 0) return { width: live.naturalWidth, height: live.naturalHeight };
  return { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
}

function pixels(text: string | null): number | undefined {
  const match = /^\s*(\d+)(?:\.\d+)?(?:px)?\s*$/.exec(text ?? '');
  return match === null ? undefined : Number(match[1]);
}

function isIcon({ width, height }: Size): boolean {
  if (width !== undefined && width <= 2) return true;
  if (height !== undefined && height <= 2) return true;
  return width !== undefined && height !== undefined && width <= ICON_SIZE && height <= ICON_SIZE;
}

/** Some sites draw emoji as small pictures with the sign itself as text; it belongs to the sentence. */
function replaceByEmoji(image: Element): void {
  const alt = image.getAttribute('alt') ?? '';
  const isEmoji =
    alt.length <= 16 && /^[\p{Extended_Pictographic}\p{Emoji_Component}]+$/u.test(alt) && !/^\d+$/.test(alt);
  (image.closest('picture') ?? image).replaceWith(...(isEmoji ? [alt] : []));
}

function unwrapPicture(image: Element): void {
  image.closest('picture')?.replaceWith(image);
  const wrapper = outermostWrapper(image);
  // A paragraph of its own is what Readability keeps; several boxes around a picture are what it throws away.
  if (wrapper === image || wrapper.localName === 'p' || isLink(wrapper)) return;
  const keptLink = image.closest('a');
  wrapper.replaceWith(keptLink !== null && wrapper.contains(keptLink) ? keptLink : image);
}

function isLink(element: Element): boolean {
  return element.localName === 'a' || element.localName === 'span';
}
