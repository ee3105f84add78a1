import { fileNameOf } from '../file-name.ts';
import { type Bytes, createZipWriter, join } from '../zip-writer.ts';
import { MARK_STYLE } from './article-page.ts';
import type { Tools } from './document.ts';
import { type Chapter, chapterOf } from './epub-chapter.ts';
import { escapeMarkup } from './escape.ts';
import { type ExportArticle, isoSeconds } from './export-article.ts';
import type { Exporter } from './exporter.ts';
import { packArticles } from './packed-articles.ts';

/** EPUB 3.3, with the table of contents of EPUB 2 for readers that are older. One article or many. */
export const epub: Exporter = {
  id: 'epub',
  name: 'EPUB book',
  about: 'For e-readers and phones, and for Kindle by its web upload. Your notes stand at the end of each article.',
  extension: 'epub',
  files: 'one',
  lacks: 'your reading state',
  write: async (articles, title, tools) => [
    { path: `${fileNameOf(title)}.epub`, content: await writeEpub(articles, title, tools), isPacked: true },
  ],
};

const encode = (text: string): Bytes => new TextEncoder().encode(text);

async function writeEpub(articles: readonly ExportArticle[], title: string, tools: Tools): Promise<Bytes> {
  const pieces: Bytes[] = [];
  const zip = createZipWriter(async (piece) => void pieces.push(piece));
  // Must come first, unpacked and without extra field (OCF 3.3, 4.3).
  await zip.add('mimetype', encode('application/epub+zip'), false);
  await zip.add('META-INF/container.xml', encode(CONTAINER), true);
  // Not part of the publication, so that reading systems pass it over; importing finds it.
  await zip.add('META-INF/lectern.json', encode(packArticles(articles, tools)), true);
  await zip.add('OEBPS/style.css', encode(STYLE), true);
  const chapters: Chapter[] = [];
  const pictures = new Map<string, { readonly name: string; readonly type: string }>();
  for (const [index, article] of articles.entries()) {
    const chapter = await chapterOf(article, index + 1, tools);
    for (const { name, type, bytes } of chapter.pictures) {
      if (pictures.has(name)) continue;
      pictures.set(name, { name, type });
      await zip.add(`OEBPS/pictures/${name}`, bytes, false);
    }
    await zip.add(`OEBPS/${chapter.name}`, encode(chapter.xhtml), true);
    chapters.push(chapter);
  }
  const book: Book = { title, chapters, articles, pictures: [...pictures.values()], now: tools.now() };
  await zip.add('OEBPS/cover.svg', encode(coverOf(book)), true);
  await zip.add('OEBPS/cover.xhtml', encode(coverPage(book)), true);
  await zip.add('OEBPS/nav.xhtml', encode(navOf(book)), true);
  await zip.add('OEBPS/toc.ncx', encode(ncxOf(book)), true);
  await zip.add('OEBPS/book.opf', encode(packageOf(book)), true);
  await zip.finish();
  return join(pieces);
}

interface Book {
  readonly title: string;
  readonly chapters: readonly Chapter[];
  readonly articles: readonly ExportArticle[];
  readonly pictures: readonly { readonly name: string; readonly type: string }[];
  readonly now: number;
}

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

const STYLE = `body{margin:5%;line-height:1.5}h1{line-height:1.2}img{max-width:100%;height:auto}
pre{white-space:pre-wrap;font-size:.85em}code{font-family:monospace}table{border-collapse:collapse}td,th{border:1px solid #888;padding:.2em .4em}
blockquote{margin:1em 0 1em 1em;padding-left:.8em;border-left:3px solid #888}.byline{color:#555;font-size:.9em}aside{margin-top:2em;border-top:1px solid #888}
${MARK_STYLE}
`;

const idOf = ({ articles, title }: Book): string => `urn:uuid:${articles[0]?.id ?? title}`;

const languageOf = ({ articles }: Book): string => {
  const language = articles.find((article) => article.language !== undefined)?.language ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) ? language : 'en';
};

