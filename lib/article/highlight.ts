import type { ArticleId, ContentHash, HighlightId, Timestamp } from './ids.ts';
import type { Colour } from './list.ts';

/** W3C TextQuoteSelector: the marked words, and up to 64 characters on each side of them. */
export interface TextQuote {
  /** Never empty but for a picture without a description. White space as the reader sees it, `\n` between blocks. */
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** W3C TextPositionSelector: UTF-16 units in the text as `readArticleText` gives it, `end` not included. */
export interface TextPosition {
  readonly start: number;
  readonly end: number;
}

/** What says where a mark stands, so that it is found again in another text. */
export interface HighlightPlace {
  readonly quote: TextQuote;
  /** Absent for marks of another service, which knows no positions. */
  readonly position?: TextPosition;
  /** The body the mark was made on; absent as above. */
  readonly bodyHash?: ContentHash;
  /** Set for a mark on a picture: its address in the text. `quote.exact` is then its description. */
  readonly pictureUrl?: string;
}

/** What the reader decided when a mark came up again. */
export interface Review {
  readonly seenAt: Timestamp;
  /** When it may come up again; absent once it was let go. */
  readonly dueAt?: Timestamp;
}

/** A marked passage of an article, perhaps with a note. Many may overlap. Deleting sets `deletedAt`; the row stays. */
export interface Highlight extends HighlightPlace {
  readonly id: HighlightId;
  readonly articleId: ArticleId;
  readonly colour: Colour;
  /** Markdown as typed; empty for none. `#words` in it are tags, `[[Title|article/id]]` and `[[words|mark/id]]` are links. */
  readonly note: string;
  /** When the note was typed, as it stands; absent while there was none. */
  readonly notedAt?: Timestamp;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly deletedAt?: Timestamp;
  readonly review?: Review;
  /** Equal to `createdAt` while the mark counts (not deleted, article not in the trash), absent otherwise: a sparse index. */
  readonly shownAt?: Timestamp;
  /** Folded tags of the note; derived. */
  readonly tagKeys: readonly string[];
  /** What the note links to, as `article/id` or `mark/id`; derived. */
  readonly links: readonly string[];
}
