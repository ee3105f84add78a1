import { describe, expect, it } from 'vitest';
import type { Highlight, Review } from '../article/highlight.ts';
import { answerReview, chooseForReview } from './review.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2030, 5, 1);

const aMark = (name: string, daysAgo: number, review?: Review): Highlight => ({
  id: name as Highlight['id'],
  articleId: 'a' as Highlight['articleId'],
  quote: { exact: name, prefix: '', suffix: '' },
  colour: 'amber',
  note: '',
  createdAt: NOW - daysAgo * DAY,
  updatedAt: NOW - daysAgo * DAY,
  tagKeys: [],
  links: [],
  ...(review && { review }),
});

describe('chooseForReview', () => {
  it('takes what is due, then what was never seen, five at most, and nothing of this week', () => {
    const marks = [
      aMark('this week', 3),
      aMark('old', 200),
      aMark('last month', 20),
      aMark('due', 60, { seenAt: NOW - 40 * DAY, dueAt: NOW - DAY }),
      aMark('longer due', 60, { seenAt: NOW - 40 * DAY, dueAt: NOW - 9 * DAY }),
      aMark('not yet', 60, { seenAt: NOW - DAY, dueAt: NOW + 6 * DAY }),
      aMark('let go', 60, { seenAt: NOW - 40 * DAY }),
    ];
    const chosen = chooseForReview(marks, NOW).map(({ id }) => id);
    expect(chosen).toEqual(['longer due', 'due', 'last month', 'old']);
    expect(
      chooseForReview(
        Array.from({ length: 9 }, (_, i) => aMark(String(i), 30)),
        NOW,
      ),
    ).toHaveLength(5);
  });
});

describe('answerReview', () => {
  it('rests a week, then a month, then twice as long each time, or for ever', () => {
    expect(answerReview(undefined, 'soon', NOW).dueAt).toBe(NOW + 7 * DAY);
    const month = answerReview(undefined, 'later', NOW);
    expect(month.dueAt).toBe(NOW + 30 * DAY);
    expect(answerReview(month, 'later', NOW + 31 * DAY).dueAt).toBe(NOW + 91 * DAY);
    expect(answerReview(month, 'enough', NOW)).toEqual({ seenAt: NOW });
  });
});
