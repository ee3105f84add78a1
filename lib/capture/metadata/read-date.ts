/**
 * The date in a text, in ISO 8601 and no finer than it was given; `undefined` if it is none or no such day exists.
 * A time keeps its zone; a time without one stays without, since the reader's zone is not the page's.
 * @param isDayFirst how to read `5/4/2026`, where no part can only be a day
 */
export function readDate(text: string | undefined, isDayFirst = false): string | undefined {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return undefined;
  return readIso(trimmed) ?? readEpoch(trimmed) ?? readWritten(trimmed) ?? readNumbers(trimmed, isDayFirst);
}

function readIso(text: string): string | undefined {
  const iso =
    /^(\d{4})([-/.]?)(\d{2})\2(\d{2})(?!\d)(?:[T ]+(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?/i.exec(
      text,
    );
  return iso === null ? undefined : fromParts(iso[1], iso[3], iso[4], iso[5], iso[6]);
}

/** Seconds or milliseconds since 1970, as some publishing systems write them. */
function readEpoch(text: string): string | undefined {
  if (!/^1\d{9}(?:\d{3})?$/.test(text)) return undefined;
  return new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString();
}

// English, German, French, Spanish, Italian, Portuguese and Dutch, without accents, in the order of the months.
const MONTHS = [
  'jan(?:uary|uar|vier|eiro|uari|v)?|janner|ene(?:ro)?|gen(?:naio)?',
  'feb(?:ruary|ruar|rero|braio|ruari)?|fev(?:rier|ereiro|r)?',
  'mar(?:ch|s|zo|co|z)?|maerz|maart|mrt|mrz',
  'apr(?:il|ile)?|abr(?:il)?|avr(?:il)?',
  'may(?:o)?|mai(?:o)?|mag(?:gio)?|mei',
  'june?|juni(?:o)?|juin|giu(?:gno)?|junho',
  'july?|juli(?:o)?|juil(?:let)?|lug(?:lio)?|julho',
  'aug(?:ust|ustus)?|ago(?:sto)?|aout',
  'sept?(?:ember|embre|iembre)?|set(?:tembre|embro|iembre)?',
  'oct(?:ober|obre|ubre)?|okt(?:ober)?|ott(?:obre)?|out(?:ubro)?',
  'nov(?:ember|embre|iembre|embro)?',
  'dec(?:ember|embre)?|dez(?:ember|embro)?|dic(?:embre|iembre)?',
].map((names) => `(${names})`);
const MONTH = `(?:${MONTHS.join('|')})\\.?`;
const DAY = '(\\d{1,2})(?:st|nd|rd|th|er|º|°)?\\.?';
const TIME = '(?:,?\\s+(\\d{2}:\\d{2}(?::\\d{2})?)\\s*(GMT|UTC|Z|[+-]\\d{2}:?\\d{2})\\b)?';
const DAY_MONTH = new RegExp(
  `(?<![\\d.:])${DAY}[\\s-]+(?:de\\s+|of\\s+)?${MONTH}(?:,?\\s+(?:de\\s+|del\\s+)?|-)(\\d{4})(?!\\d)${TIME}`,
  'i',
);
const MONTH_DAY = new RegExp(`(?<![a-z])${MONTH}\\s+${DAY},?\\s+(?:at\\s+)?(\\d{4})(?!\\d)${TIME}`, 'i');

/** Before the expressions below are asked: they take a millisecond each to compile. */
const HAS_YEAR = /(?:19|20)\d\d/;

function readWritten(text: string): string | undefined {
  if (!HAS_YEAR.test(text)) return undefined;
  const plain = text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  const dayFirst = DAY_MONTH.exec(plain);
  const match = dayFirst ?? MONTH_DAY.exec(plain);
  if (match === null) return undefined;
  // The first group is the day or, where the month comes first, follows the twelve months.
  const months = dayFirst === null ? match.slice(1, 13) : match.slice(2, 14);
  const month = months.findIndex((name) => name !== undefined) + 1;
  const day = dayFirst === null ? match[13] : match[1];
  return fromParts(match[14], String(month), day, match[15], match[16]?.replace(/GMT|UTC/i, 'Z'));
}

function readNumbers(text: string, isDayFirst: boolean): string | undefined {
  const yearFirst = /(?<!\d)(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})(?!\d)/.exec(text);
  if (yearFirst !== null) return fromParts(yearFirst[1], yearFirst[2], yearFirst[3]);
  const match = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/.-])/.exec(text);
  if (match === null) return undefined;
  const [, one = '', sign, two = '', digits = ''] = match;
  const year = digits.length === 2 ? `20${digits}` : digits;
  // With points the day stands first in most countries; what cannot be a month decides.
  const isFirstDay = Number(one) > 12 || ((sign === '.' || isDayFirst) && Number(two) <= 12);
  return isFirstDay ? fromParts(year, two, one) : fromParts(year, one, two);
}

function fromParts(year?: string, month?: string, day?: string, time?: string, zone?: string): string | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  // The Date constructor moves 31 February into March; a date that moves was none.
  if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day) || Number(year) < 1900) return undefined;
  if (time === undefined) return iso;
  return `${iso}T${time}${(zone ?? '').replace(/([+-]\d{2})(\d{2})$/, '$1:$2').toUpperCase()}`;
}
