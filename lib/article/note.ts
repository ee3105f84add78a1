import type { ArticleId, Timestamp } from './ids.ts';

/** The reader's note on an article as a whole; one at most. Empty text is a note the reader cleared; the row stays. */
export interface Note {
  readonly articleId: ArticleId;
  /** Plain text as typed, line breaks kept. */
  readonly text: string;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  /** Equal to `updatedAt` while the text is not blank and the article not in the trash, absent otherwise: a sparse index. */
  readonly shownAt?: Timestamp;
}

/** What a view knows of the note it writes. */
export interface NoteTarget {
  readonly articleId: ArticleId;
  /** Absent while there is no note yet. */
  readonly createdAt?: Timestamp;
  readonly isTrashed?: boolean;
  /** The text that was changed into the one to write; what another window wrote since is merged. Absent: it is replaced. */
  readonly former?: string;
}
