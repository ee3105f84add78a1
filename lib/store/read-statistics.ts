import type { ArticleId, ListId, Timestamp } from '../article/ids.ts';
import type { Store } from './database.ts';
import { rowsOf } from './rows-of.ts';

export interface Span {
  readonly from: Timestamp;
  /** Not included. */
  readonly to: Timestamp;
}

/** How many articles were saved, and how many finished, in each span. Counts of keys: no row is read. */
export function countKeptAndFinished(
  { db }: Store,
  spans: readonly Span[],
): Promise<readonly { readonly kept: number; readonly finished: number }[]> {
  const count = (index: 'savedAt' | 'finishedAt', { from, to }: Span) =>
    db.readings.where(index).between(from, to, true, false).count();
  return Promise.all(
    spans.map(async (span) => {
      const [kept, finished] = await Promise.all([count('savedAt', span), count('finishedAt', span)]);
      return { kept, finished };
    }),
  );
}

/** How many of the inbox were saved in each span, and when its oldest was. */
export async function countInbox(
  { db }: Store,
  spans: readonly Span[],
): Promise<{ readonly counts: readonly number[]; readonly oldest: Timestamp | undefined }> {
  const inbox = 'shelves.inbox';
  const [counts, first] = await Promise.all([
    Promise.all(spans.map(({ from, to }) => db.readings.where(inbox).between(from, to, true, false).count())),
    db.readings.orderBy(inbox).first(),
  ]);
  return { counts, oldest: first?.savedAt };
}

/** What was read last of an article, and where it belongs. */
export interface LatelyRead {
  readonly articleId: ArticleId;
  readonly lastReadAt: Timestamp;
  /** 0 to 1. */
  readonly progress: number;
  readonly wordCount: number;
  readonly siteName: string;
  readonly listIds: readonly ListId[];
}

/** Articles that were read since a moment, the latest first, at most `limit`. */
export async function readLately({ db }: Store, since: Timestamp, limit: number): Promise<readonly LatelyRead[]> {
  const readings = await db.readings.where('lastReadAt').aboveOrEqual(since).reverse().limit(limit).toArray();
  const ids = readings.map(({ articleId }) => articleId);
  const [articles, entries] = await Promise.all([db.articles.bulkGet(ids), rowsOf(db.listEntries, 'articleId', ids)]);
  const listsOf = Map.groupBy(
    entries.filter(({ removedAt }) => removedAt === undefined),
    ({ articleId }) => articleId,
  );
  return readings.flatMap(({ articleId, lastReadAt, progress }, i): LatelyRead[] => {
    const article = articles[i];
    if (!article || lastReadAt === undefined) return [];
    const { wordCount, siteName } = article;
    const listIds = (listsOf.get(articleId) ?? []).map(({ listId }) => listId);
    return [{ articleId, lastReadAt, progress, wordCount, siteName, listIds }];
  });
}

/** Rows looked at of each kind to tell how large all are. Their keys are hashes, so the first ones are drawn by chance. */
const SAMPLE = 300;

export interface RoomTaken {
  /** Bytes, as far as a sample tells; exact where there are few. */
  readonly pictures: number;
  readonly texts: number;
  readonly index: number;
  readonly pictureCount: number;
  readonly textCount: number;
}

/** How much room pictures, texts and the search index take. Reads some rows of each, however many there are. */
export async function readRoomTaken({ db }: Store): Promise<RoomTaken> {
  const [textCount, texts, pictureCount, files, segments] = await Promise.all([
    db.bodies.count(),
    db.bodies.limit(SAMPLE).toArray(),
    db.pictureFiles.count(),
    db.pictureFiles.limit(SAMPLE).toArray(),
    db.indexSegments.toArray(),
  ]);
  return {
    textCount,
    pictureCount,
    texts: scaled(
      texts.map(({ byteLength }) => byteLength),
      textCount,
    ),
    pictures: scaled(
      files.map(({ blob }) => blob.size),
      pictureCount,
    ),
    index: segments.reduce((sum, { byteLength }) => sum + byteLength, 0),
  };
}

function scaled(sizes: readonly number[], count: number): number {
  const sum = sizes.reduce((total, size) => total + size, 0);
  return sizes.length === 0 ? 0 : Math.round((sum / sizes.length) * count);
}
