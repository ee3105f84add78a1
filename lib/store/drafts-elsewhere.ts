import type { HighlightId, ListId } from '../article/ids.ts';
import { type DraftBox, openDraftBox, type Typed } from './drafts.ts';

// Notes on other things than articles. Apart, as the popup has none of them.

/** The note of a mark as it was typed last. */
export interface MarkNote extends Typed {
  readonly highlightId: HighlightId;
}

/** The note on a list as it was typed last. */
export interface ListNote extends Typed {
  readonly listId: ListId;
}

export type MarkDrafts = DraftBox<HighlightId, MarkNote>;
export type ListDrafts = DraftBox<ListId, ListNote>;

export const openMarkDrafts = (storage: Storage): MarkDrafts =>
  openDraftBox(storage, 'mark-draft:', ({ highlightId }) => highlightId);

export const openListDrafts = (storage: Storage): ListDrafts =>
  openDraftBox(storage, 'list-draft:', ({ listId }) => listId);
