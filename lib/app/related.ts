import type { ArticleId } from '../article/ids.ts';
import { textOfHtml } from '../search/html-text.ts';
import { findRelated } from '../search/related.ts';
import { scopeOf } from '../search/run-query.ts';
import type { Store } from '../store/database.ts';
import { readFoundTexts } from '../store/found-texts.ts';
import { openIndex, readArticleIds } from '../store/index-session.ts';

export interface RelatedArticle {
  readonly articleId: ArticleId;
  readonly title: string;
  readonly siteName: string;
  /** Why: words that both share. */
  readonly words: readonly string[];
}

/** Finds what is related to an article among all that is kept. */
export function createRelated(store: Store) {
  const withIndex = openIndex(store);
  return async (articleId: ArticleId, limit: number): Promise<readonly RelatedArticle[]> => {
    const [text] = await readFoundTexts(store, [articleId]);
    const row = await store.db.indexArticles.where('articleId').equals(articleId).first();
    if (!text || row?.number === undefined) return [];
    const { number } = row;
    const source = { number, title: text.title, text: text.html === undefined ? '' : textOfHtml(text.html) };
    const found = await withIndex((snapshot) => findRelated(snapshot, source, scopeOf(snapshot, false), limit));
    const ids = await readArticleIds(
      store,
      found.map((one) => one.number),
    );
    const articles = await store.db.articles.bulkGet([...ids]);
    return articles.flatMap((article, i) => {
      const words = found[i]?.words;
      return article && words
        ? [{ articleId: article.id, title: article.title, siteName: article.siteName, words }]
        : [];
    });
  };
}
