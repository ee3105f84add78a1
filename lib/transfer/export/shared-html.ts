import { fileNameOf } from '../file-name.ts';
import { articleMarkup, PAGE_STYLE, pagePolicy } from './article-page.ts';
import { dressText, type Tools } from './document.ts';
import { escapeMarkup } from './escape.ts';
import type { ExportArticle } from './export-article.ts';
import type { Exporter } from './exporter.ts';
import { packArticles } from './packed-articles.ts';

/** A list as one page that needs nothing beside it: to read, and to import again. */
export const sharedHtml: Exporter = {
  id: 'html',
  name: 'One HTML page',
  about: 'Everything in one file, pictures too: to hand to a friend, who can import it again.',
  extension: 'html',
  files: 'one',
  lacks: 'your notes, highlights and reading state',
  write: async (articles, title, tools) => {
    const [first, ...others] = articles;
    const name = first && others.length === 0 ? first.title : title;
    const parts: string[] = [];
    for (const [index, article] of articles.entries())
      parts.push(`<article id="a${index + 1}">${await textOf(article, tools, articles.length)}</article>`);
    const contents = articles
      .map(({ title: own }, index) => `<li><a href="#a${index + 1}" dir="auto">${escapeMarkup(own)}</a></li>`)
      .join('\n');
    const nav = articles.length > 1 ? `<h1>${escapeMarkup(title)}</h1><nav><ol>\n${contents}\n</ol></nav><hr>` : '';
    const content = `<!doctype html>
<html><head><meta charset="utf-8">${pagePolicy('data:')}<meta name="viewport" content="width=device-width">
<title>${escapeMarkup(name)}</title><style>${PAGE_STYLE}article+article{margin-top:3rem;border-top:1px solid #8886}</style></head>
<body>${nav}${parts.join('\n')}
<script type="application/json" id="lectern-articles">${packArticles(articles, tools).replaceAll('<', '\\u003c')}</script></body></html>
`;
    return [{ path: `${fileNameOf(title)}.html`, content }];
  },
};

async function textOf(article: ExportArticle, tools: Tools, count: number): Promise<string> {
  const inline = new Map<string, string>();
  for (const picture of article.pictures)
    inline.set(picture.url, `data:${picture.type};base64,${toBase64(await picture.bytes())}`);
  const text = dressText(article, tools.parse, ({ url }) => inline.get(url));
  return articleMarkup({ ...article, note: '', highlights: [] }, text && tools.toHtml(text), count > 1 ? 2 : 1);
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
