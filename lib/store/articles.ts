import type { Article } from '../article/article.ts';
import type { ArticleId, VersionId } from '../article/ids.ts';
import { type Reading, shelvesOf } from '../article/reading.ts';
import type { Store } from './database.ts';
import { changeReadings } from './readings.ts';
import { addVersion, readPictureUrls, type TextDraft } from './versions.ts';

export type ArticleDraft = Omit<Article, 'id' | 'versionId' | 'savedAt' | 'updatedAt'> & {
  /** Absent for a link whose text is not here yet. */
  readonly text?: TextDraft;
};

export type KeptArticle = {
  /**
   * `saved`: new. `restored`: it lay in the trash. `text-added`: the link was here, now its text is too.
   * `already-saved`: it was here with a text, and nothing was changed.
   */
  readonly status: 'saved' | 'restored' | 'text-added' | 'already-saved';
  readonly articleId: ArticleId;
};

/**
 * Keeps an article: metadata, text, reading state and picture queue in one transaction, or nothing of it.
 * The unique index on `urlKey` decides what is the same page, however many saves run at once.
 */
export function keepArticle(store: Store, draft: ArticleDraft): Promise<KeptArticle> {
  const { db, now, makeId } = store;
  const tables = [db.articles, db.versions, db.bodies, db.readings, db.pictures, db.listEntries, db.taggings, db.notes];
  return db.transaction('rw', tables, async (): Promise<KeptArticle> => {
    const at = now();
    const existing = await db.articles.where('urlKey').equals(draft.urlKey).first();
    if (existing) return keepAgain(store, existing, draft);
    const { text, ...metadata } = draft;
    const id = makeId<ArticleId>();
    const versionId = text && makeId<VersionId>();
    const reading: Omit<Reading, 'shelves'> = { articleId: id, savedAt: at, progress: 0, updatedAt: at };
    // All sent before anything is waited for: each wait would cost a round to the browser's process.
    await Promise.all([
      db.articles.add({ ...metadata, id, ...(versionId && { versionId }), savedAt: at, updatedAt: at }),
      db.readings.add({ ...reading, shelves: shelvesOf(reading) }),
      text && versionId && addVersion(store, { articleId: id, versionId }, text, draft.leadPictureUrl, new Set()),
    ]);
    return { status: 'saved', articleId: id };
  });
}

export const readArticle = ({ db }: Store, articleId: ArticleId): Promise<Article | undefined> =>
  db.articles.get(articleId);

async function keepAgain(store: Store, existing: Article, draft: ArticleDraft): Promise<KeptArticle> {
  const { db, makeId } = store;
  const articleId = existing.id;
  const reading = await db.readings.get(articleId);
  const isTrashed = reading?.trashedAt !== undefined;
  if (isTrashed) await changeReadings(store, [articleId], () => ({ trashedAt: undefined }));
  if (existing.versionId !== undefined || !draft.text) {
    return { status: isTrashed ? 'restored' : 'already-saved', articleId };
  }
  const { text, ...metadata } = draft;
  const versionId = makeId<VersionId>();
  const known = await readPictureUrls(store, articleId);
  await addVersion(store, { articleId, versionId }, text, draft.leadPictureUrl, known);
  await db.articles.update(articleId, { ...metadata, versionId, updatedAt: store.now() });
  return { status: isTrashed ? 'restored' : 'text-added', articleId };
}
