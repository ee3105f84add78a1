import type { ArticleId, Timestamp } from '../article/ids.ts';
import type { Part } from '../search/index-part.ts';
import type { Documents } from '../search/merge-segments.ts';
import type { LecternDatabase } from './database.ts';

/** The number of an article in the search index. Numbers are given once, with a merge, and follow the order of saving. */
export interface IndexArticle {
  readonly number: number;
  readonly articleId: ArticleId;
  /** Set once the article was erased. The number is not given again. */
  readonly goneAt?: Timestamp;
}

/** One part of one article as it is now. It takes the place of all that was written of that part before. */
export interface IndexedPart {
  readonly articleId: ArticleId;
  readonly part: Part;
  /** See `language-numbers.ts`. */
  readonly language: number;
  readonly length: number;
  readonly block: Uint8Array<ArrayBuffer>;
  readonly positions: Uint8Array<ArrayBuffer>;
  /** With the text part only. */
  readonly columns?: IndexedColumns;
}

/** See `ArticleColumns`. */
export interface IndexedColumns {
  readonly savedAt: number;
  readonly publishedOn: number;
  readonly wordCount: number;
  readonly contents: number;
}

/** Bits of `STATE` that hold from now on for these articles. */
export interface IndexedState {
  readonly articleIds: readonly ArticleId[];
  readonly bits: number;
}

/** What one write changed, in the transaction of that write. Merged into a segment later, in the background. */
export interface IndexDelta extends IndexEntry {
  readonly seq: number;
}

export interface IndexEntry {
  readonly parts: readonly IndexedPart[];
  readonly states: readonly IndexedState[];
}

/** A merged part of the index. Never changed; replaced by a larger one. */
export interface IndexSegment {
  /** The revision that wrote it: never given twice, so that what is remembered of a segment stays true. */
  readonly id: number;
  /** The last delta in it. Where two segments know of one part of an article, the higher order is right. */
  readonly order: number;
  /** Languages of its documents, as bits of their numbers. */
  readonly languages: number;
  /** The first term of each block, one on a line. */
  readonly firstTerms: string;
  readonly byteLength: number;
}

/** Some of the documents of a segment, in the order of `number`. Apart from it, so that a query can ask for blocks before it has them. */
export interface IndexDocuments extends Omit<Documents, 'keys'> {
  readonly segmentId: number;
  readonly number: number;
  readonly keys: Uint32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;
}

export type BlockKind = 'terms' | 'positions' | 'dictionary';

export interface IndexBlock {
  readonly segmentId: number;
  readonly kind: BlockKind;
  readonly number: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface IndexPrefix {
  readonly segmentId: number;
  readonly prefix: string;
  readonly bits: Uint8Array<ArrayBuffer>;
}

/** What is known of the whole: in rows of their own, so that a query reads no more than it needs. */
export type IndexRoot =
  | {
      readonly name: 'revision';
      /** Grows with each change of the segments. */
      readonly revision: number;
      /** Deltas up to this one are in segments. */
      readonly merged: number;
    }
  | { readonly name: 'states'; readonly states: Uint8Array<ArrayBuffer> }
  | {
      readonly name: 'columns';
      readonly savedAt: Uint32Array<ArrayBuffer>;
      readonly publishedOn: Uint32Array<ArrayBuffer>;
      readonly wordCounts: Uint32Array<ArrayBuffer>;
      readonly languages: Uint8Array<ArrayBuffer>;
      readonly contents: Uint8Array<ArrayBuffer>;
    };

/** All that the index is made of, for a transaction that may touch any of it. Derived as a whole: dropped, it can be made anew. */
export const indexTables = (db: LecternDatabase) => [
  db.indexArticles,
  db.indexDeltas,
  db.indexSegments,
  db.indexDocuments,
  db.indexBlocks,
  db.indexPrefixes,
  db.indexRoot,
];
