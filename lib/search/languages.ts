import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';

/** The stemmer of each language by its number in `LANGUAGES`. Apart from the numbers, so that a save needs no stemmer. */
const STEMMERS: readonly (((word: string) => string) | undefined)[] = [
  undefined,
  english,
  german,
  french,
  spanish,
  italian,
  portuguese,
  dutch,
  swedish,
  norwegian,
  danish,
  finnish,
  russian,
];

/** Shorter words have no ending to take off. */
const SHORTEST = 4;
/** Asked first: a set of all letters takes a browser milliseconds to make, and few words need it. */
const PLAIN_ALONE = /^[a-z]+$/;
const LETTERS_ALONE = /^\p{L}+$/u;

const isLettersAlone = (word: string): boolean => PLAIN_ALONE.test(word) || LETTERS_ALONE.test(word);

/** The stem of a folded word in each language asked for, as a bit of `languages`; `undefined` where there is none. */
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
