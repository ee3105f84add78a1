/** Days since the epoch, the last one excluded. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The day of a moment in the reader's time zone, counted from the epoch. */
export function dayOf(moment: number): number {
  const date = new Date(moment);
  return dayFrom(date.getFullYear(), date.getMonth(), date.getDate());
}

const dayFrom = (year: number, month: number, day: number): number => Math.round(Date.UTC(year, month, day) / DAY_MS);

/** The days that a word means: `2026`, `2026-05`, `2026-05-03`, `today`, `yesterday`, `week`, `month`, `year`, `30d`. */
export function parseDates(text: string, now: number): DayRange | undefined {
  const today = dayOf(now);
  const date = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
  if (date) {
    const [, year = '', month, day] = date;
    const first = dayFrom(
      Number(year),
      month === undefined ? 0 : Number(month) - 1,
      day === undefined ? 1 : Number(day),
    );
    if (month === undefined) return { from: first, to: dayFrom(Number(year) + 1, 0, 1) };
    return { from: first, to: day === undefined ? dayFrom(Number(year), Number(month), 1) : first + 1 };
  }
  const back = { today: 0, yesterday: 1, week: 6, month: 30, year: 365 }[text];
  if (text === 'yesterday') return { from: today - 1, to: today };
  if (back !== undefined) return { from: today - back, to: today + 1 };
  const [, count, unit = 'd'] = /^(\d{1,4})([dwmy])$/.exec(text) ?? [];
  if (count === undefined) return undefined;
  const days = { d: 1, w: 7, m: 30, y: 365 }[unit] ?? 1;
  return { from: today - Number(count) * days, to: today + 1 };
}
