import type { Bytes } from '../zip-writer.ts';
import type { Tools } from './document.ts';
import type { ExportArticle } from './export-article.ts';

/** A file of an export. */
export interface ExportFile {
  readonly path: string;
  readonly content: string | Bytes;
  /** Pictures are packed already. */
  readonly isPacked?: boolean;
}

export interface Exporter {
  readonly id: string;
  /** As a reader knows it. */
  readonly name: string;
  /** What it is for, in one sentence. */
  readonly about: string;
  /** Of the one file, or of each file in a zip. */
  readonly extension: string;
  /** One file for all articles, or one for each: then they are put into a zip. */
  readonly files: 'one' | 'each';
  /** How its files are named where there is one for each article, unless the reader wants it otherwise; see `fillPattern`. */
  readonly fileNames?: string;
  /** What it can't hold, as the end of a sentence. */
  readonly lacks?: string;
  /** `title` names the whole. */
  readonly write: (articles: readonly ExportArticle[], title: string, tools: Tools) => Promise<readonly ExportFile[]>;
}
