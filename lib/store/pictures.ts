import { MAX_PICTURE_BYTES, MAX_PICTURES } from '../article/capture.ts';
import type { ArticleId, ContentHash, PictureId, Timestamp } from '../article/ids.ts';
import type { Picture, PictureFailure, PictureFile } from '../article/picture.ts';
import type { Store } from './database.ts';

/** Pictures whose time has come, in queue order. */
export const readDuePictures = ({ db, now }: Store, limit: number): Promise<readonly Picture[]> =>
  db.pictures.where('queuedFor').belowOrEqual(now()).limit(limit).toArray();

/** When the queue has something to do next; `undefined` when it is empty. */
export async function readNextPictureTime({ db }: Store): Promise<Timestamp | undefined> {
  return (await db.pictures.orderBy('queuedFor').first())?.queuedFor;
}

/**
 * Marks a picture as kept and stores its bytes once per content, unless the article is over its limit. With it comes the
 * article's thumbnail, if this is the picture to show in rows.
 */
export async function keepPictureFile(
  store: Store,
  pictureId: PictureId,
  file: PictureFile,
  thumbnail?: Blob,
): Promise<void> {
  const { db, now } = store;
  await db.transaction('rw', db.pictures, db.pictureFiles, db.thumbnails, async () => {
    const picture = await db.pictures.get(pictureId);
    if (picture?.state !== 'waiting') return;
    const { queuedFor: _, reason: __, ...rest } = picture;
    const siblings = await db.pictures.where('articleId').equals(picture.articleId).toArray();
    const kept = new Map(siblings.map(({ fileHash, byteLength }) => [fileHash, byteLength ?? 0]));
    const bytes = [...kept].reduce((sum, [hash, length]) => (hash === file.hash ? sum : sum + length), 0);
    if (bytes + file.blob.size > MAX_PICTURE_BYTES) {
      await db.pictures.put({ ...rest, state: 'failed', reason: 'over-article-limit', updatedAt: now() });
      return;
    }
    if ((await db.pictureFiles.where('hash').equals(file.hash).count()) === 0) await db.pictureFiles.add(file);
    const byteLength = file.blob.size;
    await db.pictures.put({ ...rest, state: 'kept', fileHash: file.hash, byteLength, updatedAt: now() });
    if (thumbnail) await keepThumbnail(store, picture.articleId, thumbnail);
  });
}

/** Ends a picture's time in the queue without bytes. */
export async function endPicture(
  { db, now }: Store,
  pictureId: PictureId,
  state: 'failed' | 'blocked',
  reason: PictureFailure,
): Promise<void> {
  await db.transaction('rw', db.pictures, async () => {
    const picture = await db.pictures.get(pictureId);
    if (picture?.state !== 'waiting') return;
    const { queuedFor: _, ...rest } = picture;
    await db.pictures.put({ ...rest, state, reason, attempts: picture.attempts + 1, updatedAt: now() });
  });
}

/** Leaves a picture in the queue for a later time. */
export async function postponePicture({ db, now }: Store, pictureId: PictureId, until: Timestamp): Promise<void> {
  await db.transaction('rw', db.pictures, async () => {
    const picture = await db.pictures.get(pictureId);
    if (picture?.state !== 'waiting') return;
    await db.pictures.put({ ...picture, attempts: picture.attempts + 1, queuedFor: until, updatedAt: now() });
  });
}

/** Queues again pictures that ended without bytes, of one article or of all. */
export async function requeuePictures(
  { db, now }: Store,
  states: readonly ('blocked' | 'failed')[],
  articleId?: ArticleId,
): Promise<void> {
  await db.transaction('rw', db.pictures, async () => {
    const range = db.pictures.where('state').anyOf(states);
    const lost = await (articleId === undefined ? range : range.and((row) => row.articleId === articleId)).toArray();
    const at = now();
    await db.pictures.bulkPut(
      lost.map(({ reason: _, ...picture }) => ({
        ...picture,
        state: 'waiting' as const,
        attempts: 0,
        // In the order of the text, and due at once.
        queuedFor: at - MAX_PICTURES + picture.position,
        updatedAt: at,
      })),
    );
  });
}

/** How an article's pictures stand. `bytes` counts shared files once. */
export interface PictureCounts {
  readonly kept: number;
  readonly waiting: number;
  readonly blocked: number;
  readonly failed: number;
  readonly bytes: number;
}

export async function readPictureCounts({ db }: Store, articleId: ArticleId): Promise<PictureCounts> {
  const pictures = await db.pictures.where({ articleId }).toArray();
  const counted = { kept: 0, waiting: 0, blocked: 0, failed: 0 };
  const bytesOf = new Map<ContentHash, number>();
  for (const { state, fileHash, byteLength } of pictures) {
    counted[state] += 1;
    if (fileHash !== undefined && byteLength !== undefined) bytesOf.set(fileHash, byteLength);
  }
  return { ...counted, bytes: [...bytesOf.values()].reduce((sum, length) => sum + length, 0) };
}

/** Pictures of an article in the order of the text. */
export async function readPictures({ db }: Store, articleId: ArticleId): Promise<readonly Picture[]> {
  const pictures = await db.pictures.where({ articleId }).toArray();
  return pictures.sort((a, b) => a.position - b.position);
}

export const readPictureFiles = async (
  { db }: Store,
  hashes: readonly ContentHash[],
): Promise<readonly PictureFile[]> => (await db.pictureFiles.bulkGet([...hashes])).filter((file) => file !== undefined);

export async function keepThumbnail({ db, now }: Store, articleId: ArticleId, blob: Blob): Promise<void> {
  await db.thumbnails.put({ articleId, blob, updatedAt: now() });
}
