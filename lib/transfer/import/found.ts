import type { Timestamp } from '../../article/ids.ts';

/** What an imported record is, whatever format it came from. What a field's format can't say is left out. */
export interface FoundItem {
  readonly kind: 'item';
  /** As the source has it, decoded and trimmed. Always http or https. */
  readonly url: string;
  readonly title?: string;
  readonly addedAt?: Timestamp;
  readonly isArchived: boolean;
  readonly isFavourite: boolean;
  readonly tags: readonly string[];
  /** Folders from the outside in, one path for each list the article is in. */
  readonly lists: readonly (readonly string[])[];
  readonly notes: readonly string[];
  readonly highlights: readonly FoundHighlight[];
  readonly authors?: readonly string[];
  /** ISO 8601. */
  readonly publishedAt?: string;
  readonly language?: string;
  readonly excerpt?: string;
  readonly siteName?: string;
  /** How far it was read, 0 to 1. */
  readonly progress?: number;
  readonly text?: FoundText;
  /** A path in the file to what can't be imported as text, as a PDF. */
  readonly attachment?: string;
  readonly isToRead?: boolean;
}

export interface FoundHighlight {
  readonly quote: string;
  /** The words on each side, where the format has them. */
  readonly prefix?: string;
  readonly suffix?: string;
  readonly colour?: string;
  readonly note?: string;
  readonly tags?: readonly string[];
  readonly createdAt?: Timestamp;
}

/** `page`: a whole page as a browser saved it, from which the article is still to be taken. */
export interface FoundText {
  readonly kind: 'article' | 'page';
  readonly html: string;
}

export type RejectReason =
  | 'missing-url'
  | 'unsupported-scheme'
  | 'invalid-url'
  | 'malformed-row'
  | 'malformed-record'
  | 'feed-item'
  | 'no-url'
  | 'no-url-text-only'
  | 'no-url-asset'
  | 'unknown-format'
  | 'unreadable-file';

/** A record that can't be taken, where it stands, and why. */
export interface Rejection extends Place {
  readonly kind: 'rejected';
  readonly reason: RejectReason;
  /** What it says, shortened. */
  readonly text?: string;
  /** More to the reason, in words. */
  readonly detail?: string;
}

export interface Place {
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  /** From 0, or a path in the document. */
  readonly index?: number | string;
}

export type Found = FoundItem | Rejection;

/** A record before it is judged: the address may be anything, and the rest may be missing. */
export interface Draft extends Partial<Omit<FoundItem, 'kind' | 'url' | 'title' | 'addedAt'>> {
  readonly url: unknown;
  readonly title?: string | undefined;
  readonly addedAt?: Timestamp | undefined;
}
