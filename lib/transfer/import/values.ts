import { decodeHTML } from 'entities';
import type { Timestamp } from '../../article/ids.ts';
import { parseUrl } from '../../article/parse-url.ts';

/** Titles by which services say that they have none. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  'no title found', // wallabag, Readability
  'problem loading page', // Firefox's error page, as kept by Pocket
]);

/** The title as a line of plain text; `undefined` where it says nothing that the address doesn't. */
export function cleanTitle(text: string, url: string): string | undefined {
  const title = oneLine(text);
  if (title === '' || title === url || PLACEHOLDERS.has(title.toLowerCase())) return undefined;
  return parseUrl(title)?.href === parseUrl(url)?.href ? undefined : title;
}

// U+0000 and the like have no place in a line, and lone surrogates none in UTF-8.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f]/g;

const oneLine = (text: string): string => text.toWellFormed().replace(CONTROL, '').replace(/\s+/g, ' ').trim();

/** Many services write HTML entities into CSV and JSON. */
export const decodeEntities = (text: string): string => (text.includes('&') ? decodeHTML(text) : text);

/** Trimmed, without blanks; two spellings of one tag are one, the first. */
export function cleanTags(tags: readonly unknown[]): readonly string[] {
  const known = new Map<string, string>();
  for (const tag of tags) {
    const label = typeof tag === 'string' ? oneLine(tag) : '';
    const key = label.toLowerCase();
    if (label !== '' && !known.has(key)) known.set(key, label);
  }
  return [...known.values()];
}

/** Year 2200: what is beyond it is no date of a saved article. */
const LAST = Date.UTC(2200, 0, 1);

/** Seconds, milliseconds or microseconds since 1970, told apart by size; nothing for 0 and less. */
export function timeOfNumber(value: unknown): Timestamp | undefined {
  const number = typeof value === 'string' && /^\s*-?\d+(?:\.\d+)?\s*$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number) || number <= 0) return undefined;
  const milliseconds = Math.trunc(number >= 1e14 ? number / 1000 : number >= 1e11 ? number : number * 1000);
  return milliseconds > 0 && milliseconds < LAST ? milliseconds : undefined;
}

const DATE =
  /^\s*(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?\s*$/i;

/**
 * A date as services write it. Without a zone it is UTC. What `Date.parse` would make of other texts differs between
 * browsers, except for the form of `Date.toString()` and of mails, which it must read (ECMA-262, Date.parse).
 */
export function timeOfText(value: unknown): Timestamp | undefined {
  if (typeof value !== 'string') return timeOfNumber(value);
  const match = DATE.exec(value);
  if (!match) return timeOfNumber(value) ?? timeOfLongText(value);
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  const time = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day ?? 1),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
    Number((fraction ?? '').padEnd(3, '0').slice(0, 3)),
  );
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '');
  const minutes = offset ? (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3])) : 0;
  const utc = time - minutes * 60_000;
  return utc > 0 && utc < LAST ? utc : undefined;
}

function timeOfLongText(text: string): Timestamp | undefined {
  // "Thu May 02 2024 10:11:12 GMT+0200 (Central European Summer Time)", "Sun, 5 May 2024 06:07:08 -0000"
  if (!/^[A-Z][a-z]{2},? /.test(text.trim())) return undefined;
  const time = Date.parse(text.replace(/\([^)]*\)\s*$/, ''));
  return Number.isFinite(time) && time > 0 && time < LAST ? time : undefined;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** `true`, 1, "1", "true", "yes". */
export const isYes = (value: unknown): boolean =>
  value === true || value === 1 || (typeof value === 'string' && /^(?:1|true|yes|on)$/i.test(value.trim()));

export const splitTags = (text: string | undefined, separator: string | RegExp): readonly string[] =>
  text === undefined ? [] : text.split(separator);

/** A folder's name within a path. */
export const folderName = (text: string): string => oneLine(text) || 'Unnamed';
