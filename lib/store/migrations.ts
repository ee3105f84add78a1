import type { Transaction } from 'dexie';

interface Migration {
  readonly version: number;
  /** Dexie's index notation: primary key first; `&` unique, `*` one entry per element, `[a+b]` compound. */
  readonly stores: Readonly<Record<string, string>>;
  /** Rebuilds what is derived. Runs inside the upgrade; if it fails, the database stays as it was. */
  readonly upgrade?: (transaction: Transaction) => Promise<unknown>;
}

const DERIVED_INDEX = [
  'indexArticles',
  'indexDeltas',
  'indexSegments',
  'indexDocuments',
  'indexBlocks',
  'indexPrefixes',
  'indexRoot',
] as const;

/**
 * The index is derived: `indexMissing` makes it anew. The numbers of writes go on: a smaller one would look like an older copy of the
 * library. Only the last version that asks for it does it (`openDatabase`), when all these tables are there.
 */
async function dropIndex(transaction: Transaction): Promise<void> {
  const root = transaction.table('indexRoot');
  const { revision = 0, merged = 0 } = (await root.get('revision')) ?? {};
  const last = await transaction.table('indexDeltas').orderBy(':id').lastKey();
  await Promise.all(DERIVED_INDEX.map((table) => transaction.table(table).clear()));
  await root.put({ name: 'revision', revision: revision + 1, merged: Math.max(merged, Number(last ?? 0)) });
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
  {
    version: 6,
    stores: {},
    // The index of version 3 knew no marks and stored positions in more bytes.
    upgrade: dropIndex,
  },
  {
    version: 7,
    stores: {
      textJobs: 'articleId, [state+dueAt]',
    },
  },
  {
    version: 8,
    stores: {
      // Back-links: which notes link to an article or a mark.
      highlights: 'id, articleId, shownAt, *links',
    },
  },
  {
    version: 9,
    stores: {
      // Whether a picture file is still used, and what was saved, read and finished in a span of time: counts of keys.
      pictures: 'id, articleId, &[articleId+url], state, queuedFor, fileHash',
      readings:
        'articleId, savedAt, lastReadAt, finishedAt, shelves.inbox, shelves.reading, shelves.favourites, shelves.archive, shelves.trash',
    },
  },
  {
    version: 10,
    stores: {
      indexDocuments: '[segmentId+number]',
    },
    // The documents of a segment stood in its row, before all that a search asks for.
    upgrade: dropIndex,
  },
];
