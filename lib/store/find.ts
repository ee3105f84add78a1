import type { ArticleId } from '../article/ids.ts';
import { queryWords } from '../search/words.ts';
import type { Store } from './database.ts';

/** The most candidates read for sorting: titles and sites only, until the full index comes. */
const MOST_CANDIDATES = 2000;

/**
 * Articles outside the trash whose title or site has all the words typed, the last one as a beginning; newest first.
 * Reads keys from the word index and no table whole.
 */
export async function findArticles({ db }: Store, typed: string, limit: number): Promise<readonly ArticleId[]> {
  const { words, prefix } = queryWords(typed);
  const keySets = await Promise.all([
    ...words.map((word) => db.articles.where('words').equals(word).primaryKeys()),
    ...(prefix === undefined ? [] : [db.articles.where('words').startsWith(prefix).distinct().primaryKeys()]),
  ]);
  const [first, ...others] = keySets.sort((a, b) => a.length - b.length);
  if (!first) return [];
  const sets = others.map((keys) => new Set(keys));
  const found = first.filter((id) => sets.every((set) => set.has(id))).slice(0, MOST_CANDIDATES);
  const readings = await db.readings.bulkGet(found);
  return readings
    .filter((reading) => reading !== undefined)
    .filter(({ trashedAt }) => trashedAt === undefined)
    .sort((a, b) => b.savedAt - a.savedAt)
    .slice(0, limit)
    .map(({ articleId }) => articleId);
}
