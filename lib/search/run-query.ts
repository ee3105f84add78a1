import { minutesToRead } from '../article/reading-time.ts';
import { findTerm } from './find-terms.ts';
import { foldText } from './fold-text.ts';
import { MARK_TERM, PART, PARTS } from './index-part.ts';
import { languageNumber } from './language-numbers.ts';
import { matchNear, matchPhrase } from './match-phrase.ts';
import { matchWord } from './match-word.ts';
import { addMatch, type Matches, openMatches } from './matches.ts';
import type { Having, Query, State } from './query.ts';
import { eachPosting } from './read-block.ts';
import { CONTENT, documentsOf, type IndexSnapshot, isLatest, STATE } from './snapshot.ts';

export type Order = 'relevance' | 'newest' | 'shortest';

export interface Found {
  /** An article's number in the index. */
  readonly number: number;
  readonly score: number;
  /** Bits of `PLACE`: where the words stand. */
  readonly places: number;
}

export interface Answer {
  /** The first ones in the order asked for. */
  readonly found: readonly Found[];
  /** How many articles match. */
  readonly count: number;
  /** Words that no article has, with those that were searched for instead. */
  readonly instead: ReadonlyMap<string, readonly string[]>;
}

/** Runs a query over the whole index. Articles in the trash are found only where `is:trashed` asks for them. */
export async function runQuery(snapshot: IndexSnapshot, query: Query, order: Order, limit: number): Promise<Answer> {
  await snapshot.readStemmers();
  const out = asksForTrash(query) ? STATE.gone : OUT;
  const instead = new Map<string, readonly string[]>();
  const { numbers, count: matching, scores, places } = await match(snapshot, query, out, instead);
  const keyOf = order === 'relevance' ? undefined : await sortKeyOf(snapshot, order);
  const { articleCount, states } = snapshot;
  let count = 0;
  const top = openTop(limit);
  let least = Number.NEGATIVE_INFINITY;
  /** With a lower score nothing can be among the first, whatever its state. */
  let leastScore = Number.NEGATIVE_INFINITY;
  // A word of every article comes by here as often as there are articles: nothing is called for those that are not among the first.
  // The newest first, which rank higher than others like them: few of those after them are.
  for (let i = matching - 1; i >= 0; i--) {
    const number = numbers[i] as number;
    const score = scores[number] as number;
    const state = states[number] as number;
    if ((state & out) !== 0) continue;
    count++;
    if (score < leastScore) continue;
    // Numbers follow the order of saving.
    const key = keyOf ? keyOf(number) : score * ((STATE_WEIGHTS[state] as number) + (RECENCY * number) / articleCount);
    if (!(key >= least)) continue;
    least = top.offer(number, key);
    if (!keyOf) leastScore = least / MOST_WEIGHT;
  }
  const found = top.take().map(({ number }) => ({
    number,
    score: scores[number] ?? 0,
    places: places[number] ?? 0,
  }));
  return { found, count, instead };
}

/** Articles that no query finds that does not ask for the trash: bits of `STATE`. */
export const OUT = STATE.gone | STATE.trashed;

function asksForTrash(query: Query): boolean {
  if (query.kind === 'state') return query.state === 'trashed';
  if (query.kind === 'all' || query.kind === 'any') return query.of.some(asksForTrash);
  return false;
}

/** A match by a condition alone counts next to nothing beside a word. */
const BY_CONDITION = 1e-6;

async function match(
  snapshot: IndexSnapshot,
  query: Query,
  out: number,
  instead: Map<string, readonly string[]>,
): Promise<Matches> {
  switch (query.kind) {
    case 'all':
    case 'any': {
      const each = await Promise.all(query.of.map((one) => match(snapshot, one, out, instead)));
      // Most queries are one word: nothing is to be joined, article by article.
      const [only] = each;
      return only !== undefined && each.length === 1 ? only : join(snapshot, each, query.kind);
    }
    case 'not': {
      const { scores } = await match(snapshot, query.of, out, new Map());
      return byCondition(snapshot, (number) => scores[number] === 0);
    }
    case 'word': {
      const matches = await matchWord(snapshot, query, out);
      if (matches.instead.length > 0) instead.set(query.term, matches.instead);
      return matches;
    }
    case 'phrase':
      return matchPhrase(snapshot, query.slots, out);
    case 'near':
      return matchNear(snapshot, query.terms, query.within, out);
    case 'key':
      return matchKey(snapshot, query.term);
    default:
      return matchCondition(snapshot, query);
  }
}

type Condition = Extract<Query, { readonly kind: 'state' | 'having' | 'language' | 'dates' | 'minutes' }>;

async function matchCondition(snapshot: IndexSnapshot, query: Condition): Promise<Matches> {
  const { states } = snapshot;
  if (query.kind === 'state') return byCondition(snapshot, (number) => isIn(query.state, states[number] ?? 0));
  if (query.kind === 'having') return matchHaving(snapshot, query.having);
  const columns = await snapshot.readColumns();
  if (query.kind === 'language') {
    const wanted = languageNumber(foldText(query.language));
    return byCondition(snapshot, (number) => wanted !== 0 && columns.languages[number] === wanted);
  }
  if (query.kind === 'dates') {
    const { from, to, of } = query;
    return byCondition(snapshot, (number) => {
      const savedOn = Math.floor((columns.savedAt[number] ?? 0) / 86_400);
      const published = columns.publishedOn[number] ?? 0;
      const day = of === 'saved' || published === 0 ? savedOn : published;
      return day >= from && day < to;
    });
  }
  const begun =
    query.of === 'all' ? [] : numbersWhere(snapshot, (number) => ((states[number] ?? 0) & STATE.begun) !== 0);
  const left = await snapshot.readProgress(begun);
  return byCondition(snapshot, (number) => {
    const wordCount = columns.wordCounts[number] ?? 0;
    if (wordCount === 0) return false;
    const minutes = left.get(number) ?? minutesToRead(wordCount, snapshot.pace);
    return minutes >= query.least && minutes <= query.most;
  });
}

