import { foldText } from './fold-text.ts';
import { languageNumber } from './language-numbers.ts';

interface StopWords {
  readonly stopwords: readonly string[];
}

/** How the commonest words of each language are loaded, by its number in `LANGUAGES`: each a file of its own. */
const LOADS: readonly (() => Promise<StopWords>)[] = [
  // A text of no known language is English most often.
  () => import('@orama/stopwords/english'),
  () => import('@orama/stopwords/english'),
  () => import('@orama/stopwords/german'),
  () => import('@orama/stopwords/french'),
  () => import('@orama/stopwords/spanish'),
  () => import('@orama/stopwords/italian'),
  () => import('@orama/stopwords/portuguese'),
  () => import('@orama/stopwords/dutch'),
  () => import('@orama/stopwords/swedish'),
  () => import('@orama/stopwords/norwegian'),
  () => import('@orama/stopwords/danish'),
  () => import('@orama/stopwords/finnish'),
  () => import('@orama/stopwords/russian'),
];

/**
 * Words that every text of a language has, folded: of a library of a few articles its index can't tell them from telling ones. None
 * where their file can not be had, as after an update of the extension.
 *
 * @param language a BCP 47 tag
 */
export async function loadStopWords(language: string | undefined): Promise<ReadonlySet<string>> {
  try {
    const loaded = await LOADS[languageNumber(language)]?.();
    return new Set(loaded?.stopwords.map(foldText));
  } catch {
    return new Set();
  }
}
