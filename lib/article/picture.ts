import type { ArticleId, ContentHash, PictureId, Timestamp } from './ids.ts';

/** Raster types that are kept. SVG is a document, not a picture, and stays out. */
export type PictureType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif';

/**
 * Where a picture stands: `waiting` in the queue, `kept`, `blocked` until the reader grants the host permission,
 * `failed` for good (gone, no picture, too large).
 */
export type PictureState = 'waiting' | 'kept' | 'blocked' | 'failed';

/** One picture of one article, and its place in the persistent queue. */
export interface Picture {
  readonly id: PictureId;
  readonly articleId: ArticleId;
  /** Absolute address, the same text as the `src` in the body. Unique within the article. */
  readonly url: string;
  readonly alt: string;
  /** Order in the text, from 0. The lead picture comes first in the queue. */
  readonly position: number;
  readonly state: PictureState;
  /** What went wrong, for the detail pane; absent while waiting and once kept. */
  readonly reason?: PictureFailure;
  /** Set once kept. */
  readonly fileHash?: ContentHash;
  readonly byteLength?: number;
  readonly attempts: number;
  /** Present only while waiting: the queue's order, and the earliest time of the next attempt. */
  readonly queuedFor?: Timestamp;
  readonly updatedAt: Timestamp;
}

export type PictureFailure =
  | 'unreachable'
  | 'not-found'
  | 'not-a-picture'
  | 'too-large'
  | 'private-host'
  | 'over-article-limit'
  /** Let go by the reader, for its room. */
  | 'freed';

/** The bytes of a picture, shared by every article that shows it. */
export interface PictureFile {
  readonly hash: ContentHash;
  readonly blob: Blob;
  readonly type: PictureType;
  readonly width: number;
  readonly height: number;
}

/** A small cover-cropped copy of the lead picture, for rows. */
export interface Thumbnail {
  readonly articleId: ArticleId;
  readonly blob: Blob;
  readonly updatedAt: Timestamp;
}
