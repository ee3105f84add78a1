import { stemmer as english } from '@orama/stemmers/english';

type Stemmer = (word: string) => string;

/**
 * How the stemmer of each language is loaded, by its number in `LANGUAGES`. Apart from the numbers, so that a save needs no
 * stemmer; and each a file of its own, as few libraries hold more than two of these languages.
 */
const LOADS: readonly ((() => Promise<{ readonly stemmer: Stemmer }>) | undefined)[] = [
  undefined,
  undefined,
  () => import('@orama/stemmers/german'),
  () => import('@orama/stemmers/french'),
  () => import('@orama/stemmers/spanish'),
  () => import('@orama/stemmers/italian'),
  () => import('@orama/stemmers/portuguese'),
  () => import('@orama/stemmers/dutch'),
  () => import('@orama/stemmers/swedish'),
  () => import('@orama/stemmers/norwegian'),
  () => import('@orama/stemmers/danish'),
  () => import('@orama/stemmers/finnish'),
  () => import('@orama/stemmers/russian'),
];
/** By number, as far as loaded. English is always here: a text of no known language takes its endings. */
const STEMMERS: (Stemmer | undefined)[] = [undefined, english];

/**
 * Loads the stemmers of languages that are not here yet, given as bits; `undefined` if all are. Of a language whose file can not be had,
 * as after an update of the extension, words are found without their endings, and the next search asks for it again.
 */
export function loadStemmers(languages: number): Promise<unknown> | undefined {
  const missing = LOADS.flatMap((load, number) =>
    load && (languages & (1 << number)) !== 0 && !STEMMERS[number] ? [[number, load] as const] : [],
  );
  if (missing.length === 0) return undefined;
  return Promise.allSettled(
    missing.map(async ([number, load]) => {
      STEMMERS[number] = (await load()).stemmer;
    }),
  );
}

/** Shorter words have no ending to take off. */
const SHORTEST = 4;
/** Asked first: a set of all letters takes a browser milliseconds to make, and few words need it. */
const PLAIN_ALONE = /^[a-z]+$/;
const LETTERS_ALONE = /^\p{L}+$/u;

const isLettersAlone = (word: string): boolean => PLAIN_ALONE.test(word) || LETTERS_ALONE.test(word);

/** The stem of a folded word in each language asked for that is loaded, as a bit of `languages`; `undefined` where there is none. */
export function stemsOf(word: string, languages: number): readonly (string | undefined)[] {
  if (word.length < SHORTEST - 1 || !isLettersAlone(word)) return [];
  const stems: (string | undefined)[] = [];
  // Of a query's many terms each comes by here: a look at the languages that are there, not a call for each there could be.
  for (let left = languages; left !== 0; left &= left - 1) {
    const number = 31 - Math.clz32(left & -left);
    stems[number] = STEMMERS[number]?.(word);
  }
  return stems;
}

/** All that begins so can share a stem with the word; absent if the word has no ending to speak of. */
export function stemRange(word: string, languages: number): string | undefined {
  if (word.length < SHORTEST - 1 || !isLettersAlone(word)) return undefined;
  let shared = word.length;
  for (const stem of stemsOf(word, languages)) {
    if (stem === undefined) continue;
    let same = 0;
    while (same < stem.length && stem[same] === word[same]) same++;
    // Its last letter may be another in a sister form: study, studies.
    if (same > 0) shared = Math.min(shared, same);
  }
  return word.slice(0, Math.max(SHORTEST - 1, shared - 1));
}

/** In which of `languages` two words have one stem, as bits. */
export function sharedStems(stems: readonly (string | undefined)[], other: readonly (string | undefined)[]): number {
  let bits = 0;
  for (const [number, stem] of stems.entries()) {
    if (stem !== undefined && stem === other[number]) bits |= 1 << number;
  }
  return bits;
}
