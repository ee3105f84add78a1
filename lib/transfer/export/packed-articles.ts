import { dressText, type Tools } from './document.ts';
import { type ExportArticle, isoDate } from './export-article.ts';

/**
 * Articles as the plain list of records that importing reads, carried within a page or a book that is handed on. What
 * the giver did with them stays out: reading state, notes on the whole, lists.
 */
export function packArticles(
  articles: readonly ExportArticle[],
  { parse, toHtml }: Pick<Tools, 'parse' | 'toHtml'>,
): string {
  return JSON.stringify({
    articles: articles.map((article) => {
      const text = dressText(article, parse, ({ url }) => url);
      return {
        url: article.url,
        title: article.title,
        savedAt: isoDate(article.savedAt),
        tags: article.tags,
        ...(text && { html: toHtml(text) }),
      };
    }),
  });
}
