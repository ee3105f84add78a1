import { COLOURS } from '../article/list.ts';
import { foldText } from './fold-text.ts';
import { HAVINGS, OPERATORS, type Operator, STATES } from './parse-query.ts';

/** One thing that may stand where the reader types. */
export interface QueryOption {
  /** What it puts in the place of the piece: `list:"For the talk"`. */
  readonly insert: string;
  readonly label: string;
  /** What it means, in a few words. */
  readonly about: string;
}

/** The piece of a query that is being typed. */
export interface PieceAt {
  /** Where it begins and ends in the text, the sign before it left out. */
  readonly from: number;
  readonly to: number;
  readonly operator: Operator | undefined;
  /** What is typed of its value, or of the operator's name, as far as the caret. */
  readonly typed: string;
}

const ABOUT: Readonly<Record<Operator, string>> = {
  list: 'on one of your lists',
  tag: 'with a tag',
  site: 'from a site',
  author: 'by somebody',
  lang: 'in a language',
  is: 'unread, finished, favourite…',
  has: 'a note, a mark, a picture…',
  before: 'published before a day',
  after: 'published after a day',
  saved: 'saved on a day or since',
  min: 'minutes to read',
  left: 'minutes left to read',
  colour: 'with a mark of a colour',
  near: 'words that stand close together',
};

const STATE_WORDS: Readonly<Record<(typeof STATES)[number], string>> = {
  unread: 'not begun, not archived',
  reading: 'begun, not finished',
  finished: 'read to the end',
  favourite: 'marked with a star',
  archived: 'in the archive',
  trashed: 'in the trash, nowhere else found',
};

/** Values that are the same in every library. */
const VALUES: Readonly<Partial<Record<Operator, readonly (readonly [value: string, about: string])[]>>> = {
  is: STATES.map((state) => [state, STATE_WORDS[state]]),
  has: HAVINGS.map((having) => [having, having === 'text' ? 'more than a link' : '']),
  colour: COLOURS.map((colour) => [colour, '']),
  before: [
    ['month', 'more than 30 days ago'],
    ['year', 'more than a year ago'],
  ],
  after: [
    ['week', 'in the last 7 days'],
    ['month', 'in the last 30 days'],
    ['year', 'in the last year'],
  ],
  saved: [
    ['today', ''],
    ['yesterday', ''],
    ['week', 'in the last 7 days'],
    ['month', 'in the last 30 days'],
  ],
  min: [
    ['<5', 'under five minutes'],
    ['<10', 'under ten minutes'],
    ['>20', 'over twenty minutes'],
  ],
  left: [
    ['<5', 'under five minutes'],
    ['<10', 'under ten minutes'],
  ],
  near: [
    ['3', 'within three words'],
    ['10', 'within ten words'],
  ],
};

/** A piece up to the caret: perhaps a sign, an operator, a quotation mark that is still open. */
const BEFORE = /(-?)(?:(\p{L}+):)?(?:"([^"]*)|([^\s"]*))$/u;

/** The piece that ends at the caret, with what stands of it behind; `undefined` where nothing can be completed. */
export function pieceAt(typed: string, caret: number): PieceAt | undefined {
  const before = typed.slice(0, caret);
  // Inside of a phrase that belongs to no operator, words are meant as they are.
  const match = BEFORE.exec(before);
  if (!match) return undefined;
  const [whole, minus = '', name, quoted, plain = ''] = match;
  const operator = OPERATORS.find((known) => known === name?.toLowerCase());
  if (name !== undefined && operator === undefined) return undefined;
  if (operator === undefined && quoted !== undefined) return undefined;
  const after = /^[^\s"]*"?/.exec(typed.slice(caret))?.[0] ?? '';
  const from = match.index + minus.length;
  if (whole.length === minus.length) return undefined;
  return { from, to: caret + after.length, operator, typed: quoted ?? plain };
}

/** From so many letters on a word may be the beginning of an operator. */
const FEWEST_LETTERS = 2;

/** Names of operators that begin with what is typed. */
export function operatorOptions(typed: string): readonly QueryOption[] {
  const folded = foldText(typed);
  if (folded.length < FEWEST_LETTERS) return [];
  return OPERATORS.filter((name) => name.startsWith(folded)).map((name) => ({
    insert: `${name}:`,
    label: `${name}:`,
    about: ABOUT[name],
  }));
}

/** What an operator knows by itself, of which the value begins as typed. */
export const knownValues = (operator: Operator, typed: string): readonly QueryOption[] =>
  (VALUES[operator] ?? [])
    .filter(([value]) => value.startsWith(foldText(typed)))
    .map(([value, about]) => valueOption(operator, value, about));

export function valueOption(operator: Operator, value: string, about: string): QueryOption {
  const written = /[\s"]/.test(value) ? `"${value}"` : value;
  return { insert: `${operator}:${written}`, label: value, about };
}

/**
 * The text with the piece at the caret replaced, and where the caret then stands. A value is followed by a space, for the
 * next word. The piece is looked for anew: more may have been typed since the option was offered.
 */
export function withOption(
  typed: string,
  caret: number,
  { insert }: QueryOption,
): { readonly typed: string; readonly caret: number } {
  const { from, to } = pieceAt(typed, caret) ?? { from: caret, to: caret };
  const rest = typed.slice(to);
  const gap = insert.endsWith(':') || rest.startsWith(' ') ? '' : ' ';
  const start = `${typed.slice(0, from)}${insert}${gap}`;
  return { typed: start + rest, caret: start.length };
}
