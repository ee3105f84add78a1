import type { Article, Body, Version } from './article.ts';
import type { ArticleId, Timestamp } from './ids.ts';
import type { ListEntry, Tagging } from './list.ts';
import type { Note } from './note.ts';
import type { Picture } from './picture.ts';
import type { Reading } from './reading.ts';

/** An article with all that hangs on it, as the database has it. What one line of a vault holds. */
export interface ArticleRecord {
  readonly article: Article;
  readonly reading: Reading;
  readonly versions: readonly Version[];
  readonly bodies: readonly Body[];
  readonly entries: readonly ListEntry[];
  readonly taggings: readonly Tagging[];
  readonly note?: Note;
  readonly pictures: readonly Picture[];
  /** Rows of every other table that hangs on articles, by the table's name: what is added later is never left out. */
  readonly more?: Readonly<Record<string, readonly HangingRow[]>>;
  /** Its bytes lie beside the record. */
  readonly thumbnail?: { readonly updatedAt: Timestamp; readonly type: string };
}

/** What all rows have that hang on an article. */
export interface HangingRow {
  readonly articleId: ArticleId;
  readonly updatedAt: Timestamp;
}

/** The first thing in a vault. */
export interface VaultHead {
  readonly format: 'lectern-vault';
  /** Of the layout of the zip. */
  readonly version: 1;
  /** Of the database that the rows are from. */
  readonly schema: number;
  readonly articles: number;
  readonly lists: number;
  /** The latest change of anything in it. The same library gives the same vault, so the time of writing is not told. */
  readonly changedAt: Timestamp;
}
