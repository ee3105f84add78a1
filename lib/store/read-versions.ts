import type { Article, Body, Version } from '../article/article.ts';
import type { ArticleId } from '../article/ids.ts';
import type { Store } from './database.ts';

/** Versions of an article, newest first. */
export async function readVersions({ db }: Store, articleId: ArticleId): Promise<readonly Version[]> {
  const versions = await db.versions.where({ articleId }).toArray();
  return versions.sort((a, b) => b.capturedAt - a.capturedAt);
}

/** The HTML of the version shown, as it was captured. */
export async function readBody({ db }: Store, { versionId }: Article): Promise<Body | undefined> {
  const version = versionId && (await db.versions.get(versionId));
  return version && db.bodies.get(version.bodyHash);
}
