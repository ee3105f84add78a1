import type { Article } from '../article/article.ts';
import type { ArticleId, VersionId } from '../article/ids.ts';
import { type Reading, shelvesOf } from '../article/reading.ts';
import type { Store } from './database.ts';
import type { IndexedPart } from './index-tables.ts';
import { addToIndex, textPart } from './index-writes.ts';
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
 * Keeps an article: metadata, text, reading state, picture queue and what the search knows of it in one transaction, or
 * nothing of it. The unique index on `urlKey` decides what is the same page, however many saves run at once.
 */
export function keepArticle(store: Store, draft: ArticleDraft): Promise<KeptArticle> {
  return store.db.transaction('rw', tablesOf(store), async () => {
    const parts: IndexedPart[] = [];
    const kept = await keep(store, draft, parts);
    await addToIndex(store.db, parts);
    return kept;
  });
}

/**
 * Keeps many articles as `keepArticle` does, all of them or none, with one entry in the index for all. An import hands
 * over some hundred at a time: more hold the database for too long, fewer make the index work more often.
 */
export function keepArticles(store: Store, drafts: readonly ArticleDraft[]): Promise<readonly KeptArticle[]> {
  return store.db.transaction('rw', tablesOf(store), async () => {
    const parts: IndexedPart[] = [];
    const kept: KeptArticle[] = [];
    for (const draft of drafts) kept.push(await keep(store, draft, parts));
    await addToIndex(store.db, parts);
    return kept;
  });
}

const tablesOf = ({ db }: Store) => [
  db.articles,
  db.versions,
  db.bodies,
  db.readings,
  db.pictures,
  db.listEntries,
  db.taggings,
  db.notes,
  db.highlights,
  db.indexDeltas,
];

async function keep(store: Store, draft: ArticleDraft, parts: IndexedPart[]): Promise<KeptArticle> {
  const existing = await store.db.articles.where('urlKey').equals(draft.urlKey).first();
  return existing ? keepAgain(store, existing, draft, parts) : keepNew(store, draft, parts);
}

/** All is sent before anything is waited for: each wait would cost a round to the browser's process. */
async function keepNew(store: Store, draft: ArticleDraft, parts: IndexedPart[]): Promise<KeptArticle> {
  const { db, now, makeId } = store;
  const at = now();
  const { text, ...metadata } = draft;
  const id = makeId<ArticleId>();
  const versionId = text && makeId<VersionId>();
  const article: Article = { ...metadata, id, ...(versionId && { versionId }), savedAt: at, updatedAt: at };
  const reading: Omit<Reading, 'shelves'> = { articleId: id, savedAt: at, progress: 0, updatedAt: at };
  parts.push(textPart(article, text?.body.html, (text?.pictures.length ?? 0) > 0));
  await Promise.all([
    db.articles.add(article),
    db.readings.add({ ...reading, shelves: shelvesOf(reading) }),
    text && versionId && addVersion(store, { articleId: id, versionId }, text, draft.leadPictureUrl, new Set()),
  ]);
  return { status: 'saved', articleId: id };
}

async function keepAgain(
  store: Store,
  existing: Article,
  draft: ArticleDraft,
  parts: IndexedPart[],
): Promise<KeptArticle> {
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
  const article: Article = { ...existing, ...metadata, versionId, updatedAt: store.now() };
  await db.articles.put(article);
  parts.push(textPart(article, text.body.html, text.pictures.length > 0));
  return { status: isTrashed ? 'restored' : 'text-added', articleId };
}
