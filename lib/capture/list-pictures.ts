import { type CapturedPicture, MAX_PICTURES } from '../article/capture.ts';

/** The pictures of a text in its order, each address once. */
export function listPictures(root: Element): readonly CapturedPicture[] {
  const pictures = new Map<string, CapturedPicture>();
  for (const image of root.querySelectorAll('img[src]')) {
    const url = image.getAttribute('src') ?? '';
    if (!pictures.has(url)) pictures.set(url, { url, alt: image.getAttribute('alt') ?? '' });
  }
  return [...pictures.values()].slice(0, MAX_PICTURES);
}
