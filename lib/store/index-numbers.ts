import type { ArticleId, Timestamp } from '../article/ids.ts';
import { PART } from '../search/index-part.ts';
import { STATE } from '../search/snapshot.ts';
import type { LecternDatabase } from './database.ts';
import type { IndexArticle, IndexEntry } from './index-tables.ts';
import { rowsOf } from './rows-of.ts';

// Articles get their numbers with the merge of what they wrote: a save writes one row of the index and no more. Who reads the index
// before lends each the number that it would get.

/** The rows of articles by their id. `undefined` of one that has none for certain. */
export type NumberedArticles = ReadonlyMap<ArticleId, IndexArticle | undefined>;

/** What entries that are not merged yet make of the numbers. */
export interface Numbering {
  readonly numberOf: ReadonlyMap<ArticleId, number>;
  /** Rows that are to be written with the merge: of articles that are new, and of those that were erased or came back. */
  readonly changed: readonly IndexArticle[];
  /** Those of `changed` that had no number, in the order of saving. */
  readonly fresh: readonly IndexArticle[];
}

/** The articles that an entry says something of. */
const idsIn = ({ parts, states }: IndexEntry): readonly ArticleId[] => [
  ...parts.map(({ articleId }) => articleId),
  ...states.flatMap(({ articleIds }) => articleIds),
];

/**
 * Numbers the articles of these entries, the oldest first. A new one is known by its text, and gets the next number after `last`; one
 * that was erased before it had a number gets none.
 */
export function numberArticles(
  entries: readonly IndexEntry[],
  rows: NumberedArticles,
  last: number,
  at: Timestamp,
): Numbering {
  const bitsOf = new Map<ArticleId, number>();
  for (const { states } of entries)
    for (const { articleIds, bits } of states) for (const id of articleIds) bitsOf.set(id, bits);
  const isGone = (id: ArticleId): boolean => ((bitsOf.get(id) ?? 0) & STATE.gone) !== 0;
  const texts = entries.flatMap(({ parts }) => parts.filter(({ part }) => part === PART.text));
  const added = new Set(texts.map(({ articleId }) => articleId).filter((id) => !rows.get(id) && !isGone(id)));
  const fresh = [...added].map((articleId, i): IndexArticle => ({ articleId, number: last + 1 + i }));
  const others = [...rows.values()].flatMap((row): readonly IndexArticle[] => {
    if (!row || !bitsOf.has(row.articleId) || isGone(row.articleId) === (row.goneAt !== undefined)) return [];
    const { goneAt: _, ...present } = row;
    return [isGone(row.articleId) ? { ...present, goneAt: at } : present];
  });
  const given = [...rows.values()].flatMap((row) => row ?? []);
  return {
    numberOf: new Map([...given, ...fresh].map(({ articleId, number }) => [articleId, number])),
    changed: [...fresh, ...others],
    fresh,
  };
}

/** The last number that was given, 0 before the first. */
export async function readLastNumber({ indexArticles }: LecternDatabase): Promise<number> {
  const last = await indexArticles.orderBy(':id').lastKey();
  return typeof last === 'number' ? last : 0;
}

/** The rows of all articles of these entries; what is `known` is not asked for again. */
export async function readNumbered(
  { indexArticles }: LecternDatabase,
  entries: readonly IndexEntry[],
  known: NumberedArticles = new Map(),
): Promise<NumberedArticles> {
  const wanted = new Set(entries.flatMap(idsIn).filter((id) => !known.has(id)));
  if (wanted.size === 0) return known;
  const rows = await rowsOf(indexArticles, 'articleId', [...wanted]);
  return new Map([...known, ...rows.map((row) => [row.articleId, row] as const)]);
}

/** As `numberArticles`, by what the database knows of them. */
export async function readNumbering(
  db: LecternDatabase,
  entries: readonly IndexEntry[],
  at: Timestamp,
  known?: NumberedArticles,
): Promise<Numbering> {
  const [rows, last] = await Promise.all([readNumbered(db, entries, known), readLastNumber(db)]);
  return numberArticles(entries, rows, last, at);
}
