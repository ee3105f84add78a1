import type { Found } from './found.ts';

/** A file as its name and bytes came, wherever from. */
export interface SourceFile {
  /** Path below what was dropped, with `/`. For messages and to tell parts apart; never a place to write to. */
  readonly path: string;
  readonly size: number;
  readonly isFromZip: boolean;
  readonly read: () => Promise<SourceBytes>;
}

export type SourceBytes =
  | { readonly status: 'read'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly status: 'refused'; readonly why: string };

/** What an importer sees of a file to say whether it is one of its own: content, and the name as a last resort. */
export interface Content {
  readonly path: string;
  readonly isFromZip: boolean;
  readonly text: string;
  /** The parsed document, if the text is JSON. */
  readonly json?: unknown;
  /** Column names in lower case, if the text is a table. */
  readonly columns?: readonly string[];
}

export interface Companions {
  /** Text of another file of the same drop, found by the end of its path. */
  readonly textOf: (pathEnd: string) => Promise<string | undefined>;
  readonly paths: readonly string[];
}

export interface Importer {
  /** As a reader knows it: "Pocket". */
  readonly name: string;
  /** What files of this kind can't hold, as the end of a sentence: "highlights and texts". Absent if nothing is missing. */
  readonly lacks?: string;
  /** The exact format, or nothing if the file is of another kind. */
  readonly recognise: (content: Content) => string | undefined;
  /** Files that belong to a recognised one, and are read with it. */
  readonly companions?: RegExp;
  /** All recognised files of one drop at once. Every record comes out, as an item or as a rejection. */
  readonly read: (contents: readonly Content[], companions: Companions) => Iterable<Found> | AsyncIterable<Found>;
}

/** The part of a place that names the file, where more than one was given. */
export const fileOf = (content: Content, contents: readonly Content[]): { readonly file?: string } =>
  contents.length > 1 || content.isFromZip ? { file: content.path } : {};
