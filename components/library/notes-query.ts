import type { PassageFilter } from '../../lib/app/notebook.ts';
import type { ListId, Timestamp } from '../../lib/article/ids.ts';
import { COLOURS } from '../../lib/article/list.ts';

/** What the page of notes shows, and in which order. */
export interface NotesAsked {
  readonly filter: PassageFilter;
  readonly isByArticle: boolean;
}

export const DAY = 24 * 60 * 60 * 1000;
/** Longer ago than any note. */
const MOST_DAYS = 36_500;

/** The beginning of the day that was so many days ago. */
export const startOf = (now: Timestamp, days: number): Timestamp => Math.floor(now / DAY) * DAY - days * DAY;

/** What the address of the page asks for, so that reload and Back show the same. A span of days ends today. */
export function writeNotesQuery({ filter, isByArticle }: NotesAsked, now: Timestamp): string {
  const { typed, colour, listId, tagKey, site, since, until, isNoted } = filter;
  const days = since === undefined || until !== undefined ? 0 : (startOf(now, 0) - since) / DAY;
  const isSpan = Number.isInteger(days) && days > 0;
  const parts: Readonly<Record<string, string | number | false | undefined>> = {
    order: isByArticle && 'article',
    words: typed,
    noted: isNoted === true && 'yes',
    list: listId,
    tag: tagKey,
    site,
    colour,
    days: isSpan && days,
    from: isSpan ? undefined : since,
    to: until,
  };
  const set = Object.entries(parts).filter(([, value]) => value !== undefined && value !== false && value !== '');
  return new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString();
}

/** Reads what `writeNotesQuery` wrote. Anyone may have written it: what makes no sense is passed over. */
export function parseNotesQuery(query: string, now: Timestamp): NotesAsked {
  const parts = new URLSearchParams(query);
  const text = (name: string) => parts.get(name) || undefined;
  const number = (name: string) => {
    const value = Number(text(name));
    return Number.isSafeInteger(value) && value > 0 ? value : undefined;
  };
  const days = number('days');
  const filter: PassageFilter = {
    colour: COLOURS.find((known) => known === text('colour')),
    listId: text('list') as ListId | undefined,
    tagKey: text('tag'),
    site: text('site'),
    since: days === undefined ? number('from') : startOf(now, Math.min(days, MOST_DAYS)),
    until: number('to'),
    isNoted: parts.has('noted'),
    typed: text('words') ?? '',
  };
  return { filter, isByArticle: text('order') === 'article' };
}
