import { describe, expect, it } from 'vitest';
import type { ListId } from '../article/ids.ts';
import { keyTerm } from './index-part.ts';
import { parseDates } from './parse-dates.ts';
import { parseQuery } from './parse-query.ts';
import type { Query } from './query.ts';

const NOW = new Date(2030, 5, 15, 12).getTime();
const lists = [{ id: 'list-1' as ListId, name: 'AI industry' }];

/** A query in short: `word*` goes on, `"a b"` is a phrase, `-` leaves out. */
function short(query: Query): string {
  switch (query.kind) {
    case 'all':
      return query.of.map(short).join(' ');
    case 'any':
      return `(${query.of.map(short).join('|')})`;
    case 'not':
      return `-${short(query.of)}`;
    case 'word':
      return `${query.where === 'anywhere' ? '' : `${query.where}/`}${query.term}${query.isPrefix ? '*' : ''}`;
    case 'phrase':
      return `"${query.slots.map(({ term, offset, isPrefix }) => `${term}@${offset}${isPrefix ? '*' : ''}`).join(' ')}"`;
    case 'key':
      return `[${query.term.slice(1)}]`;
    case 'state':
      return `is/${query.state}`;
    case 'having':
      return `has/${query.having}`;
    case 'minutes':
      return `${query.of} ${query.least}-${query.most}`;
    case 'near':
      return `near/${query.within}(${query.terms.join(' ')})`;
    case 'language':
      return `lang/${query.language}`;
    case 'dates':
      return query.of;
  }
}

const parse = (typed: string) => parseQuery(typed, { lists, now: NOW });

describe('parseQuery', () => {
  it.each([
    ['quiet roo', 'quiet roo*'],
    ['quiet room ', 'quiet room'],
    ['"the quiet room"', '"the@0 quiet@1 room@2"'],
    ['"the quiet ro', '"the@0 quiet@1 ro@2*"'],
    ['"node.js now"', '"node.js@0 now@2"'],
    ['tide -moon ', 'tide -moon'],
    ['a tide OR moon ', 'a (tide|moon)'],
    ['OR', 'or*'],
    ['well-known ', 'well known'],
    ['東京都', '"東京@0 京都@1"'],
    ['list:"AI industry" chip ', `[${keyTerm('list', 'list-1').slice(1)}] chip`],
    ['list:ai ', `[${keyTerm('list', 'list-1').slice(1)}]`],
    ['tag:"Open Web" ', '[tag:open web]'],
    ['site:daily.example ', '[host:daily.example]'],
    ['site:daily author:ada ', 'site/daily author/ada'],
    ['is:unread has:notes ', 'is/unread has/note'],
    ['min:<10 left:>5 ', 'all 0-9 left 6-1000000000'],
    ['colour:am ', '[colour:amber]'],
    ['near:5 tide moon ', 'tide moon near/5(tide moon)'],
    ['is:', ''],
    ['', ''],
  ])('reads %j', (typed, expected) => {
    expect(short(parse(typed).query)).toBe(expected);
  });

  it.each([
    ['wombat:deep ', 'unknown-operator', 'wombat deep'],
    ['größe:deep ', 'unknown-operator', 'grosse deep'],
    ['is:sleepy ', 'unknown-value', 'is sleepy'],
    ['list:Nowhere ', 'no-such-list', '()'],
    ['"open', 'open-quote', 'open*'],
  ])('takes %j for text where it must, and says so', (typed, kind, expected) => {
    const { query, hints } = parse(typed);
    expect(hints.map((hint) => hint.kind)).toEqual([kind]);
    expect(short(query)).toBe(expected);
  });

  it.each(['https://daily.example/a', '12:30', 'std::vector', 'is:unre', '“quoted: text”', '東京：大阪 '])(
    'has no hint for %j',
    (typed) => {
      expect(parse(typed).hints).toEqual([]);
    },
  );
});

describe('parseDates', () => {
  const day = (year: number, month: number, date: number) => Math.round(Date.UTC(year, month, date) / 86_400_000);
  it.each([
    ['2026', day(2026, 0, 1), day(2027, 0, 1)],
    ['2026-05', day(2026, 4, 1), day(2026, 5, 1)],
    ['2026-05-03', day(2026, 4, 3), day(2026, 4, 4)],
    ['today', day(2030, 5, 15), day(2030, 5, 16)],
    ['yesterday', day(2030, 5, 14), day(2030, 5, 15)],
    ['30d', day(2030, 4, 16), day(2030, 5, 16)],
  ])('reads %s', (text, from, to) => {
    expect(parseDates(text, NOW)).toEqual({ from, to });
  });

  it('knows no other words', () => {
    expect(parseDates('soon', NOW)).toBeUndefined();
  });
});
