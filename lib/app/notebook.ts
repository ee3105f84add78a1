import type { Highlight } from '../article/highlight.ts';
import type { ListId, Timestamp } from '../article/ids.ts';
import type { Colour } from '../article/list.ts';
import { noteOf, type Passage } from '../article/passage.ts';
import { answerReview, type ReviewAnswer } from '../library/review.ts';
import { foldText } from '../search/fold-text.ts';
import type { Store } from '../store/database.ts';
import { changeHighlight } from '../store/highlights.ts';
import { type Live, live } from '../store/live.ts';
import { readPassages } from '../store/read-passages.ts';
import { type Done, reachOf } from './undo.ts';

/** What a passage must be to be shown; all that is set holds at once. */
export interface PassageFilter {
  /** Words that stand in the passage, its note, or the title, in any order; folded as the search folds. */
  readonly typed?: string;
  readonly colour?: Colour | undefined;
  readonly listId?: ListId | undefined;
  readonly tagKey?: string | undefined;
  readonly site?: string | undefined;
  /** From this moment on, and before that one. */
  readonly since?: Timestamp | undefined;
  readonly until?: Timestamp | undefined;
  /** Only those with words of the reader's own. */
  readonly isNoted?: boolean;
}

/** All marks and notes of the library, live; and those of them that are asked for. */
export function createNotebook(store: Store) {
  return {
    passages: (limit: number): Live<readonly Passage[]> => live(() => readPassages(store, limit)),
    filter: filterPassages,
    /** Notes when a mark that came up shall come up next, if at all. */
    async review(mark: Highlight, answer: ReviewAnswer): Promise<Done> {
      await changeHighlight(store, mark.id, { review: answerReview(mark.review, answer, store.now()) });
      const undo = () => changeHighlight(store, mark.id, { review: mark.review }).then(() => undefined);
      return { label: REVIEWED[answer], undo, reach: reachOf(store, [mark.articleId]) };
    },
  };
}

const REVIEWED: Readonly<Record<ReviewAnswer, string>> = {
  soon: 'Comes up again in a week',
  later: 'Comes up again later',
  enough: 'Will not come up again',
};

export function filterPassages(passages: readonly Passage[], filter: PassageFilter): readonly Passage[] {
  const { colour, listId, tagKey, site, since, until, isNoted = false } = filter;
  const words = foldText(filter.typed ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  return passages.filter(
    (passage) =>
      (colour === undefined || passage.mark?.colour === colour) &&
      (listId === undefined || passage.listIds.includes(listId)) &&
      (tagKey === undefined || passage.tags.some((tag) => tag.tagKey === tagKey)) &&
      (site === undefined || passage.article.siteName === site) &&
      (since === undefined || passage.at >= since) &&
      (until === undefined || passage.at < until) &&
      (!isNoted || noteOf(passage).trim() !== '') &&
      (words.length === 0 || hasAll(passage, words)),
  );
}

function hasAll(passage: Passage, words: readonly string[]): boolean {
  const { mark, article } = passage;
  const text = foldText(`${mark?.quote.exact ?? ''}\n${noteOf(passage)}\n${article.title}`);
  return words.every((word) => text.includes(word));
}
