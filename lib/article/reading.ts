import type { ArticleId, Timestamp } from './ids.ts';

/** A place in the text that survives another font, width or window: never pixels. */
export interface ReadingPosition {
  /** First 64 characters of the block at the top of the window, white space collapsed. */
  readonly anchorText: string;
  /** Which of the blocks with that text, from 0. */
  readonly anchorOccurrence: number;
  /** Share of the text above the top of the window, 0 to 1. The fallback if the anchor is gone. */
  readonly fraction: number;
}

/** The views an article can stand in. One article may stand in several. */
export type Shelf = 'inbox' | 'reading' | 'favourites' | 'archive' | 'trash';

/** What the reader did to an article; kept beside the text, so scrolling never rewrites text. */
export interface Reading {
  readonly articleId: ArticleId;
  readonly savedAt: Timestamp;
  /** Furthest share of the text seen, 0 to 1. */
  readonly progress: number;
  readonly position?: ReadingPosition;
  readonly lastReadAt?: Timestamp;
  /** Set when progress first reaches `FINISHED_AT`. */
  readonly finishedAt?: Timestamp;
  readonly favouriteAt?: Timestamp;
  readonly archivedAt?: Timestamp;
  readonly trashedAt?: Timestamp;
  /** When the reader last kept it in a weekly review. */
  readonly reviewedAt?: Timestamp;
  /**
   * Derived by `shelvesOf` at each write: the sort key of every shelf the article stands on, and no key for the
   * others, so each shelf is a sparse index of its own.
   */
  readonly shelves: Shelves;
  readonly updatedAt: Timestamp;
}

export type Shelves = { readonly [shelf in Shelf]?: Timestamp };

/** Share of the text after which an article counts as read. */
export const FINISHED_AT = 0.9;

/** Milliseconds an article lies in the trash before it is erased: 30 days. */
export const TRASH_MS = 30 * 24 * 60 * 60 * 1000;

/** Which shelves an article stands on, each with its sort key: when it came there. */
export function shelvesOf(reading: Omit<Reading, 'shelves'>): Shelves {
  if (reading.trashedAt !== undefined) return { trash: reading.trashedAt };
  const favourite = reading.favouriteAt === undefined ? {} : { favourites: reading.favouriteAt };
  if (reading.archivedAt !== undefined) return { ...favourite, archive: reading.archivedAt };
  const isUnderWay = reading.progress > 0 && reading.finishedAt === undefined && reading.lastReadAt !== undefined;
  return {
    ...favourite,
    inbox: reading.savedAt,
    ...(isUnderWay && reading.lastReadAt !== undefined ? { reading: reading.lastReadAt } : {}),
  };
}
