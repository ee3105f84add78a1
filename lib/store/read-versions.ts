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

/** The HTML of the version shown, as it was captured. */
export async function readBody({ db }: Store, { versionId }: Article): Promise<Body | undefined> {
  const version = versionId && (await db.versions.get(versionId));
  return version && db.bodies.get(version.bodyHash);
}
