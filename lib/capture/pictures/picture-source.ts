import { webAddress } from '../addresses.ts';
import type { LivePicture } from '../snapshot.ts';
import { chooseCandidate } from './choose-candidate.ts';
import { parseSrcset, type SrcsetCandidate } from './parse-srcset.ts';

// Names that lazy-loading scripts use, best known first. What they hold outranks `src`, which is then a placeholder.
const LAZY_SOURCES = [
  'data-src',
  'data-lazy-src',
  'data-original',
  'data-lazy',
  'data-original-src',
  'data-actualsrc',
  'data-hi-res-src',
  'data-full-src',
  'data-img-src',
  'data-image-src',
  'data-image',
  'data-url',
  'data-echo',
];
const LAZY_SRCSETS = ['data-srcset', 'data-lazy-srcset', 'data-original-set', 'data-src-set'];

// Only the types that placeholders come in: `pixel.jpg` may well be a photograph of a telephone.
const PLACEHOLDER =
  /(^|[/_.-])(blank|placeholder|spacer|transparent|pixel|lazyload|loading|loader|1x1)([_.-][^/]*)?\.(gif|png|svg)$/i;
const LOOKS_LIKE_PICTURE = /\.(jpe?g|png|webp|avif|gif)([?#]|$)/i;

/** The absolute address of the best version of a picture, or `undefined` where nothing in the page names one. */
export function pictureSource(image: Element, base: string, live?: LivePicture): string | undefined {
  const own = firstUsable(LAZY_SOURCES, image, base) ?? usableSrc(image, base);
  const candidates = [...pictureElementCandidates(image), ...srcsetCandidates(image)];
  const address = bestUsable(own === undefined ? candidates : [...candidates, { url: own }], widthOf(image), base);
  return address ?? anyPictureAttribute(image, base) ?? liveSource(live, base);
}

function bestUsable(all: readonly SrcsetCandidate[], baseWidth: number | undefined, base: string): string | undefined {
  const addressOf = (candidate: SrcsetCandidate | undefined): string | undefined =>
    candidate === undefined ? undefined : usable(candidate.url, base);
  // The best of all mostly is usable, and pages list a dozen addresses, each of which takes long to read.
  const best = addressOf(chooseCandidate(all, baseWidth));
  if (best !== undefined) return best;
  const candidates = all.filter((candidate) => addressOf(candidate) !== undefined);
  return addressOf(chooseCandidate(candidates, baseWidth));
}

function pictureElementCandidates(image: Element): readonly SrcsetCandidate[] {
  const picture = image.closest('picture');
  if (picture === null) return [];
  return [...picture.querySelectorAll('source')].flatMap((source) => {
    // A vector type is not kept, and a source for dark screens, print or narrow windows is another picture.
    if (/svg/i.test(source.getAttribute('type') ?? '')) return [];
    if (/prefers-color-scheme:\s*dark|print|max-width/i.test(source.getAttribute('media') ?? '')) return [];
    return srcsetCandidates(source);
  });
}

function srcsetCandidates(element: Element): readonly SrcsetCandidate[] {
  for (const name of LAZY_SRCSETS) {
    const lazy = element.getAttribute(name);
    if (lazy) return parseSrcset(lazy);
  }
  return parseSrcset(element.getAttribute('srcset') ?? '');
}

function firstUsable(names: readonly string[], image: Element, base: string): string | undefined {
  for (const name of names) {
    const address = usable(image.getAttribute(name), base);
    if (address !== undefined) return address;
  }
  return undefined;
}

function usableSrc(image: Element, base: string): string | undefined {
  return usable(image.getAttribute('src'), base);
}

function usable(address: string | null, base: string): string | undefined {
  const absolute = webAddress(address, base);
  if (absolute === undefined) return undefined;
  const path = absolute.replace(/[?#].*$/, '');
  return PLACEHOLDER.test(path) || /\.svgz?$/i.test(path) ? undefined : absolute;
}

/** Scripts invent names without end; an attribute whose value is the address of a picture is taken at its word. */
function anyPictureAttribute(image: Element, base: string): string | undefined {
  for (const { name, value } of image.attributes) {
    if (name.startsWith('data-') && LOOKS_LIKE_PICTURE.test(value) && !/\s/.test(value.trim())) {
      const address = usable(value, base);
      if (address !== undefined) return address;
    }
  }
  return undefined;
}

function liveSource(live: LivePicture | undefined, base: string): string | undefined {
  return live === undefined ? undefined : usable(live.currentSrc, base);
}

function widthOf(image: Element): number | undefined {
  const width = Number.parseInt(image.getAttribute('width') ?? '', 10);
  return width > 1 ? width : undefined;
}
