import type { Chance } from '../support/chance.ts';

/** Texts with the statistics of English that an index feels: Zipf's law, words of a topic in clusters, and rare names. */
export interface TextMaker {
  /** A text of some 1,400 words, and a title from its own words. The same chance gives the same text. */
  readonly make: () => { readonly title: string; readonly paragraphs: readonly string[] };
  /** Words of a rank, 0 the most common, as they stand in texts. */
  readonly wordAt: (rank: number) => string;
}

const COMMON =
  'the of and to in a is that for it as was with be by on not he this are or his from at which but have an had they you were their one all we can her has there been if more when will would who so no out up into than them only its some could time these two may then do first any my now such like our over man me even most made after also did many before must through back years where much your way well down should because each just those people how too little state good very make world still own see men work long get here between both life being under never day same another know while last might us great old year off come since against go came right used take three';
const VOCABULARY = 50_000;
const TOPICS = 300;
const WORDS_PER_TOPIC = 60;
const HEADS = [
  'b',
  'br',
  'c',
  'ch',
  'cl',
  'd',
  'dr',
  'f',
  'g',
  'gr',
  'h',
  'j',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pl',
  'qu',
  'r',
  's',
  'sh',
  'st',
  'str',
  't',
  'tr',
  'v',
  'w',
  'z',
  '',
];
const HEARTS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ee', 'io', 'ou', 'oa', 'ui'];
const TAILS = ['', '', 'n', 'r', 's', 't', 'l', 'm', 'nd', 'nt', 'rk', 'ck', 'll', 'ss', 'p', 'g'];
const ENDINGS = ['', '', '', 's', 'ed', 'ing', 'er', 'ly', 'ation', 'al', 'ment', 'ness'];

export function openTextMaker(chance: Chance): TextMaker {
  const any = (list: readonly string[]): string => list[Math.floor(chance.next() * list.length)] ?? '';
  const invent = (): string => {
    let stem = '';
    const syllables = 1 + Math.floor(chance.next() * 3);
    for (let i = 0; i < syllables; i++) stem += any(HEADS) + any(HEARTS) + any(TAILS);
    return stem + any(ENDINGS);
  };
  const words = new Set(COMMON.split(' '));
  while (words.size < VOCABULARY) words.add(invent());
  const vocabulary = [...words];
  const sums = new Float64Array(vocabulary.length);
  let sum = 0;
  // Zipf and Mandelbrot: the first word takes some 6 % of a text.
  for (let rank = 0; rank < sums.length; rank++) sums[rank] = sum += 1 / (rank + 2.7) ** 1.07;
  const draw = (): string => {
    const wanted = chance.next() * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return vocabulary[low] ?? '';
  };
  const topics = Array.from({ length: TOPICS }, () =>
    Array.from({ length: WORDS_PER_TOPIC }, () => vocabulary[300 + Math.floor(chance.next() ** 3 * 30_000)] ?? ''),
  );
  return {
    wordAt: (rank) => vocabulary[rank] ?? '',
    make() {
      const topic = topics[Math.floor(chance.next() * TOPICS)] ?? [];
      const ofTopic = (): string => topic[Math.floor(chance.next() ** 2 * topic.length)] ?? '';
      const names = Array.from({ length: 3 }, () => `${invent()}${Math.floor(chance.next() * 100)}`);
      const title = Array.from({ length: 7 }, (_, i) => (i % 2 === 0 ? ofTopic() : draw())).join(' ');
      const length = 500 + Math.floor(chance.next() ** 2 * 2700);
      const all = Array.from({ length }, () => {
        const kind = chance.next();
        return kind < 0.82 ? draw() : kind < 0.985 ? ofTopic() : any(names);
      });
      const paragraphs: string[] = [];
      for (let at = 0; at < all.length; at += 80) paragraphs.push(`${all.slice(at, at + 80).join(' ')}.`);
      return { title, paragraphs };
    },
  };
}
