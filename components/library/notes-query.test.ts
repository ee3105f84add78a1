import { describe, expect, it } from 'vitest';
import type { PassageFilter } from '../../lib/app/notebook.ts';
import type { ListId } from '../../lib/article/ids.ts';
import { DAY, parseNotesQuery, startOf, writeNotesQuery } from './notes-query.ts';

const NOW = Date.UTC(2026, 10, 28, 9);
const written = (filter: PassageFilter, isByArticle = false) => writeNotesQuery({ filter, isByArticle }, NOW);

describe('what the notes page is asked for', () => {
  it.each<[string, PassageFilter, boolean?]>([
    ['', {}],
    ['order=article', {}, true],
    ['words=c%23+%26+%2F+', { typed: 'c# & / ' }],
    ['list=l-1&tag=open+source&site=A%2FB', { listId: 'l-1' as ListId, tagKey: 'open source', site: 'A/B' }],
    ['noted=yes&colour=green', { isNoted: true, colour: 'green' }],
    ['days=7', { since: startOf(NOW, 7) }],
    [`from=${NOW - 5}&to=${NOW}`, { since: NOW - 5, until: NOW }],
  ])('stands in the address as %j', (query, filter, isByArticle = false) => {
    expect(written(filter, isByArticle)).toBe(query);
    const read = parseNotesQuery(query, NOW);
    expect(read).toMatchObject({ filter, isByArticle });
    expect(writeNotesQuery(read, NOW)).toBe(query);
  });

  it('counts a span of days to the day on which it is read', () => {
    expect(parseNotesQuery(written({ since: startOf(NOW, 7) }), NOW + DAY).filter.since).toBe(startOf(NOW, 6));
  });

  it('passes over what makes no sense', () => {
    const { filter, isByArticle } = parseNotesQuery('colour=plaid&from=-1&to=x&days=0.5&order=%&tag=', NOW);
    expect(writeNotesQuery({ filter, isByArticle }, NOW)).toBe('');
  });
});
