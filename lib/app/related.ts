import type { ArticleId } from '../article/ids.ts';
import { textOfHtml } from '../search/html-text.ts';
import { findRelated } from '../search/related.ts';
import { OUT } from '../search/run-query.ts';
import { loadStopWords } from '../search/stop-words.ts';
import type { Store } from '../store/database.ts';
import { readFoundTexts } from '../store/found-texts.ts';
import { openIndex } from '../store/index-session.ts';

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
    if (!text) return [];
    const source = {
      title: text.title,
      text: text.html === undefined ? '' : textOfHtml(text.html),
      stopWords: await loadStopWords(text.language),
    };
    const { found, ids } = await withIndex(async (reading) => {
      const snapshot = await reading;
      const number = await snapshot.readNumber(articleId);
      const found = number === undefined ? [] : await findRelated(snapshot, { number, ...source }, OUT, limit);
      return { found, ids: await snapshot.readArticleIds(found.map((one) => one.number)) };
    });
    const related = found.flatMap(({ words }, i) => {
      const id = ids[i];
      return id ? [{ id, words }] : [];
    });
    const articles = await store.db.articles.bulkGet(related.map(({ id }) => id));
    return articles.flatMap((article, i) => {
      const words = related[i]?.words;
      return article && words
        ? [{ articleId: article.id, title: article.title, siteName: article.siteName, words }]
        : [];
    });
  };
}
