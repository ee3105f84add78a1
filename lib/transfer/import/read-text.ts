import { parseUrl } from '../../article/parse-url.ts';
import { textOfHtml, walkHtml } from './markup.ts';

/** What is known of an imported text without a document. */
export interface ReadText {
  readonly html: string;
  readonly text: string;
  /** The first heading. */
  readonly title?: string;
  /** The beginning of its words. */
  readonly excerpt: string;
  /** Pictures with absolute addresses, each once, as in `src`. */
  readonly pictures: readonly { readonly url: string; readonly alt: string }[];
}

const MOST_PICTURES = 200;
const EXCERPT = 280;

export function readText(html: string, url: string): ReadText {
  const pictures = new Map<string, string>();
  let heading = '';
  let isHeading = false;
  walkHtml(html, {
    open: (name, { src, alt }) => {
      if (name === 'h1' && heading === '') isHeading = true;
      if (name !== 'img' || src === undefined || pictures.size >= MOST_PICTURES) return;
      const address = parseUrl(src, url);
      if (address && /^https?:$/.test(address.protocol) && /^https?:/i.test(src.trim()))
        pictures.set(address.href, alt ?? '');
    },
    close: (name) => {
      if (name === 'h1') isHeading = false;
    },
    text: (piece) => {
      if (isHeading) heading += piece;
    },
  });
  const text = textOfHtml(html);
  const title = heading.replace(/\s+/g, ' ').trim();
  const excerpt = text.replace(/\s+/g, ' ').slice(0, EXCERPT).trim();
  return {
    html,
    text,
    excerpt,
    ...(title !== '' && { title }),
    pictures: [...pictures].map(([address, alt]) => ({ url: address, alt })),
  };
}
