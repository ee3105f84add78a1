import { describe, expect, it } from 'vitest';
import type { ArticleId } from './ids.ts';
import { type Reading, shelvesOf } from './reading.ts';

const NEW: Omit<Reading, 'shelves'> = { articleId: 'a' as ArticleId, savedAt: 1, progress: 0, updatedAt: 1 };

describe('shelvesOf', () => {
  it.each([
    ['a new article into the inbox', {}, { inbox: 1 }],
    ['an opened one into reading as well', { progress: 0.1, lastReadAt: 2 }, { inbox: 1, reading: 2 }],
    ['one opened but not scrolled into the inbox alone', { lastReadAt: 2 }, { inbox: 1 }],
    ['a finished one into the inbox alone', { progress: 1, lastReadAt: 2, finishedAt: 2 }, { inbox: 1 }],
    ['a favourite into both', { favouriteAt: 3 }, { inbox: 1, favourites: 3 }],
    ['an archived one out of inbox and reading', { progress: 0.1, lastReadAt: 2, archivedAt: 4 }, { archive: 4 }],
    ['an archived favourite into both', { favouriteAt: 3, archivedAt: 4 }, { favourites: 3, archive: 4 }],
    [
      'a trashed one into the trash, whatever else it is',
      { favouriteAt: 3, archivedAt: 4, trashedAt: 5 },
      { trash: 5 },
    ],
  ])('puts %s', (_, parts, shelves) => {
    expect(shelvesOf({ ...NEW, ...parts })).toEqual(shelves);
  });
});
