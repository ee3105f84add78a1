import { calendarNames } from './calendar-names.ts';
import { foldText } from './fold-text.ts';
import { matchWord, PLACE } from './match-word.ts';
import { countIn } from './matches.ts';
import type { IndexSnapshot } from './snapshot.ts';
import { eachToken } from './tokens.ts';

export interface Related {
  /** An article's number in the index. */
  readonly number: number;
  readonly score: number;
  /** The words that both share and that say most, as the article writes them. */
  readonly words: readonly string[];
}

/** What is known of the article whose relations are sought. */
export interface RelatedTo {
  readonly number: number;
  readonly title: string;
  readonly text: string;
  /** Words that every text of its language has, folded: they say nothing. */
  readonly stopWords: ReadonlySet<string>;
}

/** So many words are looked up, and so many of them decide. */
const MOST_CANDIDATES = 80;
const MOST_TERMS = 24;
const SHOWN_WORDS = 3;
/** A word of more than this share of the library says nothing about one article. */
const COMMON = 0.12;
/** Two articles are related if they share a name or so many telling words, and this part of all that the first one says. */
const FEWEST_SHARED = 2;
const LEAST_LIKENESS = 0.12;
/** Among so few articles many a word seems rare that is not: more has to be shared, and a name or a word of both titles with it. */
const SMALL_LIBRARY = 60;
const LEAST_LIKENESS_IN_SMALL = 0.25;

/**
 * Articles that share the telling words of one, best first: words that it repeats, has in its title or writes as names, and
 * that few others have. From the index alone; the words that decided are given with each.
 */
export async function findRelated(
  snapshot: IndexSnapshot,
  to: RelatedTo,
  out: number,
  limit: number,
): Promise<readonly Related[]> {
  const { articleCount, states } = snapshot;
  const most = Math.max(3, articleCount * COMMON);
  const matched = await Promise.all(
    candidatesOf(to).map(async (candidate) => {
      const word = { term: candidate.term, isPrefix: false, where: 'anywhere' } as const;
      const matches = await matchWord(snapshot, word, out);
      return { ...candidate, matches, count: countIn(matches, snapshot, out) };
    }),
  );
  const telling = matched
    .filter(({ count }) => count > 1 && count <= most)
    .map((one) => ({ ...one, weight: one.weight * Math.log(1 + articleCount / one.count) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_TERMS);
  const sums = new Float32Array(articleCount);
  const shared = new Uint8Array(articleCount);
  const hasSubject = new Uint8Array(articleCount);
  for (const { matches, weight, isName, isProper, inTitle } of telling) {
    const { numbers, scores, places } = matches;
    for (const number of numbers.subarray(0, matches.count)) {
      if (((states[number] ?? 0) & out) !== 0) continue;
      sums[number] = (sums[number] ?? 0) + (scores[number] ?? 0) * weight;
      if (isProper || (inTitle && ((places[number] ?? 0) & PLACE.title) !== 0)) hasSubject[number] = 1;
      shared[number] = (shared[number] ?? 0) + (isName ? FEWEST_SHARED : 1);
    }
  }
  const whole = sums[to.number] ?? 0;
  const isSmall = articleCount <= SMALL_LIBRARY;
  const least = whole * (isSmall ? LEAST_LIKENESS_IN_SMALL : LEAST_LIKENESS);
  const found: number[] = [];
  for (let number = 1; number < articleCount; number++) {
    const isLike = (shared[number] ?? 0) >= FEWEST_SHARED && (sums[number] ?? 0) >= least;
    if (number !== to.number && isLike && (!isSmall || hasSubject[number] === 1)) found.push(number);
  }
  return found
    .sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b)
    .slice(0, limit)
    .map((number) => ({
      number,
      score: whole === 0 ? 0 : (sums[number] ?? 0) / whole,
      words: telling
        .filter(({ matches }) => (matches.scores[number] ?? 0) > 0)
        .sort((a, b) => b.weight * (b.matches.scores[number] ?? 0) - a.weight * (a.matches.scores[number] ?? 0))
        .slice(0, SHOWN_WORDS)
        .map(({ written }) => written),
    }));
}

interface Candidate {
  readonly term: string;
  /** As the article writes it. */
  readonly written: string;
  readonly isName: boolean;
  /** A name, and nowhere without its capital. */
  readonly isProper: boolean;
  readonly inTitle: boolean;
  readonly weight: number;
}

/** The words of an article that may say what it is about. */
function candidatesOf({ title, text, stopWords }: RelatedTo): readonly Candidate[] {
  const found = new Map<
    string,
    { written: string; count: number; inTitle: boolean; isName: boolean; isProper: boolean }
  >();
  const take = (source: string, inTitle: boolean) =>
    eachToken(source, (term, _, start, end) => {
      const written = source.slice(start, end);
      if (stopWords.has(term) || (term.length < 3 && !/\p{scx=Han}/u.test(term))) return;
      if (calendarNames().has(written.toLowerCase())) return;
      // A capital inside of a sentence: a name. Where a sentence begins, every word has one.
      const isCapital = written !== written.toLowerCase();
      const isName = isCapital && !/(?:^|[.!?:“"\n]\s*)$/.test(source.slice(Math.max(0, start - 3), start));
      const known = found.get(term);
      if (known === undefined) found.set(term, { written, count: 1, inTitle, isName, isProper: isCapital });
      else {
        known.isProper &&= isCapital;
        known.count++;
        known.inTitle ||= inTitle;
        known.isName ||= isName;
      }
    });
  take(title, true);
  take(text, false);
  return [...found]
    .map(([term, { written, count, inTitle, isName, isProper }]) => ({
      term,
      written,
      isName,
      inTitle,
      isProper: isName && isProper,
      weight:
        (count / (count + 1.5)) * (inTitle ? 1.8 : 1) * (isName ? 2.2 : 1) * (foldText(term).length > 3 ? 1 : 0.7),
    }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_CANDIDATES);
}
