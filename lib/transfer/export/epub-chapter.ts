import type { Bytes } from '../zip-writer.ts';
import { bylineOf } from './article-page.ts';
import { dressText, type Tools } from './document.ts';
import { escapeMarkup, linkMarkup, onlyXml } from './escape.ts';
import { type ExportArticle, type ExportPicture, pictureName } from './export-article.ts';
import { fitXhtml } from './fit-xhtml.ts';

export interface Chapter {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly xhtml: string;
  readonly hasMath: boolean;
  readonly pictures: readonly { readonly name: string; readonly type: string; readonly bytes: Bytes }[];
}

/**
 * A chapter shows itself and its pictures. Nothing is named that would come from elsewhere; reading systems hand pictures and
 * styles to it in ways of their own (as `blob:`, or from their own scheme), so only the web is shut out.
 */
const BOOK_POLICY =
  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self' data: blob: file:; style-src 'self' 'unsafe-inline' data: blob: file:\"/>";

/** Types that every reading system must show (EPUB 3.2, 2.2). */
const CORE: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif']);

/** One article as a page of a book: well-formed, with nothing from outside, its notes at its end. */
export async function chapterOf(article: ExportArticle, number: number, tools: Tools): Promise<Chapter> {
  const id = `c${number}`;
  const pictures = new Map<string, Chapter['pictures'][number]>();
  for (const picture of article.pictures) {
    const fitting = await fittingPicture(picture, tools);
    if (fitting) pictures.set(picture.url, fitting);
  }
  const text = dressText(article, tools.parse, ({ url }) => {
    const name = pictures.get(url)?.name;
    return name === undefined ? undefined : `pictures/${name}`;
  });
  if (text) {
    tools.paint(text, article.highlights);
    fitXhtml(text);
  }
  const body = text
    ? onlyXml(tools.toXml(text))
    : `<p>The text of this article is not kept. ${linkMarkup(article.url, 'Open it on its site')}</p>`;
  const used = [...pictures.values()].filter(({ name }) => body.includes(name));
  const title = article.title.trim() || article.url;
  return {
    id,
    name: `${id}.xhtml`,
    title,
    xhtml: pageOf(article, title, body),
    hasMath: /<math[\s>]/.test(body),
    pictures: used,
  };
}

async function fittingPicture(
  picture: ExportPicture,
  { toJpeg }: Tools,
): Promise<Chapter['pictures'][number] | undefined> {
  if (CORE.has(picture.type)) return { name: pictureName(picture), type: picture.type, bytes: await picture.bytes() };
  const bytes = await toJpeg(picture);
  return bytes && { name: `${picture.hash}.jpg`, type: 'image/jpeg', bytes };
}

function pageOf(article: ExportArticle, title: string, body: string): string {
  const { direction, language, note, highlights, url } = article;
  const lang =
    language !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language)
      ? ` xml:lang="${language}" lang="${language}"`
      : '';
  const notes = [
    ...(note === '' ? [] : [escapeMarkup(note)]),
    ...highlights.map(
      ({ quote, note: remark }) => `<q>${escapeMarkup(quote)}</q>${remark === '' ? '' : ` ${escapeMarkup(remark)}`}`,
    ),
  ];
  // Endnotes of the whole article, each reached from the heading's mark and leading back to it.
  const references = notes
    .map((_, index) => `<a epub:type="noteref" id="r${index + 1}" href="#n${index + 1}">[${index + 1}]</a>`)
    .join(' ');
  const asides = notes
    .map(
      (words, index) =>
        `<aside epub:type="footnote" id="n${index + 1}"><p><a href="#r${index + 1}">${index + 1}.</a> ${words}</p></aside>`,
    )
    .join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"${lang}${direction === 'rtl' ? ' dir="rtl"' : ''}>
<head><title>${escapeMarkup(title)}</title>${BOOK_POLICY}<link rel="stylesheet" type="text/css" href="style.css"/></head>
<body><h1>${escapeMarkup(title)}</h1>
<p class="byline">${escapeMarkup(bylineOf(article))} · ${linkMarkup(url)}</p>
${references === '' ? '' : `<p class="byline">My notes: ${references}</p>\n`}<div>${body}</div>
${asides}
</body></html>
`;
}
