const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'pl', 'ru'];
const MONTHS = 12;

let known: ReadonlySet<string> | undefined;

/** Months and days of the week, in lower case, as the browser writes them: a date says nothing of what happened on it. */
export function calendarNames(): ReadonlySet<string> {
  known ??= new Set(LANGUAGES.flatMap(namesIn));
  return known;
}

function namesIn(language: string): readonly string[] {
  const month = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return Array.from({ length: MONTHS }, (_, at) => [
    // With a day, as in a date: some languages bend the month's name for it.
    ...month.formatToParts(Date.UTC(2024, at, 1)),
    ...weekday.formatToParts(Date.UTC(2024, 0, at + 1)),
  ])
    .flat()
    .filter(({ type }) => type === 'month' || type === 'weekday')
    .map(({ value }) => value.toLowerCase());
}
