import type { Article, Direction } from './article.ts';
import type { TextQuote } from './highlight.ts';
import type { UntrustedHtml } from './html.ts';
import type { ArticleId, ContentHash, HighlightId, ListId, Timestamp, VersionId } from './ids.ts';
import type { Colour, ListEntry, Tagging } from './list.ts';
import type { Note } from './note.ts';
import type { Reading } from './reading.ts';

/**
 * `staging` until every batch is written; `undoing` takes batches back, the last first. A job that was `staging` when
 * its page went away never began.
 */
export type ImportStatus = 'staging' | 'running' | 'paused' | 'done' | 'undoing' | 'undone';

/** One import, from the click to its undo. */
export interface ImportJob {
  readonly id: string;
  /** As in "Pocket". */
  readonly name: string;
  readonly status: ImportStatus;
  readonly options: ImportOptions;
  /** Addresses in all. */
  readonly total: number;
  readonly added: number;
  /** Were here already, and got what was new. */
  readonly joined: number;
  readonly skipped: number;
  /** While undoing and after: articles that stay, because the reader has changed them since. */
  readonly kept: number;
  /** Why it stopped by itself, in the browser's words; it is paused then. */
  readonly problem?: string;
  /** The title being worked on. */
  readonly at?: string;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
}

export interface ImportOptions {
  /** The import's own lists, one list for all, or none. */
  readonly lists: 'keep' | 'none' | { readonly name: string };
  /** Put on every article besides its own. */
  readonly tags: readonly string[];
  readonly here: 'join' | 'skip';
}

/** The name of a list, or those of one that stands inside of another: lists nest one level deep. */
export type ListPath = string | readonly [outer: string, inner: string];

/** A record ready to be written: hashed and counted, so that its transaction waits for nothing but the database. */
export interface PreparedItem {
  readonly url: string;
  readonly urlKey: string;
  readonly uncutUrl?: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly siteName: string;
  readonly excerpt: string;
  readonly publishedAt?: string;
  readonly language?: string;
  readonly direction: Direction;
  /** Absent where the format had no date: the time of the import. */
  readonly savedAt?: Timestamp;
  readonly isArchived: boolean;
  readonly isFavourite: boolean;
  /** 0 to 1. */
  readonly progress: number;
  /** With the folded form of each. */
  readonly tags: readonly { readonly tagKey: string; readonly label: string }[];
  readonly lists: readonly ListPath[];
  readonly note: string;
  /** Absent for none, as in imports that were staged before there were marks. */
  readonly marks?: readonly PreparedMark[];
  readonly text?: PreparedText;
}

/** A highlight of another service: its words are all that tells where it stands. */
export interface PreparedMark {
  readonly quote: TextQuote;
  readonly colour: Colour;
  /** With the service's tags on it as `#words`; empty for none. */
  readonly note: string;
  /** Absent where the format had no date: the time of the import. */
  readonly createdAt?: Timestamp;
}

export interface PreparedText {
  readonly hash: ContentHash;
  readonly html: UntrustedHtml;
  readonly byteLength: number;
  readonly wordCount: number;
  readonly pictures: readonly { readonly url: string; readonly alt: string }[];
}

/** A part of an import, written in one transaction. Its items give way to the journal of what they did. */
export interface ImportBatch {
  readonly importId: string;
  /** From 0. */
  readonly seq: number;
  readonly state: 'waiting' | 'applied';
  readonly items?: readonly PreparedItem[];
  readonly journal?: ImportJournal;
}

/** What a batch did, so that it can be taken back to the letter. */
export interface ImportJournal {
  /** The `updatedAt` of everything it wrote: what has another by now was changed since. */
  readonly at: Timestamp;
  readonly created: readonly ArticleId[];
  readonly lists: readonly ListId[];
  readonly joined: readonly JoinedArticle[];
}

export interface JoinedArticle {
  readonly articleId: ArticleId;
  /** As they were before. */
  readonly article: Article;
  readonly reading: Reading;
  /** Whether the note was written to; `note` is what stood there before, if anything did. */
  readonly hasNewNote: boolean;
  readonly note?: Note;
  readonly tagKeys: readonly string[];
  readonly listIds: readonly ListId[];
  /** Rows marked as removed whose places these tags and lists took. Absent in older journals, and where there are none. */
  readonly removed?: readonly (Tagging | ListEntry)[];
  readonly versionId?: VersionId;
  /** Absent in journals from before there were marks. */
  readonly markIds?: readonly HighlightId[];
}
