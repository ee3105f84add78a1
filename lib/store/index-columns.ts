import type { ArticleId } from '../article/ids.ts';
import type { LecternDatabase } from './database.ts';
import { readRoot } from './index-root.ts';
import type { IndexedPart } from './index-tables.ts';

/** The columns of all articles, with what parts that are not merged yet say of theirs. */
export async function readColumns(
  db: LecternDatabase,
  articleCount: number,
  parts: readonly IndexedPart[],
  numberOf: (id: ArticleId) => number,
) {
  const stored = await readRoot(db, 'columns');
  const columns = {
    savedAt: new Uint32Array(articleCount),
    publishedOn: new Uint32Array(articleCount),
    wordCounts: new Uint32Array(articleCount),
    languages: new Uint8Array(articleCount),
    contents: new Uint8Array(articleCount),
  };
  if (stored) {
    for (const name of ['savedAt', 'publishedOn', 'wordCounts', 'languages', 'contents'] as const) {
      columns[name].set(stored[name].subarray(0, articleCount));
    }
  }
  for (const part of parts) writeColumns(columns, numberOf(part.articleId), part);
  return columns;
}

interface Columns {
  readonly savedAt: Uint32Array;
  readonly publishedOn: Uint32Array;
  readonly wordCounts: Uint32Array;
  readonly languages: Uint8Array;
  readonly contents: Uint8Array;
}

export function writeColumns(columns: Columns, number: number, { columns: given, language }: IndexedPart): void {
  if (!given) return;
  columns.savedAt[number] = given.savedAt;
  columns.publishedOn[number] = given.publishedOn;
  columns.wordCounts[number] = given.wordCount;
  columns.contents[number] = given.contents;
  columns.languages[number] = language;
}
