import { type Place, type Places, placeOf } from './box-places.ts';
import type { Block } from './split-blocks.ts';
import { kindsOfText, TEXT_KIND_COUNT } from './word-kinds.ts';

const TAGS = ['p', 'li', 'h', 'cell', 'table', 'pre', 'caption', 'dt', 'span', 'summary'] as const;
/** What the words of a text say is looked up in its beginning: of long texts that is where labels stand. */
const LABEL_LENGTH = 120;
/** How many facts stand before those of the tags. */
const FIRST_TAG = 9;

/** What can be said of a block by itself. */
export interface Facts {
  readonly words: number;
  readonly linkDensity: number;
  /** Punctuation marks for each word. */
  readonly marks: number;
  readonly isHeading: boolean;
  readonly isProse: boolean;
  readonly isKept: boolean;
  /** The box around it. */
  readonly place: Place;
  /** Bits of `kindsOfText`. */
  readonly kinds: number;
}

/** Takes numbers that are known of a block, by its index. */
export type WriteNumbers = (index: number, numbers: readonly number[]) => void;

export const FACT_NAMES: readonly string[] = [
  ...[
    'words',
    'word length',
    'link density',
    'marks',
    'ends sentence',
    'has sentence',
    'digits',
    'capitals',
    'function words',
  ],
  ...TAGS.map((tag) => `tag ${tag}`),
  ...[
    'heading level',
    'has picture',
    'has link',
    'strong share',
    'has time',
    'repeats',
    'title share',
    'is number',
    'is question',
  ],
  ...Array.from({ length: TEXT_KIND_COUNT }, (_, kind) => `text kind ${kind}`),
];

/**
 * Looks at a block, and writes what `FACT_NAMES` names into `row`, from `at` on. The row holds nothing but zeros yet.
 * Straight into the table: an array for each block took longer than all that is looked up.
 */
export function factsOf(
  block: Block,
  isKept: boolean,
  repeats: number,
  title: ReadonlySet<string>,
  body: Element,
  places: Places,
  row: Float32Array,
  at: number,
): Facts {
  const { element, text } = block;
  const place = placeOf(element.parentElement ?? body, body, places);

  const { length } = text;
  const counts = countCharacters(text);
  const { words } = counts;
  const inner = element.childElementCount > 0 ? lookInside(element) : EMPTY;
  const linkDensity = (place.within & 1) === 1 ? 1 : Math.min(1, inner.linkedLength / length);
  const lower = text.slice(0, LABEL_LENGTH).toLowerCase().split(NO_WORD);
  const kinds = kindsOfText(lower);
  let inTitle = 0;
  let functionWords = 0;
  for (const word of lower) {
    if (title.has(word)) inTitle++;
    if (FUNCTION_WORDS.has(word)) functionWords++;
  }
  const tag = tagOf(element);
  const isHeading = tag === 'h';
  row[at] = Math.log1p(words);
  row[at + 1] = length / words;
  row[at + 2] = linkDensity;
  row[at + 3] = counts.marks / words;
  if (ENDS.has(text.charAt(length - 1))) row[at + 4] = 1;
  if (counts.sentences > 0) row[at + 5] = 1;
  row[at + 6] = counts.digits / length;
  row[at + 7] = counts.capitals / words;
  row[at + 8] = functionWords / lower.length;
  row[at + FIRST_TAG + TAGS.indexOf(tag)] = 1;
  const rest = at + FIRST_TAG + TAGS.length;
  if (isHeading) row[rest] = Number(element.localName.charAt(1));
  if (inner.hasPicture) row[rest + 1] = 1;
  if (linkDensity > 0) row[rest + 2] = 1;
  row[rest + 3] = Math.min(1, inner.strongLength / length);
  if (inner.hasTime) row[rest + 4] = 1;
  row[rest + 5] = Math.min(5, repeats);
  row[rest + 6] = inTitle / lower.length;
  if (counts.letters === 0) row[rest + 7] = 1;
  if (text.endsWith('?')) row[rest + 8] = 1;
  for (let bits = kinds, kind = 0; bits !== 0; bits >>= 1, kind++) row[rest + 9 + kind] = bits & 1;
  return {
    words,
    linkDensity,
    marks: counts.marks / words,
    isHeading,
    isProse: !isHeading && words >= 12 && linkDensity < 0.5,
    isKept,
    place,
    kinds,
  };
}

const ENDS = new Set('.!?。"”’)…');
const SENTENCE_ENDS = '.!?。';
const OTHER_MARKS = ',;:、，';

interface Counts {
  readonly marks: number;
  readonly sentences: number;
  readonly digits: number;
  readonly capitals: number;
  readonly letters: number;
  /** Pieces between spaces. */
  readonly words: number;
}

function countCharacters(text: string): Counts {
  let marks = 0;
  let sentences = 0;
  let digits = 0;
  let capitals = 0;
  let letters = 0;
  let words = 1;
  let isStart = true;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // Small letters are most of a text, and need no other question.
    if (unit >= 97 && unit <= 122) letters++;
    else if (unit === 32) {
      isStart = true;
      words++;
      continue;
    } else if (unit >= 65 && unit <= 90) {
      letters++;
      if (isStart) capitals++;
    } else if (unit >= 48 && unit <= 57) digits++;
    else if (unit > 191 && unit < 0x3000) letters++;
    else if (SENTENCE_ENDS.includes(text.charAt(at))) {
      marks++;
      sentences++;
    } else if (OTHER_MARKS.includes(text.charAt(at))) marks++;
    else if (unit >= 0x3000) letters++;
    isStart = false;
  }
  return { marks, sentences, digits, capitals, letters, words };
}

const NO_WORD = /[^a-z0-9à-ɏ\u3000-\uffff]+/;

interface Inner {
  readonly linkedLength: number;
  readonly strongLength: number;
  readonly hasPicture: boolean;
  readonly hasTime: boolean;
}

const EMPTY: Inner = { linkedLength: 0, strongLength: 0, hasPicture: false, hasTime: false };

/** One look for all: most of the time here goes into asking. */
function lookInside(element: Element): Inner {
  let [linkedLength, strongLength, hasPicture, hasTime] = [0, 0, false, false];
  for (const part of element.querySelectorAll('a, strong, b, em, i, img, time')) {
    const name = part.localName;
    if (name === 'img') hasPicture = true;
    else if (name === 'time') hasTime = true;
    else if (name === 'a') linkedLength += part.textContent?.trim().length ?? 0;
    else strongLength += part.textContent?.length ?? 0;
  }
  return { linkedLength, strongLength, hasPicture, hasTime };
}

const TAG_OF = new Map<string, (typeof TAGS)[number]>([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'h'] as const),
  ...['td', 'th'].map((name) => [name, 'cell'] as const),
  ...['figcaption', 'caption'].map((name) => [name, 'caption'] as const),
  ...['dt', 'dd'].map((name) => [name, 'dt'] as const),
  ...(['li', 'table', 'pre', 'span', 'summary'] as const).map((name) => [name, name] as const),
]);

const tagOf = ({ localName }: Element): (typeof TAGS)[number] => TAG_OF.get(localName) ?? 'p';

const FUNCTION_WORDS = new Set(
  'the a of and to in is that it for on with as was be are this by at from or have an not but they which you we he she his her had its has been will would can der die das und ist nicht ein eine zu den mit auf für von im dem des le la les et est une un dans que qui pour pas sur el los las en es por con una del se no al il di che è per non della o os um uma em não mais de het een van dat'.split(
    ' ',
  ),
);
