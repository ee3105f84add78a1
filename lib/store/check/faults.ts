import type { ArticleId } from '../../article/ids.ts';

/**
 * What can be wrong with a library, each with what is done about it:
 *
 * - `unreadable`: a row that the browser can't give. Nothing can be done from here; a vault has it.
 * - `no-article`: a row that hangs on an article that is not here. Put aside.
 * - `no-reading`: an article without its state. Given one, as newly saved.
 * - `no-text`, `no-body`, `broken-body`: a version whose text is gone or not what was kept. Put aside; the article shows its newest
 *   whole version, or becomes a link.
 * - `no-file`, `broken-file`: a picture that is said to be kept, and is not. Put aside, and fetched again.
 * - `stray-body`, `stray-file`, `stray-batch`: what nothing refers to. Put aside.
 * - `no-list`: an entry of a list that is not here. The list is made anew, under a name of its own.
 * - `stray-thumbnail`, `derived`, `index`: made from other rows. Made anew.
 */
export type FaultKind =
  | 'unreadable'
  | 'no-article'
  | 'no-reading'
  | 'no-text'
  | 'no-body'
  | 'broken-body'
  | 'no-file'
  | 'broken-file'
  | 'stray-body'
  | 'stray-file'
  | 'stray-batch'
  | 'no-list'
  | 'stray-thumbnail'
  | 'derived'
  | 'index';

/** One thing that is wrong, and where. */
export interface Fault {
  readonly kind: FaultKind;
  readonly table: string;
  /** The primary key of the row; absent for what concerns a whole table. */
  readonly key?: unknown;
  /** The article that it concerns, if it is known. */
  readonly articleId?: ArticleId;
}

/** What a full check found. */
export interface LibraryCheck {
  readonly articles: number;
  readonly texts: number;
  readonly pictures: number;
  readonly notes: number;
  readonly highlights: number;
  readonly lists: number;
  readonly faults: readonly Fault[];
}
