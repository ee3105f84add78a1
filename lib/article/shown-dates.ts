/** A change within so many days of publication is most often a misprint mended. */
const FEWEST_DAYS = 7;
const DAY_MS = 86_400_000;

interface Dates {
  readonly publishedAt?: string;
  readonly modifiedAt?: string;
}

/** The day of the last change where it tells a reader something: there is no other, or it came a week or more later. */
export function shownChange({ publishedAt, modifiedAt }: Dates): string | undefined {
  if (modifiedAt === undefined) return undefined;
  const day = modifiedAt.slice(0, 10);
  if (publishedAt === undefined) return day;
  return Date.parse(day) - Date.parse(publishedAt.slice(0, 10)) >= FEWEST_DAYS * DAY_MS ? day : undefined;
}