function packageOf(book: Book): string {
  const { title, chapters, articles, pictures, now } = book;
  const authors = [...new Set(articles.flatMap((article) => article.authors))].slice(0, 20);
  const items = chapters.map(
    ({ id, name, hasMath }) =>
      `<item id="${id}" href="${name}" media-type="application/xhtml+xml"${hasMath ? ' properties="mathml"' : ''}/>`,
  );
  const images = pictures.map(
    ({ name, type }, index) => `<item id="p${index + 1}" href="pictures/${name}" media-type="${type}"/>`,
  );
  const isRtl = articles.length > 0 && articles.every(({ direction }) => direction === 'rtl');
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${languageOf(book)}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${escapeMarkup(idOf(book))}</dc:identifier>
<dc:title>${escapeMarkup(title || 'Articles')}</dc:title>
<dc:language>${languageOf(book)}</dc:language>
${authors.map((author) => `<dc:creator>${escapeMarkup(author)}</dc:creator>`).join('\n')}
<meta property="dcterms:modified">${isoSeconds(now)}</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessMode">visual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityHazard">none</meta>
<meta name="cover" content="cover-image"/>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="style" href="style.css" media-type="text/css"/>
<item id="cover-image" href="cover.svg" media-type="image/svg+xml" properties="cover-image"/>
<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
${[...items, ...images].join('\n')}
</manifest>
<spine toc="ncx"${isRtl ? ' page-progression-direction="rtl"' : ''}>
<itemref idref="cover"/>
<itemref idref="nav"/>
${chapters.map(({ id }) => `<itemref idref="${id}"/>`).join('\n')}
</spine>
</package>
`;
}

const pageOf = (book: Book, title: string, body: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="${languageOf(book)}" lang="${languageOf(book)}">
<head><title>${escapeMarkup(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>${body}</body></html>
`;

function navOf(book: Book): string {
  const items = book.chapters
    .map(({ name, title }) => `<li><a href="${name}">${escapeMarkup(title)}</a></li>`)
    .join('\n');
  return pageOf(book, 'Contents', `<nav epub:type="toc" id="toc"><h1>Contents</h1><ol>\n${items}\n</ol></nav>`);
}

const coverPage = (book: Book): string =>
  pageOf(
    book,
    book.title || 'Articles',
    `<section epub:type="cover"><img src="cover.svg" alt="${escapeMarkup(book.title || 'Cover')}"/></section>`,
  );

function coverOf({ title, articles }: Book): string {
  const words = title.split(/\s+/);
  const rows: string[] = [];
  for (const word of words) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + word.length < 18) rows[rows.length - 1] = `${last} ${word}`;
    else if (rows.length < 8) rows.push(word.slice(0, 24));
  }
  const text = rows
    .map((row, index) => `<text x="300" y="${300 + index * 64}" font-size="52">${escapeMarkup(row)}</text>`)
    .join('');
  const [first, ...others] = articles;
  const count = first && others.length === 0 ? first.siteName : `${articles.length} articles`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 900" width="600" height="900">
<rect width="600" height="900" fill="#fbfaf7"/><rect x="0" y="0" width="600" height="18" fill="#0b5d57"/>
<g font-family="Georgia, serif" text-anchor="middle" fill="#1d1b17">${text}<text x="300" y="840" font-size="26" fill="#57524a">${escapeMarkup(count)}</text></g>
</svg>
`;
}

function ncxOf(book: Book): string {
  const points = book.chapters.map(
    ({ id, name, title }, index) =>
      `<navPoint id="n-${id}" playOrder="${index + 1}"><navLabel><text>${escapeMarkup(title)}</text></navLabel><content src="${name}"/></navPoint>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head><meta name="dtb:uid" content="${escapeMarkup(idOf(book))}"/></head>
<docTitle><text>${escapeMarkup(book.title || 'Articles')}</text></docTitle><navMap>
${points.join('\n')}
</navMap></ncx>
`;
}
