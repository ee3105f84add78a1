import type { Article, Body, VersionSource } from '../article/article.ts';
import { type CapturedPicture, type CaptureWarning, MAX_PICTURES, type Receipt } from '../article/capture.ts';
import type { ArticleId, VersionId } from '../article/ids.ts';
import type { Picture } from '../article/picture.ts';
import type { Store } from './database.ts';
import { addToIndex, textPart } from './index-writes.ts';

/** A text to keep, hashed before the transaction opens: nothing but the database is awaited inside one. */
export interface TextDraft {
  readonly body: Body;
  readonly source: VersionSource;
  readonly wordCount: number;
  readonly pictures: readonly CapturedPicture[];
  /** What the text may be missing. */
  readonly warnings: readonly CaptureWarning[];
  readonly receipt?: Receipt;
}

/** What adding a text to an article did: `kept-aside` texts are here, but the old one is still shown. */
export type UpdatedText =
  | { readonly status: 'updated'; readonly formerVersionId: VersionId | undefined; readonly versionId: VersionId }
  | { readonly status: 'unchanged' }
  | { readonly status: 'kept-aside'; readonly versionId: VersionId; readonly wordCount: number }
  | { readonly status: 'gone' };

/** Warnings that speak of less than an article. The others stand on texts that may be more than the one shown. */
const OF_LESS: readonly CaptureWarning[] = ['error', 'sign-in', 'consent', 'shell', 'teaser', 'listing'];
/** Below this share of the shown text's words, a new text does not replace it by itself. */
const SHORTER = 0.9;

/**
 * Adds a version. It becomes the one shown unless it looks like less than what is here: shorter, partial or only
 * a selection. Texts are never overwritten (decision 5).
 *
 * @param isChosen the reader asked for this very text: it is shown whatever it looks like
 */
export function addText(store: Store, articleId: ArticleId, text: TextDraft, isChosen = false): Promise<UpdatedText> {
  const { db, makeId } = store;
  const tables = [db.articles, db.versions, db.bodies, db.pictures, db.indexDeltas];
  return db.transaction('rw', tables, async (): Promise<UpdatedText> => {
    const article = await db.articles.get(articleId);
    if (!article) return { status: 'gone' };
    const current = article.versionId && (await db.versions.get(article.versionId));
    if (current && current.bodyHash === text.body.hash) return { status: 'unchanged' };
    const versionId = makeId<VersionId>();
    const known = await readPictureUrls(store, articleId);
    await addVersion(store, { articleId, versionId }, text, article.leadPictureUrl, known);
    const isLess =
      current &&
      (text.warnings.some((warning) => OF_LESS.includes(warning)) ||
        text.source === 'selection' ||
        text.wordCount < SHORTER * current.wordCount);
    if (isLess && !isChosen) return { status: 'kept-aside', versionId, wordCount: text.wordCount };
    await showVersion(store, articleId, versionId);
    return { status: 'updated', formerVersionId: article.versionId, versionId };
  });
}

/** Makes another version the one shown, and the one that is searched. */
export async function showVersion({ db, now }: Store, articleId: ArticleId, versionId: VersionId): Promise<void> {
  await db.transaction('rw', db.articles, db.versions, db.bodies, db.pictures, db.indexDeltas, async () => {
    const [version, former, pictures] = await Promise.all([
      db.versions.get(versionId),
      db.articles.get(articleId),
      db.pictures.where({ articleId }).count(),
    ]);
    if (!former || version?.articleId !== articleId) return;
    const body = await db.bodies.get(version.bodyHash);
    const article: Article = { ...former, versionId, wordCount: version.wordCount, updatedAt: now() };
    await Promise.all([db.articles.put(article), addToIndex(db, [textPart(article, body?.html, pictures > 0)])]);
  });
}

/**
 * Writes a version with its body and queues its pictures, inside the caller's transaction. All is sent before anything
 * is waited for.
 *
 * @param known addresses of pictures that the article has already
 */
export async function addVersion(
  { db, now, makeId }: Store,
  ids: { readonly articleId: ArticleId; readonly versionId: VersionId },
  text: TextDraft,
  leadPictureUrl: string | undefined,
  known: ReadonlySet<string>,
): Promise<void> {
  const at = now();
  const { articleId, versionId } = ids;
  const { body, source, wordCount, warnings, receipt } = text;
  const bodyHash = body.hash;
  const version = { id: versionId, articleId, bodyHash, source, wordCount, warnings, ...(receipt && { receipt }) };
  const pictures = text.pictures.flatMap(({ url, alt }, position): Picture[] => {
    if (known.has(url)) return [];
    // The lead picture is fetched first: the popup and the rows wait for it. All times are past, so all are due.
    const queuedFor = at - MAX_PICTURES + (url === leadPictureUrl ? -1 : position);
    return [{ id: makeId(), articleId, url, alt, position, state: 'waiting', attempts: 0, queuedFor, updatedAt: at }];
  });
  await Promise.all([
    db.bodies.put(body),
    db.versions.add({ ...version, capturedAt: at, updatedAt: at }),
    db.pictures.bulkAdd(pictures.slice(0, Math.max(0, MAX_PICTURES - known.size))),
  ]);
}

/** Addresses of the pictures that an article has, whatever became of them. */
export async function readPictureUrls({ db }: Store, articleId: ArticleId): Promise<ReadonlySet<string>> {
  const pictures = await db.pictures.where({ articleId }).toArray();
  return new Set(pictures.map(({ url }) => url));
}
