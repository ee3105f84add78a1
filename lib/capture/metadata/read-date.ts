const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The date a page gives, in ISO 8601 and no finer than it was given; `undefined` if it is none or no such day exists.
 * A time keeps its zone; a time without one stays without, since the reader's zone is not the page's.
 */
export function readDate(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  const iso =
    /^(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?/i.exec(
      trimmed,
    );
  if (iso !== null) return fromParts(iso[1], iso[2], iso[3], iso[4], iso[5]);
  const written =
    /\b(?:(\d{1,2})(?:st|nd|rd|th)?\.?\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})\b/i.exec(
      trimmed,
    );
  if (written === null) return undefined;
  const month = MONTHS.indexOf((written[2] ?? '').toLowerCase()) + 1;
  return fromParts(written[4], String(month).padStart(2, '0'), (written[1] ?? written[3])?.padStart(2, '0'));
}

function fromParts(year?: string, month?: string, day?: string, time?: string, zone?: string): string | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // The Date constructor moves 31 February into March; a date that moves was none.
  if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day) || Number(year) < 1900) return undefined;
  if (time === undefined) return `${year}-${month}-${day}`;
  return `${year}-${month}-${day}T${time}${(zone ?? '').replace(/([+-]\d{2})(\d{2})$/, '$1:$2').toUpperCase()}`;
}
