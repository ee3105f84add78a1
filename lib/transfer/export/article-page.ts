import { escapeMarkup, isOfTheWeb, linkMarkup } from './escape.ts';
import { day, type ExportArticle } from './export-article.ts';

/** What a page from a vault or a shared list may do: show itself, and nothing from elsewhere. */
export const pagePolicy = (images: string): string =>
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src ${images}; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`;

/** Highlighted words, in the reader's colours; translucent, so that they hold on a dark page too. */
export const MARK_STYLE = `mark{background:#ffd04a80;color:inherit}.mark-green{background:#7ccf8680}.mark-blue{background:#7fb8f080}.mark-rose{background:#f19bb080}.mark-violet{background:#b9a1ec80}`;

export const PAGE_STYLE = `:root{color-scheme:light dark}body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:18px/1.6 Georgia,serif}
img{max-width:100%;height:auto}pre{overflow:auto;padding:.8rem;background:#8881;font-size:.85em}code{font-family:ui-monospace,monospace}
table{border-collapse:collapse}td,th{border:1px solid #8886;padding:.3rem .5rem}blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid #8886}
header p,footer{color:#777;font:14px/1.5 system-ui,sans-serif}.note{padding:.8rem 1rem;background:#ffe39a44;white-space:pre-wrap;font:16px/1.5 system-ui,sans-serif}
${MARK_STYLE}`;

/** Site, authors and date, on one line. */
export const bylineOf = ({ siteName, authors, publishedAt, savedAt }: ExportArticle): string =>
  [siteName, authors.join(', '), publishedAt?.slice(0, 10), `saved ${day(savedAt)}`].filter(Boolean).join(' · ');

/** Heading, byline, note and text of an article, as the inside of a `body`. */
export function articleMarkup(article: ExportArticle, text: string | undefined, level = 1): string {
  const { title, url, note, highlights, tags } = article;
  const marks = highlights
    .map(
      ({ quote, note: remark }) =>
        `<blockquote class="highlight">${escapeMarkup(quote)}${remark === '' ? '' : `<footer>${escapeMarkup(remark)}</footer>`}</blockquote>`,
    )
    .join('\n');
  return `<header><h${level} dir="auto">${escapeMarkup(title)}</h${level}>
<p>${escapeMarkup(bylineOf(article))}</p>
<p>${linkMarkup(url)}</p>${tags.length > 0 ? `\n<p>${tags.map((tag) => `#${escapeMarkup(tag)}`).join(' ')}</p>` : ''}</header>
${note === '' ? '' : `<div class="note" dir="auto">${escapeMarkup(note)}</div>\n`}${text ?? '<p><em>The text of this article is not kept; this is its link.</em></p>'}
${marks === '' ? '' : `<section><h${level + 1}>Highlights</h${level + 1}>\n${marks}</section>`}`;
}

const attributesOf = ({ language, direction }: ExportArticle): string =>
  `${language === undefined ? '' : ` lang="${escapeMarkup(language)}"`}${direction === 'rtl' ? ' dir="rtl"' : ''}`;

/** A page of one article. `images` is the source list of its policy. */
export const articlePage = (article: ExportArticle, text: string | undefined, images: string, extra = ''): string =>
  `<!doctype html>
<html${attributesOf(article)}>${extra}<head><meta charset="utf-8">${pagePolicy(images)}<meta name="viewport" content="width=device-width">
<title>${escapeMarkup(article.title)}</title>${isOfTheWeb(article.url) ? `<link rel="canonical" href="${escapeMarkup(article.url)}">` : ''}<style>${PAGE_STYLE}</style></head>
<body><article>${articleMarkup(article, text)}</article></body></html>
`;
