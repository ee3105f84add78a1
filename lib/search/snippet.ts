import { sharedStems, stemsOf } from './languages.ts';
import type { Query } from './query.ts';
import { eachToken } from './tokens.ts';

/** A piece of a text with the places of the words that were searched for. */
export interface Snippet {
  readonly text: string;
  /** Start and end of each, in order and apart. */
  readonly marks: readonly (readonly [number, number])[];
}

/** The most characters of a snippet: two lines of a row. */
const LONGEST = 200;
/** Words shown before the first that was found. */
const LEAD = 40;
/** Beyond this no window is looked for: a bound on what one row costs. */
const MOST_READ = 400_000;

/** The words of a query that a match may show, each with the form it takes. */
export type Marker = (term: string) => string | undefined;

/** Tells which terms of a text in one language a query is about; 0 stands for a language that is not known. */
export function markerOf(query: Query, instead: ReadonlyMap<string, readonly string[]>, language: number): Marker {
  const languages = language === 0 ? ~1 : 1 << language;
  const exact = new Map<string, string>();
  const prefixes: string[] = [];
  const add = (term: string, isPrefix: boolean) => {
    exact.set(term, term);
    if (isPrefix) prefixes.push(term);
    for (const other of instead.get(term) ?? []) exact.set(other, term);
  };
  const visit = (one: Query): void => {
    if (one.kind === 'all' || one.kind === 'any') one.of.forEach(visit);
    else if (one.kind === 'word') add(one.term, one.isPrefix);
    else if (one.kind === 'phrase') for (const { term, isPrefix } of one.slots) add(term, isPrefix);
  };
  visit(query);
  const stems = [...exact.keys()].map((term) => [term, stemsOf(term, languages)] as const);
  const known = new Map<string, string | undefined>();
  const find = (term: string): string | undefined => {
    const whole = exact.get(term) ?? prefixes.find((prefix) => term.startsWith(prefix));
    if (whole !== undefined) return whole;
    const sisters = stems.filter(([word]) => word[0] === term[0] && word[1] === term[1] && word.length > 2);
    if (sisters.length === 0) return undefined;
    const own = stemsOf(term, languages);
    return sisters.find(([, others]) => sharedStems(others, own) !== 0)?.[0];
  };
  return (term) => {
    if (!known.has(term)) known.set(term, find(term));
    return known.get(term);
  };
}

/** The piece of a text that shows most of the words, as early as may be; `undefined` if it shows none. */
export function snippetOf(text: string, markOf: Marker): Snippet | undefined {
  const found: { readonly word: string; readonly start: number; readonly end: number }[] = [];
  eachToken(text.slice(0, MOST_READ), (term, _, start, end) => {
    const word = markOf(term);
    const last = found.at(-1);
    if (word !== undefined && !(last?.start === start && last.end === end)) found.push({ word, start, end });
  });
  let best = -1;
  let bestWords = 0;
  for (const [i, { start }] of found.entries()) {
    const words = new Set<string>();
    for (let j = i; j < found.length && (found[j]?.end ?? 0) - start <= LONGEST - LEAD; j++)
      words.add(found[j]?.word ?? '');
    if (words.size <= bestWords) continue;
    best = i;
    bestWords = words.size;
  }
  const first = found[best];
  if (first === undefined) return undefined;
  const from = startNear(text, first.start);
  const to = endNear(text, from + LONGEST);
  const before = from > 0 && text[from - 1] !== '\n' ? '…' : '';
  const after = to < text.length && text[to] !== '\n' ? '…' : '';
  const marks = found.flatMap(({ start, end }): (readonly [number, number])[] =>
    start >= from && end <= to ? [[start - from + before.length, end - from + before.length]] : [],
  );
  // White space of one length with what it stands for, so that the marks stay right.
  return { text: `${before}${text.slice(from, to).replace(/\s/g, ' ')}${after}`, marks: apart(marks) };
}

function startNear(text: string, at: number): number {
  const line = text.lastIndexOf('\n', at - 1) + 1;
  if (at - line <= LEAD) return line;
  const space = text.indexOf(' ', at - LEAD);
  return space === -1 || space >= at ? at : space + 1;
}

function endNear(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  return space > at - LEAD ? space : at;
}

function apart(marks: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const joined: [number, number][] = [];
  for (const [start, end] of marks) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
