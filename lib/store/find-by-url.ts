import type { Article } from '../article/article.ts';
import type { Store } from './database.ts';

/** The article kept under this key (`normaliseUrl`), one in the trash too. */
export const findArticleByUrlKey = ({ db }: Store, urlKey: string): Promise<Article | undefined> =>
  db.articles.where('urlKey').equals(urlKey).first();

/** Whether an article lies in the trash. */
export async function isInTrash({ db }: Store, { id }: Article): Promise<boolean> {
  return (await db.readings.get(id))?.trashedAt !== undefined;
}

/** How many of these keys are kept already. */
export async function countHere({ db }: Store, urlKeys: readonly string[]): Promise<number> {
  let count = 0;
  for (let at = 0; at < urlKeys.length; at += 1000) {
    count += await db.articles
      .where('urlKey')
      .anyOf(urlKeys.slice(at, at + 1000))
      .count();
  }
  return count;
}
