import { describe, expect, it } from 'vitest';
import { reviewReason, type Waiting } from './ageing.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2030, 5, 1);

function waiting(days: number, parts: Partial<Waiting['reading']> & { readonly published?: number } = {}): Waiting {
  const { published, ...reading } = parts;
  const savedAt = NOW - days * DAY;
  const publishedAt = published === undefined ? {} : { publishedAt: new Date(savedAt - published * DAY).toISOString() };
  return {
    article: { savedAt, ...publishedAt },
    reading: { progress: 0, ...reading },
    isListed: false,
    hasNote: false,
  };
}

describe('the reason for a review', () => {
  it.each([
    [waiting(14, { published: 1 }), 'News, saved 2 weeks ago, not begun'],
    [waiting(45, { published: 7 }), 'News, saved 6 weeks ago, not begun'],
    [waiting(90), 'Saved 2 months ago, not begun'],
    [waiting(100, { published: 300 }), 'Saved 3 months ago, not begun'],
    [waiting(800), 'Saved 2 years ago, not begun'],
    [waiting(100, { reviewedAt: NOW - 60 * DAY }), 'Saved 3 months ago, not begun'],
  ])('of %j is %j', (given, reason) => {
    expect(reviewReason(given, NOW)).toBe(reason);
  });

  it.each([
    ['is young', waiting(13, { published: 1 })],
    ['is no news and not old', waiting(89, { published: 8 })],
    ['was begun', waiting(400, { progress: 0.01 })],
    ['is a favourite', waiting(400, { favouriteAt: 1 })],
    ['is archived', waiting(400, { archivedAt: 1 })],
    ['lies in the trash', waiting(400, { trashedAt: 1 })],
    ['was kept in a review', waiting(400, { reviewedAt: NOW - 59 * DAY })],
    ['is on a list', { ...waiting(400), isListed: true }],
    ['has a note', { ...waiting(400), hasNote: true }],
  ])('is none where it %s', (_, given) => {
    expect(reviewReason(given, NOW)).toBeUndefined();
  });
});
