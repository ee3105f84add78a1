import type { Article } from '../article/article.ts';
import type { Highlight } from '../article/highlight.ts';
import type { UntrustedHtml } from '../article/html.ts';
import type { ArticleId } from '../article/ids.ts';
import type { ListEntry, Tagging } from '../article/list.ts';
import type { Reading } from '../article/reading.ts';
import { PART, packPart } from '../search/index-part.ts';
import { STATE } from '../search/snapshot.ts';
import type { LecternDatabase, Store } from './database.ts';
import { addManyToIndex } from './index-many.ts';
import { readNumbering } from './index-numbers.ts';
import { type IndexedPart, type IndexedState, indexTables } from './index-tables.ts';
import { marksPart, notePart, shelvingOf, shelvingParts, statesOf, textPart } from './index-writes.ts';
import { rowsOf } from './rows-of.ts';

/** Articles in one transaction: some 100 ms of work, so that a save never waits longer. */
const AT_ONCE = 40;

/** The tables that `readIndexable` reads, for the caller's transaction. */
export const indexableTables = (db: LecternDatabase) => [
  db.articles,
  db.versions,
  db.bodies,
  db.readings,
  db.notes,
  db.taggings,
  db.listEntries,
  db.pictures,
  db.highlights,
];

/** Puts articles into the index that are not in it: those of a database from before there was one. */
export async function indexMissing(store: Store): Promise<void> {
  const { db } = store;
  const waiting = await db.transaction('r', db.articles, db.indexArticles, db.indexDeltas, async () => {
    const [articles, indexed, gone, deltas] = await Promise.all([
      db.articles.count(),
      db.indexArticles.count(),
      db.indexArticles.orderBy('goneAt').count(),
      db.indexDeltas.toArray(),
    ]);
    const { changed, fresh } = await readNumbering(db, deltas, store.now());
    const erased = changed.filter(({ goneAt }) => goneAt !== undefined).length;
    const back = changed.length - fresh.length - erased;
    return indexed - gone + fresh.length + back - erased >= articles ? undefined : fresh;
  });
  if (!waiting) return;
  const known = new Set([...(await db.indexArticles.toArray()), ...waiting].map(({ articleId }) => articleId));
  const missing = (await db.readings.toCollection().primaryKeys()).filter((id) => !known.has(id));
  // Numbers follow the order of saving.
  const readings = (await db.readings.bulkGet(missing)).flatMap((reading) => reading ?? []);
  readings.sort((a, b) => a.savedAt - b.savedAt);
  for (let at = 0; at < readings.length; at += AT_ONCE) {
    const ids = readings.slice(at, at + AT_ONCE).map(({ articleId }) => articleId);
    await db.transaction('rw', [...indexableTables(db), ...indexTables(db)], () => indexAnew(store, ids));
  }
}

/**
 * Indexes all of these articles as they stand, with one entry for all of them. Runs inside the caller's transaction, at
 * its end; for writes that change much of many articles.
 */
export async function indexAnew(store: Store, ids: readonly ArticleId[]): Promise<void> {
  const { parts, states } = await readIndexable(store, ids);
  await addManyToIndex(store, parts, states);
}

/** An article that was not in the library before, with all that is searched of it. */
export interface NewlyIndexed {
  readonly article: Article;
  readonly reading: Reading;
  readonly html: UntrustedHtml | undefined;
  readonly hasPictures: boolean;
  readonly note: string;
  readonly taggings: readonly Tagging[];
  readonly entries: readonly ListEntry[];
  readonly marks: readonly Highlight[];
}

/**
 * As `indexAnew`, for articles that were just added and whose rows are at hand. Reading them again would cost an import
 * ten requests for each.
 */
export async function indexNew(store: Store, added: readonly NewlyIndexed[]): Promise<void> {
  const parts = added.flatMap(({ article, html, hasPictures, note, taggings, entries, marks }) => [
    textPart(article, html, hasPictures),
    shelvingOf(article.id, taggings, entries),
    notePart(article.id, note),
    marksPart(article.id, marks),
  ]);
  const used = parts.filter(({ block }) => block.length > 0);
  const states = statesOf(added.map(({ reading }) => reading));
  await addManyToIndex(store, used, states, new Map(added.map(({ article }) => [article.id, undefined])));
}

/** What the index should hold of articles as they stand; nothing of those that are not here. */
export async function readIndexable(
  { db }: Store,
  ids: readonly ArticleId[],
): Promise<{ readonly parts: readonly IndexedPart[]; readonly states: readonly IndexedState[] }> {
  const keys = [...ids];
  const [articles, notes, readings, pictures, marks, shelvings] = await Promise.all([
    db.articles.bulkGet(keys),
    db.notes.bulkGet(keys),
    db.readings.bulkGet(keys),
    Promise.all(keys.map((id) => db.pictures.where('articleId').equals(id).count())),
    rowsOf(db.highlights, 'articleId', keys),
    shelvingParts(db, keys),
  ]);
  const marksOf = Map.groupBy(marks, ({ articleId }) => articleId);
  const versions = await db.versions.bulkGet(articles.map((article) => article?.versionId ?? ('' as never)));
  const bodies = await db.bodies.bulkGet(versions.map((version) => version?.bodyHash ?? ('' as never)));
  const parts = articles.map((article, i): readonly (IndexedPart | undefined)[] =>
    article
      ? [
          textPart(article, bodies[i]?.html, (pictures[i] ?? 0) > 0),
          shelvings[i],
          notePart(article.id, notes[i]?.text ?? ''),
          marksPart(article.id, marksOf.get(article.id) ?? []),
        ]
      : [],
  );
  return {
    parts: parts.flat().flatMap((part) => part ?? []),
    states: statesOf(readings.flatMap((reading) => reading ?? [])),
  };
}

/** Takes erased articles out of the index, inside the caller's transaction. Their terms go with the next merge. */
export async function removeFromIndex(store: Pick<Store, 'db' | 'now'>, ids: readonly ArticleId[]): Promise<void> {
  const empty = ids.flatMap((articleId) =>
    Object.values(PART).map((part): IndexedPart => ({ ...packPart([]), articleId, part, language: 0 })),
  );
  await addManyToIndex(store, empty, [{ articleIds: ids, bits: STATE.gone }]);
}
