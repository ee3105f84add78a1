import type { Article } from '../article/article.ts';
import type { Highlight } from '../article/highlight.ts';
import type { UntrustedHtml } from '../article/html.ts';
import type { ArticleId, HighlightId, ListId, Timestamp, VersionId } from '../article/ids.ts';
import type { JoinedArticle, PreparedItem } from '../article/import-job.ts';
import type { ListEntry, Tagging } from '../article/list.ts';
import type { Note } from '../article/note.ts';
import type { Reading } from '../article/reading.ts';
import type { Store } from './database.ts';
import { rowsOf } from './rows-of.ts';

/** An article while a batch is written: as it will be, and what must be known to take it back. */
export interface Held {
  article: Article;
  reading: Omit<Reading, 'shelves'>;
  note: Note | undefined;
  readonly tagKeys: Set<string>;
  readonly listIds: Set<ListId>;
  readonly pictureUrls: Set<string>;
  /** What was taken off it before: kept, so that it is known that it was. */
  readonly removed: readonly (Tagging | ListEntry)[];
  /** That are not deleted. */
  readonly marks: Highlight[];
  /** The text that it gets, if it gets one. */
  html?: UntrustedHtml;
  readonly isNew: boolean;
  /** It lay in the trash and comes back. */
  readonly isTrashed: boolean;
  readonly change: Change;
}

type Change = Omit<JoinedArticle, 'tagKeys' | 'listIds' | 'removed' | 'markIds' | 'hasNewNote' | 'versionId'> & {
  removed?: (Tagging | ListEntry)[];
  readonly tagKeys: string[];
  readonly markIds: HighlightId[];
  readonly listIds: ListId[];
  hasNewNote: boolean;
  versionId?: VersionId;
};

/** The articles of a batch that are here, with all that hangs on them, in a few queries for all. */
export async function holdArticles({ db }: Store, items: readonly PreparedItem[]): Promise<Map<string, Held>> {
  const urlKeys = [...new Set(items.map(({ urlKey }) => urlKey))];
  const articles = await rowsOf(db.articles, 'urlKey', urlKeys);
  const ids = articles.map(({ id }) => id);
  const [readings, notes, taggings, entries, pictures, highlights] = await Promise.all([
    db.readings.bulkGet(ids),
    db.notes.bulkGet(ids),
    rowsOf(db.taggings, 'articleId', ids),
    rowsOf(db.listEntries, 'articleId', ids),
    rowsOf(db.pictures, 'articleId', ids),
    rowsOf(db.highlights, 'articleId', ids),
  ]);
  const tagsOf = group(
    taggings.filter(({ removedAt }) => removedAt === undefined),
    ({ tagKey }) => tagKey,
  );
  const listsOf = group(
    entries.filter(({ removedAt }) => removedAt === undefined),
    ({ listId }) => listId,
  );
  const removedOf = Map.groupBy(
    [...taggings, ...entries].filter(({ removedAt }) => removedAt !== undefined),
    ({ articleId }) => articleId,
  );
  const picturesOf = group(pictures, ({ url }) => url);
  const marksOf = group(
    highlights.filter(({ deletedAt }) => deletedAt === undefined),
    (mark) => mark,
  );
  return new Map(
    articles.map((article, index) => {
      const { id, savedAt } = article;
      const former = readings[index] ?? {
        articleId: id,
        savedAt,
        progress: 0,
        shelves: {},
        updatedAt: article.updatedAt,
      };
      const { trashedAt, shelves: _, ...reading } = former;
      const note = notes[index];
      const change: Change = {
        articleId: id,
        article,
        reading: former,
        tagKeys: [],
        listIds: [],
        markIds: [],
        hasNewNote: false,
        ...(note && { note }),
      };
      const held: Held = {
        article,
        reading,
        note,
        tagKeys: tagsOf.get(id) ?? new Set(),
        listIds: listsOf.get(id) ?? new Set(),
        removed: removedOf.get(id) ?? [],
        pictureUrls: picturesOf.get(id) ?? new Set(),
        marks: [...(marksOf.get(id) ?? [])],
        isNew: false,
        isTrashed: trashedAt !== undefined,
        change,
      };
      return [article.urlKey, held];
    }),
  );
}

/** An article that is not here yet, bare: what hangs on it is given as to any other. */
export function holdNew({ makeId }: Pick<Store, 'makeId'>, item: PreparedItem, at: Timestamp): Held {
  const id = makeId<ArticleId>();
  const savedAt = item.savedAt ?? at;
  const { url, urlKey, uncutUrl, title, authors, siteName, excerpt, publishedAt, language, direction } = item;
  const details = {
    ...(uncutUrl !== undefined && { uncutUrl }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(language !== undefined && { language }),
  };
  const metadata = { id, url, urlKey, title, authors, siteName, excerpt, ...details, direction, wordCount: 0 };
  const bare: Article = { ...metadata, savedAt, updatedAt: at };
  const reading = {
    articleId: id,
    savedAt,
    progress: 0,
    ...(item.isArchived && { archivedAt: savedAt }),
    updatedAt: at,
  };
  return {
    article: bare,
    reading,
    note: undefined,
    tagKeys: new Set(),
    listIds: new Set(),
    removed: [],
    pictureUrls: new Set(),
    marks: [],
    isNew: true,
    isTrashed: false,
    change: {
      articleId: id,
      article: bare,
      reading: { ...reading, shelves: {} },
      tagKeys: [],
      listIds: [],
      markIds: [],
      hasNewNote: false,
    },
  };
}

function group<Row extends { readonly articleId: ArticleId }, Value>(
  rows: readonly Row[],
  pick: (row: Row) => Value,
): Map<ArticleId, Set<Value>> {
  const groups = new Map<ArticleId, Set<Value>>();
  for (const row of rows) {
    const values = groups.get(row.articleId) ?? new Set();
    values.add(pick(row));
    groups.set(row.articleId, values);
  }
  return groups;
}
