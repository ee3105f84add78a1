import { webAddress } from './allowed-attributes.ts';

/**
 * Takes `src` from every picture and notes it in `data-picture`, so that inserting the HTML fetches nothing; the reader
 * fills in its own copy. A picture without an absolute http or https address is dropped. Changes the elements below `root`.
 */
export function dressPictures(root: Element): void {
  for (const picture of root.querySelectorAll('img')) {
    const url = webAddress(picture.getAttribute('src') ?? picture.getAttribute('data-picture') ?? '');
    picture.removeAttribute('src');
    if (url === undefined) picture.remove();
    else picture.setAttribute('data-picture', url);
  }
}
