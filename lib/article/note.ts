import type { ArticleId, NoteId, Timestamp } from './ids.ts';

/** A note on an article as a whole. Empty text is a note the reader cleared; the row stays. */
export interface Note {
  readonly id: NoteId;
  readonly articleId: ArticleId;
  /** Plain text as typed, line breaks kept. */
  readonly text: string;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  /** Equal to `updatedAt` while the text is not blank and the article not in the trash, absent otherwise: a sparse index. */
  readonly shownAt?: Timestamp;
}
