import type { Article, Body, Version } from '../article/article.ts';
import type { ArticleId, ContentHash } from '../article/ids.ts';
import type { Store } from './database.ts';

/** Versions of an article, newest first. */
export async function readVersions({ db }: Store, articleId: ArticleId): Promise<readonly Version[]> {
  const versions = await db.versions.where({ articleId }).toArray();
  return versions.sort((a, b) => b.capturedAt - a.capturedAt);
}

/** Articles of which a version has this text. */
export async function readArticlesWithBody({ db }: Store, hash: ContentHash): Promise<readonly ArticleId[]> {
  const versions = await db.versions.where('bodyHash').equals(hash).toArray();
  return versions.map(({ articleId }) => articleId);
}

/** Names the texts that articles show; links without one are left out. */
export const readShownHashes = (
  { db }: Store,
  articleIds: readonly ArticleId[],
): Promise<ReadonlyMap<ArticleId, ContentHash>> =>
  db.transaction('r', db.articles, db.versions, async () => {
    const articles = await db.articles.bulkGet([...articleIds]);
    const versionIds = articles.flatMap((article) => article?.versionId ?? []);
    const versions = await db.versions.bulkGet(versionIds);
    return new Map(versions.flatMap((version) => (version ? [[version.articleId, version.bodyHash] as const] : [])));
  });

/** The HTML of the version shown, as it was captured. */
export async function readBody({ db }: Store, { versionId }: Article): Promise<Body | undefined> {
  const version = versionId && (await db.versions.get(versionId));
  return version && db.bodies.get(version.bodyHash);
}

/** The same by the article's id, in one transaction: three after each other would each wait behind what else a page asks for. */
export const readShownBody = (store: Store, articleId: ArticleId): Promise<Body | undefined> => {
  const { db } = store;
  return db.transaction('r', db.articles, db.versions, db.bodies, async () => {
    const article = await db.articles.get(articleId);
    return article && readBody(store, article);
  });
};
