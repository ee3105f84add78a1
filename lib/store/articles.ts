import type { Article, Body, Version, VersionSource } from '../article/article.ts';
import { type CapturedPicture, type CaptureWarning, MAX_PICTURES } from '../article/capture.ts';
import type { ArticleId, VersionId } from '../article/ids.ts';
import type { Picture } from '../article/picture.ts';
import { type Reading, shelvesOf } from '../article/reading.ts';
import type { Store } from './database.ts';
import { changeReadings } from './readings.ts';

/** A text to keep, hashed before the transaction opens: nothing but the database is awaited inside one. */
export interface TextDraft {
  readonly body: Body;
  readonly source: VersionSource;
  readonly wordCount: number;
  readonly pictures: readonly CapturedPicture[];
  /** What the page itself said of missing text. */
  readonly warnings: readonly CaptureWarning[];
}

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
    const versionId = text && (await addVersion(store, id, text, draft.leadPictureUrl));
    await db.articles.add({ ...metadata, id, ...(versionId && { versionId }), savedAt: at, updatedAt: at });
    const reading: Omit<Reading, 'shelves'> = { articleId: id, savedAt: at, progress: 0, updatedAt: at };
    await db.readings.add({ ...reading, shelves: shelvesOf(reading) });
    return { status: 'saved', articleId: id };
  });
}

/** What adding a text to an article did: `kept-aside` texts are here, but the old one is still shown. */
export type UpdatedText =
  | { readonly status: 'updated'; readonly formerVersionId: VersionId | undefined; readonly versionId: VersionId }
  | { readonly status: 'unchanged' }
  | { readonly status: 'kept-aside'; readonly versionId: VersionId; readonly wordCount: number }
  | { readonly status: 'gone' };

/** Below this share of the shown text's words, a new text does not replace it by itself. */
const SHORTER = 0.9;

/**
 * Adds a version. It becomes the one shown unless it looks like less than what is here: shorter, partial or only
 * a selection. Texts are never overwritten (decision 5).
 */
export function addText(store: Store, articleId: ArticleId, text: TextDraft): Promise<UpdatedText> {
  const { db } = store;
  return db.transaction('rw', db.articles, db.versions, db.bodies, db.pictures, async (): Promise<UpdatedText> => {
    const article = await db.articles.get(articleId);
    if (!article) return { status: 'gone' };
    const current = article.versionId && (await db.versions.get(article.versionId));
    if (current && current.bodyHash === text.body.hash) return { status: 'unchanged' };
    const versionId = await addVersion(store, articleId, text, article.leadPictureUrl);
    const isLess =
      text.warnings.length > 0 || text.source === 'selection' || text.wordCount < SHORTER * (current?.wordCount ?? 0);
    if (current && isLess) return { status: 'kept-aside', versionId, wordCount: text.wordCount };
    await showVersion(store, articleId, versionId);
    return { status: 'updated', formerVersionId: article.versionId, versionId };
  });
}

/** Makes another version the one shown. */
export async function showVersion({ db, now }: Store, articleId: ArticleId, versionId: VersionId): Promise<void> {
  await db.transaction('rw', db.articles, db.versions, async () => {
    const version = await db.versions.get(versionId);
    if (version?.articleId !== articleId) return;
    await db.articles.update(articleId, { versionId, wordCount: version.wordCount, updatedAt: now() });
  });
}

/** Versions of an article, newest first. */
export async function readVersions({ db }: Store, articleId: ArticleId): Promise<readonly Version[]> {
  const versions = await db.versions.where('articleId').equals(articleId).toArray();
  return versions.sort((a, b) => b.capturedAt - a.capturedAt);
}

export const readArticle = ({ db }: Store, articleId: ArticleId): Promise<Article | undefined> =>
  db.articles.get(articleId);

/** The HTML of the version shown, as it was captured. */
export async function readBody({ db }: Store, { versionId }: Article): Promise<Body | undefined> {
  const version = versionId && (await db.versions.get(versionId));
  return version && db.bodies.get(version.bodyHash);
}

async function keepAgain(store: Store, existing: Article, draft: ArticleDraft): Promise<KeptArticle> {
  const { db } = store;
  const articleId = existing.id;
  const reading = await db.readings.get(articleId);
  const isTrashed = reading?.trashedAt !== undefined;
  if (isTrashed) await changeReadings(store, [articleId], () => ({ trashedAt: undefined }));
  if (existing.versionId !== undefined || !draft.text) {
    return { status: isTrashed ? 'restored' : 'already-saved', articleId };
  }
  const { text, ...metadata } = draft;
  const versionId = await addVersion(store, articleId, text, draft.leadPictureUrl);
  await db.articles.update(articleId, { ...metadata, versionId, updatedAt: store.now() });
  return { status: isTrashed ? 'restored' : 'text-added', articleId };
}

async function addVersion(
  { db, now, makeId }: Store,
  articleId: ArticleId,
  text: TextDraft,
  leadPictureUrl: string | undefined,
): Promise<VersionId> {
  const at = now();
  const id = makeId<VersionId>();
  const { source, wordCount, warnings } = text;
  await db.bodies.put(text.body);
  await db.versions.add({
    id,
    articleId,
    bodyHash: text.body.hash,
    source,
    wordCount,
    warnings,
    capturedAt: at,
    updatedAt: at,
  });
  const known = new Set((await db.pictures.where('articleId').equals(articleId).toArray()).map(({ url }) => url));
  const added = text.pictures.flatMap(({ url, alt }, position): Picture[] => {
    if (known.has(url)) return [];
    // The lead picture is fetched first: the popup and the rows wait for it. All times are past, so all are due.
    const queuedFor = at - MAX_PICTURES + (url === leadPictureUrl ? -1 : position);
    return [{ id: makeId(), articleId, url, alt, position, state: 'waiting', attempts: 0, queuedFor, updatedAt: at }];
  });
  await db.pictures.bulkAdd(added.slice(0, Math.max(0, MAX_PICTURES - known.size)));
  return id;
}
