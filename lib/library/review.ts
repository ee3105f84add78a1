import type { Highlight, Review } from '../article/highlight.ts';
import type { Timestamp } from '../article/ids.ts';

const REVIEW_SIZE = 5;
const DAY = 24 * 60 * 60 * 1000;
/** A mark comes up for the first time after a week: before that it is not forgotten. */
const FIRST_REST = 7 * DAY;
const MONTH = 30 * DAY;

/** What the reader says of a mark that comes up: soon again, later, or not again. */
export type ReviewAnswer = 'soon' | 'later' | 'enough';

/**
 * Marks to look at again, at most five: first those whose time has come, longest overdue first; then those never looked
 * at, of the last month before older ones.
 */
export function chooseForReview(marks: readonly Highlight[], now: Timestamp): readonly Highlight[] {
  const due = marks
    .filter(({ review }) => review?.dueAt !== undefined && review.dueAt <= now)
    .sort((a, b) => (a.review?.dueAt ?? 0) - (b.review?.dueAt ?? 0));
  const fresh = marks
    .filter(({ review, createdAt }) => review === undefined && createdAt <= now - FIRST_REST)
    .sort((a, b) => b.createdAt - a.createdAt);
  return [...due, ...fresh].slice(0, REVIEW_SIZE);
}

/** Soon is in a week; later is in a month, and each further time twice as long as the rest before. */
export function answerReview(former: Review | undefined, answer: ReviewAnswer, now: Timestamp): Review {
  if (answer === 'enough') return { seenAt: now };
  if (answer === 'soon') return { seenAt: now, dueAt: now + FIRST_REST };
  const rest = former?.dueAt === undefined ? 0 : former.dueAt - former.seenAt;
  return { seenAt: now, dueAt: now + Math.max(MONTH, 2 * rest) };
}
