import type { ArticleId } from '../article/ids.ts';
import { type DraftBox, openDraftBox, type Typed } from './drafts.ts';

/** A tag on its way to an article; its text is the label as it was typed. */
export interface TypedTag extends Typed {
  readonly articleId: ArticleId;
  readonly tagKey: string;
}

/**
 * Tags set down beside the database as notes are: a popup is told that its field loses the focus, and is gone before a transaction
 * is over (Chromium 156: none of ten tags typed last came into the database).
 */
export type TagDrafts = DraftBox<string, TypedTag>;

export const openTagDrafts = (storage: Storage): TagDrafts =>
  openDraftBox<string, TypedTag>(storage, 'tag-draft:', draftIdOf);

export const draftIdOf = ({ articleId, tagKey }: Pick<TypedTag, 'articleId' | 'tagKey'>): string =>
  `${articleId}/${tagKey}`;
