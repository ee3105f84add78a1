/** Languages whose endings are known, by their primary subtag. Only ever added to: numbers are stored. */
const LANGUAGES = ['', 'en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'no', 'da', 'fi', 'ru'] as const;

/** The primary subtag of a language by its number; empty for 0. */
export const languageTag = (number: number): string => LANGUAGES[number] ?? '';

/** The number of a BCP 47 tag's language; 0 if its endings are not known. */
export function languageNumber(tag: string | undefined): number {
  const primary = tag?.toLowerCase().split('-')[0];
  if (primary === 'nb' || primary === 'nn') return LANGUAGES.indexOf('no');
  return Math.max(0, (LANGUAGES as readonly (string | undefined)[]).indexOf(primary));
}
