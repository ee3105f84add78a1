import { COLOURS, type List } from '../article/list.ts';
import { foldText } from './fold-text.ts';
import { keyTerm } from './index-part.ts';
import { parseDates } from './parse-dates.ts';
import type { Having, Hint, ParsedQuery, Query, Slot, State, Where } from './query.ts';
import { unitsOf } from './tokens.ts';

export interface QueryContext {
  readonly lists: readonly Pick<List, 'id' | 'name'>[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export const STATES: readonly State[] = ['unread', 'reading', 'finished', 'favourite', 'archived', 'trashed'];
export const HAVINGS: readonly Having[] = ['note', 'mark', 'picture', 'code', 'text'];
/** Every operator, in the order in which they are offered. */
export const OPERATORS = [
  'list',
  'tag',
  'site',
  'author',
  'lang',
  'is',
  'has',
  'before',
  'after',
  'saved',
  'min',
  'left',
  'colour',
  'near',
] as const;
export type Operator = (typeof OPERATORS)[number];

/**
 * One piece of what was typed: a sign, a phrase or a word, with its place. A name has what may be letters, by and large: the set of
 * all letters takes a browser longer to make than all else of what is typed first.
 */
const PIECE = /(-?)(?:([A-Za-z\u{c0}-\u{1fff}\u{3040}-\u{10ffff}]+):)?(?:"([^"]*)("?)|(\S+))/gu;

/** Reads what a reader typed. Nothing is an error: what is not understood is searched for as text, with a hint. */
export function parseQuery(typed: string, context: QueryContext): ParsedQuery {
  const hints: Hint[] = [];
  const groups: Query[][] = [];
  const near: string[] = [];
  let within: number | undefined;
  let joins = false;
  for (const piece of typed.matchAll(PIECE)) {
    const [whole, minus = '', name, quoted, closing, plain] = piece;
    const isLast = piece.index + whole.length === typed.length;
    if (plain === 'OR' && name === undefined && minus === '' && groups.length > 0 && !isLast) {
      joins = true;
      continue;
    }
    // An operator whose value is still to come asks for nothing yet.
    if (name === undefined && OPERATORS.some((operator) => plain?.toLowerCase() === `${operator}:`)) continue;
    if (quoted !== undefined && closing === '' && quoted.trim() !== '') hints.push(OPEN_QUOTE);
    const value = quoted ?? plain ?? '';
    const parts = {
      name: name?.toLowerCase(),
      value,
      isPhrase: quoted !== undefined,
      isOpen: isLast && closing !== '"',
    };
    if (parts.name === 'near' && Number(value) > 0) {
      within = Math.min(100, Number(value));
      continue;
    }
    const found = readPiece(parts, whole, context, hints);
    if (found === undefined) continue;
    if (minus === '' && parts.name === undefined && quoted === undefined) near.push(...termsOf(value));
    const query: Query = minus === '-' ? { kind: 'not', of: found } : found;
    if (joins) groups.at(-1)?.push(query);
    else groups.push([query]);
    joins = false;
  }
  const all = groups.map((of): Query => (of.length === 1 && of[0] ? of[0] : { kind: 'any', of }));
  if (within !== undefined && near.length > 1) all.push({ kind: 'near', terms: near, within });
  return { query: { kind: 'all', of: all }, hints };
}

const OPEN_QUOTE: Hint = {
  kind: 'open-quote',
  sentence: 'The quotation mark is still open; the phrase goes on to the end.',
};

const termsOf = (text: string): readonly string[] =>
  unitsOf(text).flatMap(({ terms }) => terms.map(({ term }) => term));

interface Piece {
  readonly name: string | undefined;
  readonly value: string;
  readonly isPhrase: boolean;
  /** Still being typed, so that the last word may go on. */
  readonly isOpen: boolean;
}

function readPiece(piece: Piece, whole: string, context: QueryContext, hints: Hint[]): Query | undefined {
  const { name, value, isPhrase, isOpen } = piece;
  if (name === undefined) return isPhrase ? phraseOf(value, isOpen) : wordsOf(value, isOpen, 'anywhere');
  const operator = OPERATORS.find((known) => known === name) ?? (name === 'color' ? 'colour' : undefined);
  if (operator !== undefined) {
    if (value === '') return undefined;
    const query = readOperator(operator, piece, context, hints);
    if (query !== undefined) return query;
  } else if (!/^[/:\d]/.test(value)) {
    hints.push({ kind: 'unknown-operator', sentence: `“${name}:” is no operator; it is searched for as a word.` });
  }
  return wordsOf(whole.replace(/^-/, ''), isOpen, 'anywhere');
}

function readOperator(operator: Operator, piece: Piece, context: QueryContext, hints: Hint[]): Query | undefined {
  const { value, isOpen } = piece;
  const folded = foldText(value.trim());
  const unknown = (sentence: string): undefined => {
    // While a value is being typed it is not wrong yet.
    if (!isOpen) hints.push({ kind: 'unknown-value', sentence });
    return undefined;
  };
  switch (operator) {
    case 'list': {
      const list =
        context.lists.find(({ name }) => foldText(name) === folded) ??
        context.lists.find(({ name }) => foldText(name).startsWith(folded));
      if (list) return { kind: 'key', term: keyTerm('list', list.id) };
      hints.push({ kind: 'no-such-list', sentence: `There is no list “${value}”.` });
      return { kind: 'any', of: [] };
    }
    case 'tag':
      return { kind: 'key', term: keyTerm('tag', folded.replace(/^#/, '')) };
    case 'site':
      return folded.includes('.')
        ? { kind: 'key', term: keyTerm('host', folded.replace(/^www\./, '')) }
        : wordsOf(value, isOpen, 'site');
    case 'author':
      return wordsOf(value, isOpen, 'author');
    case 'lang':
      return { kind: 'language', language: folded };
    case 'is': {
      const state = STATES.find((known) => known === (folded === 'favorite' ? 'favourite' : folded));
      return state ? { kind: 'state', state } : unknown(`“is:” knows ${STATES.join(', ')}.`);
    }
    case 'has': {
      const having = HAVINGS.find((known) => known === folded.replace(/s$/, '') || known === folded);
      return having ? { kind: 'having', having } : unknown(`“has:” knows ${HAVINGS.join(', ')}.`);
    }
    case 'before':
    case 'after':
    case 'saved': {
      const dates = parseDates(folded, context.now);
      if (!dates) return unknown(`“${operator}:” takes a date such as 2026, 2026-05, today, week or 30d.`);
      if (operator === 'saved') return { kind: 'dates', of: 'saved', ...dates };
      const range = operator === 'before' ? { from: -1e9, to: dates.from } : { from: dates.from, to: 1e9 };
      return { kind: 'dates', of: 'published', ...range };
    }
    case 'min':
    case 'left': {
      const [, sign = '', number] = /^([<>]?)=?(\d{1,4})(?:m|min)?$/.exec(folded) ?? [];
      if (number === undefined) return unknown(`“${operator}:” takes minutes, as in ${operator}:<10.`);
      const minutes = Number(number);
      const of = operator === 'min' ? 'all' : 'left';
      if (sign === '<') return { kind: 'minutes', of, least: 0, most: minutes - 1 };
      return { kind: 'minutes', of, least: sign === '>' ? minutes + 1 : minutes, most: sign === '>' ? 1e9 : minutes };
    }
    case 'colour': {
      const colour = COLOURS.find((known) => known.startsWith(folded));
      return colour
        ? { kind: 'key', term: keyTerm('colour', colour) }
        : unknown(`“colour:” knows ${COLOURS.join(', ')}.`);
    }
    case 'near':
      return unknown('“near:” takes a number of words, as in near:5.');
  }
}

/** Whether its last word may go on. Plain letters are asked for first: the set of all takes a browser a millisecond to make. */
const endsInWord = (text: string): boolean => /[a-z0-9]$/i.test(text) || /[\p{L}\p{M}\p{N}]$/u.test(text);

/** All words of a text; those of one piece stand together only if they are written without a space, as 東京都 is. */
function wordsOf(text: string, isOpen: boolean, where: Where): Query | undefined {
  const units = unitsOf(text);
  const goesOn = isOpen && endsInWord(text);
  const queries = units.map(({ terms, isLone }, i): Query => {
    const [first] = terms;
    const isPrefix = isLone || (goesOn && i === units.length - 1);
    if (terms.length === 1 && first) return { kind: 'word', term: first.term, isPrefix, where };
    return { kind: 'phrase', slots: terms.map(({ term, offset }) => ({ term, offset, isPrefix: false })), typed: text };
  });
  const [only] = queries;
  if (queries.length <= 1) return only;
  return { kind: 'all', of: queries };
}

function phraseOf(text: string, isOpen: boolean): Query | undefined {
  const slots: Slot[] = [];
  let at = 0;
  const units = unitsOf(text);
  for (const [i, { terms, width, isLone }] of units.entries()) {
    const goesOn = isOpen && i === units.length - 1 && endsInWord(text);
    for (const { term, offset } of terms) {
      slots.push({ term, offset: at + offset, isPrefix: isLone || (goesOn && terms.length === 1) });
    }
    at += width;
  }
  const [only] = slots;
  if (slots.length === 1 && only) return { kind: 'word', term: only.term, isPrefix: only.isPrefix, where: 'anywhere' };
  return slots.length === 0 ? undefined : { kind: 'phrase', slots, typed: text };
}
