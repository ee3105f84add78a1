import type { Cut, UnreadableReason } from '../article/capture.ts';
import type { ArticleId, VersionId } from '../article/ids.ts';

/** A tab as it was at the click: later work is bound to it, not to what is active by then. */
export interface TabAtClick {
  readonly tabId: number;
  readonly url: string;
  readonly title: string;
}

/** What a page of the extension may ask of the worker. */
export type WorkerRequest =
  | { readonly kind: 'save-page'; readonly tab: TabAtClick }
  | { readonly kind: 'update-text'; readonly tab: TabAtClick; readonly articleId: ArticleId }
  /** Keeps another part of a page, beside the text that is here or as the first; it is shown from then on. */
  | { readonly kind: 'take-way'; readonly tab: TabAtClick; readonly way: Way }
  | { readonly kind: 'keep-link'; readonly url: string; readonly title: string }
  /** Fetches again what was blocked on this article: its page is open once more, and with it the way to its pictures. */
  | { readonly kind: 'unblock-pictures'; readonly articleId: ArticleId }
  /** Fetches again all that is not kept of this article, because the reader asked for it. */
  | { readonly kind: 'retry-pictures'; readonly articleId: ArticleId }
  /** An import was started, paused, resumed or is to be undone: the database says which. */
  | { readonly kind: 'run-imports' }
  /** Many writes wait to be merged into the search index. */
  | { readonly kind: 'keep-index' }
  /** A document made a backup, or could not: it may be closed. */
  | { readonly kind: 'backup-ended' }
  /** Texts are to be fetched, or to be left: the database says which. */
  | { readonly kind: 'fetch-texts' };

/** The ways out where the best cut of a page is not what the reader wants. */
export type Way = Cut | 'selection';

/** Why nothing was kept, beyond what the page itself says. */
export type RefusalReason =
  | UnreadableReason
  | 'browser-page'
  | 'withheld'
  | 'store-page'
  | 'blocked'
  | 'file'
  | 'moved'
  | 'nothing-selected';

/** How a save ended. Only the four that carry an `articleId` mean that something is kept. */
export type SaveOutcome =
  | {
      readonly status: 'saved' | 'restored' | 'text-added' | 'already-saved' | 'updated' | 'unchanged';
      readonly articleId: ArticleId;
      /** Set on `updated`: the text shown before, for undo. */
      readonly formerVersionId?: VersionId;
    }
  | {
      /** The new text looks like less than the one kept, which stays the one shown. */
      readonly status: 'kept-aside';
      readonly articleId: ArticleId;
      readonly versionId: VersionId;
      readonly wordCount: number;
    }
  | { readonly status: 'refused'; readonly why: RefusalReason; readonly sentence: Sentence }
  | { readonly status: 'failed'; readonly sentence: Sentence };

/** What happened, and what is safe or to be done next: each one plain sentence or two. */
export interface Sentence {
  readonly what: string;
  readonly next: string;
}
