import type { Transaction } from 'dexie';

interface Migration {
  readonly version: number;
  /** Dexie's index notation: primary key first; `&` unique, `*` one entry per element, `[a+b]` compound. */
  readonly stores: Readonly<Record<string, string>>;
  /** Rebuilds what is derived. Runs inside the upgrade; if it fails, the database stays as it was. */
  readonly upgrade?: (transaction: Transaction) => Promise<unknown>;
}

/** Append only: a migration that has shipped is never edited. */
export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    stores: {
      articles: 'id, &urlKey, *words',
      versions: 'id, articleId, bodyHash',
      bodies: 'hash',
      readings: 'articleId, shelves.inbox, shelves.reading, shelves.favourites, shelves.archive, shelves.trash',
      lists: 'id',
      listEntries: '[listId+articleId], articleId, [listId+shownRank]',
      taggings: '[articleId+tagKey], articleId, shownKey, [shownKey+addedAt]',
      notes: 'articleId, shownAt',
      pictures: 'id, articleId, &[articleId+url], state, queuedFor',
      pictureFiles: 'hash',
      thumbnails: 'articleId',
    },
  },
  {
    version: 2,
    stores: {
      imports: 'id, status, createdAt',
      importBatches: '[importId+seq], [importId+state+seq]',
    },
  },
  {
    version: 3,
    stores: {
      articles: 'id, &urlKey',
      indexArticles: '++number, &articleId, goneAt',
      indexDeltas: '++seq',
      indexSegments: 'id',
      indexBlocks: '[segmentId+kind+number]',
      indexPrefixes: '[segmentId+prefix]',
      indexRoot: 'name',
    },
    // The words of titles stood in the rows before there was an index of all the text. That is made by `indexMissing`.
    upgrade: (transaction) =>
      transaction
        .table('articles')
        .toCollection()
        .modify((article: { words?: unknown }) => {
          delete article.words;
        }),
  },
  {
    version: 4,
    stores: {
      highlights: 'id, articleId, shownAt',
    },
  },
  {
    version: 5,
    stores: {
      quarantine: 'id',
      canary: 'name',
    },
  },
];
