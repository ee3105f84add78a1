import type { SafeHtml } from '../../article/html.ts';
import type { ExportArticle, ExportHighlight, ExportPicture } from './export-article.ts';

/** Makes nodes of a text that passed the sanitiser, in a document that loads nothing. */
export type ParseSafe = (html: SafeHtml) => DocumentFragment;

/** What an exporter may use beside the article: a document's making and its writing. */
export interface Tools {
  readonly parse: ParseSafe;
  /** Well-formed XML of a node's children (`XMLSerializer`). */
  readonly toXml: (node: Node) => string;
  /** HTML of a node's children. */
  readonly toHtml: (node: Node) => string;
  /** In JPEG, for readers that know no WebP or AVIF; `undefined` if the browser can't. */
  readonly toJpeg: (picture: ExportPicture) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  readonly now: () => number;
  /** How the reader wants files to be named, as `fillPattern` reads it. The exporter's own way if left out. */
  readonly fileNames?: string;
  /** Puts highlighted words into `mark` elements. Changes the text. */
  readonly paint: (content: DocumentFragment, highlights: readonly ExportHighlight[]) => void;
}

/** The text with its pictures set by `srcOf`; those it has nothing for give way to their description. */
export function dressText(
  article: ExportArticle,
  parse: ParseSafe,
  srcOf: (picture: ExportPicture) => string | undefined,
): DocumentFragment | undefined {
  if (article.html === undefined) return undefined;
  const content = parse(article.html);
  const byUrl = new Map(article.pictures.map((picture) => [picture.url, picture]));
  for (const image of content.querySelectorAll('img')) {
    const picture = byUrl.get(image.getAttribute('data-picture') ?? '');
    const src = picture && srcOf(picture);
    image.removeAttribute('data-picture');
    image.removeAttribute('srcset');
    if (src !== undefined) {
      image.setAttribute('src', src);
      if (!image.hasAttribute('alt')) image.setAttribute('alt', '');
    } else {
      const alt = image.getAttribute('alt')?.trim() ?? '';
      const words = image.ownerDocument.createElement('em');
      words.textContent = alt === '' ? '[Picture]' : `[Picture: ${alt}]`;
      image.replaceWith(words);
    }
  }
  return content;
}
