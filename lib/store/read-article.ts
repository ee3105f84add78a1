import type { Article } from '../article/article.ts';
import type { ArticleId } from '../article/ids.ts';
import type { Store } from './database.ts';

export const readArticle = ({ db }: Store, articleId: ArticleId): Promise<Article | undefined> =>
  db.articles.get(articleId);
