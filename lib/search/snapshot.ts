import type { ArticleId } from '../article/ids.ts';
import type { Documents } from './merge-segments.ts';

/** A segment as a query reads it. What is read again within one session comes from memory. */
export interface SegmentView {
  /** The first terms of its blocks, in order. */
  readonly firstTerms: readonly string[];
  readonly readBlocks: (first: number, end: number) => Promise<readonly Uint8Array[]>;
  readonly readPositions: (block: number) => Promise<Uint8Array>;
  readonly readDictionaries: (first: number, end: number) => Promise<readonly Uint8Array[]>;
  /** The set of a short prefix, if the segment has one for it. */
  readonly readPrefix: (prefix: string) => Promise<Uint8Array | undefined>;
  /** Its place among the segments, the oldest first, from 0. */
  readonly place: number;
}

/** The documents of a segment, and which of them still hold. */
export interface SegmentDocuments extends Documents {
  readonly place: number;
  /** By key: the place of the last segment that has that part of that article. */
  readonly owners: Uint16Array;
}

/** Whether a document is the latest word on its part of its article. */
export const isLatest = ({ keys, owners, place }: SegmentDocuments, document: number): boolean =>
  (owners[keys[document] as number] as number) <= place;

/** Its documents among those of all segments. */
export function documentsOf({ place }: SegmentView, all: readonly SegmentDocuments[]): SegmentDocuments {
  const documents = all[place];
  if (!documents) throw new Error(`No documents of segment ${place}`);
  return documents;
}

/** Bits of an article's state. */
export const STATE = {
  trashed: 1,
  archived: 2,
  favourite: 4,
  finished: 8,
  begun: 16,
  /** Erased for good: its number stands for nothing any more. */
  gone: 32,
} as const;

/** What an article is, by its number: sizes and dates by which one filters and sorts. */
export interface ArticleColumns {
  /** Seconds since the epoch. */
  readonly savedAt: Uint32Array;
  /** Days since the epoch; 0 where the page gave none. */
  readonly publishedOn: Uint32Array;
  readonly wordCounts: Uint32Array;
  readonly languages: Uint8Array;
  /** Bits of `CONTENT`. */
  readonly contents: Uint8Array;
}

export const CONTENT = { text: 1, picture: 2, code: 4 } as const;

/** The whole index at one moment. Articles are numbered from 1. */
export interface IndexSnapshot {
  readonly segments: readonly SegmentView[];
  /** The documents of all segments, in their order. To be asked for after the blocks, which can be read meanwhile. */
  readonly readDocuments: () => Promise<readonly SegmentDocuments[]>;
  /** One more than the highest number of an article. */
  readonly articleCount: number;
  /** Bits of `STATE` by article number; `gone` for 0, which is no article's. */
  readonly states: Uint8Array;
  /** Languages that any document has, as bits of their numbers: the endings of others need not be thought of. */
  readonly languages: number;
  /** Lets the endings of these languages be known. To be awaited before words are matched. */
  readonly readStemmers: () => Promise<void>;
  readonly readColumns: () => Promise<ArticleColumns>;
  /** Minutes left to read of articles that were begun, by number. */
  readonly readProgress: (numbers: readonly number[]) => Promise<ReadonlyMap<number, number>>;
  /** The articles of these numbers, in their order; nothing for a number that stands for none any more. */
  readonly readArticleIds: (numbers: readonly number[]) => Promise<readonly (ArticleId | undefined)[]>;
  /** The number of an article; nothing of one that the index does not know. */
  readonly readNumber: (articleId: ArticleId) => Promise<number | undefined>;
  /** Words a minute of this reader; the usual ones if absent. */
  readonly pace?: number | undefined;
}
