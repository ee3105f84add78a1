import type { LecternDatabase } from '../../lib/store/database.ts';

/** What the reader did to an article, without times and order. */
export interface StandingArticle {
  readonly id: string;
  readonly shelves: readonly string[];
  readonly tags: readonly string[];
  /** Ids of lists, those that are deleted too. */
  readonly lists: readonly string[];
  readonly note: string;
  /** As `colour: note`, by id. */
  readonly marks: Readonly<Record<string, string>>;
  readonly picturesKept: number;
}

/** Where everything stands in the database, to be held against a model. */
export interface Standing {
  /** By address. */
  readonly articles: Readonly<Record<string, StandingArticle>>;
  /** Names and colours of the lists that are shown, by id, and of searches that are kept. */
  readonly lists: Readonly<Record<string, string>>;
  /** Rows that hang on no article. */
  readonly orphans: readonly string[];
}

export function readStanding(db: LecternDatabase): Promise<Standing> {
  const tables = [
    db.articles,
    db.readings,
    db.taggings,
    db.lists,
    db.listEntries,
    db.notes,
    db.highlights,
    db.pictures,
  ];
  return db.transaction('r', tables, async () => {
    const [articles, readings, taggings, lists, entries, notes, highlights, pictures] = await Promise.all([
      db.articles.toArray(),
      db.readings.toArray(),
      db.taggings.toArray(),
      db.lists.toArray(),
      db.listEntries.toArray(),
      db.notes.toArray(),
      db.highlights.toArray(),
      db.pictures.toArray(),
    ]);
    const ids = new Set<string>(articles.map(({ id }) => id));
    const hanging = { readings, taggings, entries, notes, highlights, pictures };
    const of = (id: string) => ({
      shelves: Object.keys(readings.find(({ articleId }) => articleId === id)?.shelves ?? {})
        // Where one read to, and whether by reading, is left to the reader's own tests.
        .filter((shelf) => shelf !== 'reading')
        .sort(),
      tags: taggings.flatMap(({ articleId, label, removedAt }) => (articleId === id && !removedAt ? label : [])).sort(),
      lists: entries
        .flatMap(({ articleId, listId, removedAt }) => (articleId === id && !removedAt ? listId : []))
        .sort(),
      note: notes.find(({ articleId }) => articleId === id)?.text ?? '',
      marks: Object.fromEntries(
        highlights
          .filter(({ articleId, deletedAt }) => articleId === id && deletedAt === undefined)
          .map((mark) => [mark.id, `${mark.colour}: ${mark.note}`]),
      ),
      picturesKept: pictures.filter(({ articleId, state }) => articleId === id && state === 'kept').length,
    });
    return {
      articles: Object.fromEntries(articles.map(({ id, url }) => [url, { id, ...of(id) }])),
      lists: Object.fromEntries(
        lists.flatMap(({ id, name, colour, query, deletedAt }) =>
          deletedAt === undefined ? [[id, query === undefined ? `${name}, ${colour}` : `search ${query}`]] : [],
        ),
      ),
      orphans: Object.entries(hanging).flatMap(([table, rows]) =>
        rows.flatMap(({ articleId }) => (ids.has(articleId) ? [] : `a row of ${table} on ${articleId}`)),
      ),
    };
  });
}
