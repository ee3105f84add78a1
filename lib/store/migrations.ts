interface Migration {
  readonly version: number;
  /** Dexie's index notation: primary key first; `&` unique, `*` one entry per element, `[a+b]` compound. */
  readonly stores: Readonly<Record<string, string>>;
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
];