function isIn(state: State, bits: number): boolean {
  const has = (bit: number) => (bits & bit) !== 0;
  switch (state) {
    case 'trashed':
      return has(STATE.trashed);
    case 'archived':
      return has(STATE.archived);
    case 'favourite':
      return has(STATE.favourite);
    case 'finished':
      return has(STATE.finished);
    case 'reading':
      return has(STATE.begun) && !has(STATE.finished);
    case 'unread':
      return !has(STATE.begun) && !has(STATE.finished) && !has(STATE.archived);
  }
}

async function matchHaving(snapshot: IndexSnapshot, having: Having): Promise<Matches> {
  if (having === 'mark') return matchKey(snapshot, MARK_TERM);
  if (having === 'note') {
    const matches = openMatches(snapshot);
    for (const documents of await snapshot.readDocuments()) {
      const { keys, lengths } = documents;
      for (const [document, key] of keys.entries()) {
        const isHere = key % PARTS === PART.note && (lengths[document] ?? 0) > 0 && isLatest(documents, document);
        if (isHere) addMatch(matches, Math.floor(key / PARTS), BY_CONDITION, 0);
      }
    }
    return matches;
  }
  const { contents } = await snapshot.readColumns();
  return byCondition(snapshot, (number) => ((contents[number] ?? 0) & CONTENT[having]) !== 0);
}

async function matchKey(snapshot: IndexSnapshot, term: string): Promise<Matches> {
  const matches = openMatches(snapshot);
  const finding = snapshot.segments.map((segment) => findTerm(segment, term));
  const [hits, all] = await Promise.all([Promise.all(finding), snapshot.readDocuments()]);
  for (const { segment, block, entry } of hits.flat()) {
    const documents = documentsOf(segment, all);
    eachPosting(block, entry, (document) => {
      const key = documents.keys[document] ?? 0;
      if (isLatest(documents, document)) addMatch(matches, Math.floor(key / PARTS), BY_CONDITION, 0);
    });
  }
  return matches;
}

function byCondition(snapshot: IndexSnapshot, isWanted: (number: number) => boolean): Matches {
  const matches = openMatches(snapshot);
  for (let number = 1; number < snapshot.articleCount; number++) {
    if (isWanted(number)) addMatch(matches, number, BY_CONDITION, 0);
  }
  return matches;
}

function numbersWhere({ articleCount }: IndexSnapshot, isWanted: (number: number) => boolean): readonly number[] {
  const numbers: number[] = [];
  for (let number = 1; number < articleCount; number++) if (isWanted(number)) numbers.push(number);
  return numbers;
}

/** Nothing asked for is everything found. */
function join(snapshot: IndexSnapshot, each: readonly Matches[], how: 'all' | 'any'): Matches {
  // What all have, the one with the fewest has.
  const [fewest] = each.toSorted((a, b) => a.count - b.count);
  if (fewest === undefined) return byCondition(snapshot, () => how === 'all');
  const joined = openMatches(snapshot);
  for (const { numbers, count } of how === 'all' ? [fewest] : each) {
    for (let i = 0; i < count; i++) {
      const number = numbers[i] as number;
      if (joined.scores[number] !== 0) continue;
      let sum = 0;
      let having = 0;
      let where = 0;
      for (const one of each) {
        const score = one.scores[number] as number;
        if (score === 0) continue;
        having++;
        sum += score;
        where |= one.places[number] as number;
      }
      if (how === 'any' || having === each.length) addMatch(joined, number, sum, where);
    }
  }
  return joined;
}

/** A late save and one still to be read weigh a little more; no text is beaten by it that is clearly better. */
const RECENCY = 0.1;
const BY_STATE = 0.05;

/** By the bits of a state. */
const STATE_WEIGHTS = new Float64Array(256).map((_, state) => {
  const favourite = (state & STATE.favourite) === 0 ? 0 : BY_STATE;
  const archived = (state & (STATE.archived | STATE.finished)) === 0 ? BY_STATE : 0;
  return 1 + favourite + archived;
});

/** The most that state and recency make of a score, and a little, as the two are not rounded alike. */
const MOST_WEIGHT = 1 + 2 * BY_STATE + RECENCY + 1e-6;

async function sortKeyOf(
  snapshot: IndexSnapshot,
  order: Exclude<Order, 'relevance'>,
): Promise<(number: number) => number> {
  const { savedAt, wordCounts } = await snapshot.readColumns();
  if (order === 'newest') return (number) => savedAt[number] ?? 0;
  // A link without a text is not the shortest text.
  return (number) => -((wordCounts[number] ?? 0) || 1e9);
}

interface Ranked {
  readonly number: number;
  readonly key: number;
}

const higherFirst = (a: Ranked, b: Ranked): number => b.key - a.key || b.number - a.number;

/** So many more than are asked for are kept before the lower ones are thrown away. */
const KEPT_BESIDES = 100;

/** Keeps the `limit` highest keys of many; of equals the later number. `offer` gives the least key that is worth an offer. */
function openTop(limit: number) {
  let kept: Ranked[] = [];
  let least = Number.NEGATIVE_INFINITY;
  const take = (): readonly Ranked[] => kept.sort(higherFirst).slice(0, limit);
  return {
    offer(number: number, key: number): number {
      kept.push({ number, key });
      if (kept.length > limit + KEPT_BESIDES) {
        kept = [...take()];
        least = kept.at(-1)?.key ?? Number.POSITIVE_INFINITY;
      }
      return least;
    },
    take,
  };
}
