import type { Article } from '../article/article.ts';
import type { Reading } from '../article/reading.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Saved within so many days of the day it appeared, a text is news. */
const FRESH_DAYS = 7;
/** Days until half of the wish to read it is gone, as we suppose: news, and everything else. */
const NEWS_HALF_LIFE = 14;
const OTHER_HALF_LIFE = 90;
/** What the reader kept in a review is not asked about again for so long. */
const KEPT_FOR = 60;

/** What speaks for a text that waits, whatever its age. */
export interface Waiting {
  readonly article: Pick<Article, 'publishedAt' | 'savedAt'>;
  readonly reading: Pick<Reading, 'progress' | 'favouriteAt' | 'archivedAt' | 'trashedAt' | 'reviewedAt'>;
  readonly isListed: boolean;
  readonly hasNote: boolean;
}

/**
 * Why a text of the inbox is worth asking about, in a few words: "News, saved 5 weeks ago". Absent for what is younger than
 * its half-life, was begun, marked or put on a list, or was kept in a review not long ago.
 */
export function reviewReason({ article, reading, isListed, hasNote }: Waiting, now: number): string | undefined {
  const { progress, favouriteAt, archivedAt, trashedAt, reviewedAt } = reading;
  if (progress > 0 || favouriteAt !== undefined || archivedAt !== undefined || trashedAt !== undefined)
    return undefined;
  if (isListed || hasNote) return undefined;
  if (reviewedAt !== undefined && now - reviewedAt < KEPT_FOR * DAY_MS) return undefined;
  const age = Math.floor((now - article.savedAt) / DAY_MS);
  const published = Date.parse(article.publishedAt ?? '');
  const isNews = !Number.isNaN(published) && Math.abs(article.savedAt - published) <= FRESH_DAYS * DAY_MS;
  if (age < (isNews ? NEWS_HALF_LIFE : OTHER_HALF_LIFE)) return undefined;
  return `${isNews ? 'News, saved' : 'Saved'} ${ago(age)} ago, not begun`;
}

function ago(days: number): string {
  if (days < 60) return `${Math.floor(days / 7)} weeks`;
  const months = Math.floor(days / 30.4);
  return months < 24 ? `${months} months` : `${Math.floor(days / 365)} years`;
}
