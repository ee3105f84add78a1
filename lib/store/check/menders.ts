import { Dexie, type IndexableType, type Table } from 'dexie';
import type { ArticleId, ContentHash, ListId, PictureId, Timestamp, VersionId } from '../../article/ids.ts';
import type { Picture } from '../../article/picture.ts';
import { shelvesOf } from '../../article/reading.ts';
import type { LecternDatabase, Store } from '../database.ts';
import { type DerivedRow, withDerived } from './derived-keys.ts';
import type { Fault, FaultKind } from './faults.ts';
import { isPictureWhole, isWholeBody, isWholeFile } from './is-whole.ts';
import type { Dressing } from './repair-library.ts';

export type Done = 'made-anew' | 'put-aside' | undefined;
type Mender = (store: Store, fault: Fault, dressing: Dressing) => Promise<Done>;

/** In this order: first what others build on. */
export const ORDER = [
  'no-list',
  'no-body',
  'broken-body',
  'no-article',
  'no-text',
  'no-reading',
  'broken-file',
  'no-file',
  'stray-body',
  'stray-file',
  'stray-batch',
  'stray-thumbnail',
  'derived',
] as const;

/** What is done about each kind. Each looks again at what it mends, inside its transaction. */
export const MENDERS: Readonly<Record<(typeof ORDER)[number], Mender>> = {
  'no-list': ({ db, now }, { key }, { nextRank }) =>
    db.transaction('rw', db.lists, async (): Promise<Done> => {
      const [listId] = key as [ListId, ArticleId];
      if (await db.lists.get(listId)) return undefined;
      const others = await db.lists.toArray();
      const at = now();
      const rank = nextRank(
        others
          .map((list) => list.rank)
          .toSorted()
          .at(-1),
      );
      const name = `Recovered list ${others.filter((list) => list.name.startsWith('Recovered list')).length + 1}`;
      await db.lists.add({ id: listId, name, colour: 'amber', rank, createdAt: at, updatedAt: at });
      return 'made-anew';
    }),
  'no-body': (store, { key }) => putVersionAside(store, key as VersionId, 'no-body'),
  'broken-body': (store, { key }) => {
    const { db } = store;
    return db.transaction('rw', [db.versions, db.bodies, db.articles, db.quarantine], async (): Promise<Done> => {
      const body = await db.bodies.get(key as ContentHash);
      if (!body || (await Dexie.waitFor(isWholeBody(body)))) return undefined;
      for (const { id } of await db.versions.where('bodyHash').equals(body.hash).toArray()) {
        await putVersionAside(store, id, 'broken-body');
      }
      return putAside(store, db.bodies, body.hash, 'broken-body');
    });
  },
  'no-article': (store, { table, key }) =>
    store.db.transaction('rw', [store.db.table(table), store.db.articles, store.db.quarantine], async () => {
      const row = (await store.db.table(table).get(key as IndexableType)) as { articleId: ArticleId } | undefined;
      if (!row || (await store.db.articles.get(row.articleId))) return undefined;
      return putAside(store, store.db.table(table), key as IndexableType, 'no-article');
    }),
  'no-text': ({ db, now }, { key }) =>
    db.transaction('rw', db.articles, db.versions, db.bodies, async (): Promise<Done> => {
      const article = await db.articles.get(key as ArticleId);
      if (article?.versionId === undefined) return undefined;
      if ((await db.versions.get(article.versionId))?.articleId === article.id) return undefined;
      await showNewestWhole(db, article.id, now());
      return 'made-anew';
    }),
  'no-reading': ({ db }, { key }) =>
    db.transaction('rw', db.articles, db.readings, async (): Promise<Done> => {
      const article = await db.articles.get(key as ArticleId);
      if (!article || (await db.readings.get(article.id))) return undefined;
      const reading = { articleId: article.id, savedAt: article.savedAt, progress: 0, updatedAt: article.updatedAt };
      await db.readings.add({ ...reading, shelves: shelvesOf(reading) });
      return 'made-anew';
    }),
  'broken-file': (store, { key }) => {
    const { db, now } = store;
    return db.transaction('rw', db.pictures, db.pictureFiles, db.quarantine, async (): Promise<Done> => {
      const file = await db.pictureFiles.get(key as ContentHash);
      if (!file || (await Dexie.waitFor(isWholeFile(file)))) return undefined;
      await requeue(db, await db.pictures.where('fileHash').equals(file.hash).toArray(), now());
      return putAside(store, db.pictureFiles, file.hash, 'broken-file');
    });
  },
  'no-file': ({ db, now }, { key }) =>
    db.transaction('rw', db.pictures, db.pictureFiles, async (): Promise<Done> => {
      const picture = await db.pictures.get(key as PictureId);
      if (!picture) return undefined;
      const files = await db.pictureFiles
        .where('hash')
        .equals(picture.fileHash ?? '')
        .count();
      if (isPictureWhole(picture) && (picture.fileHash === undefined || files > 0)) return undefined;
      await requeue(db, [picture], now());
      return 'made-anew';
    }),
  'stray-body': (store, { key }) => {
    const { db } = store;
    return db.transaction('rw', db.versions, db.bodies, db.quarantine, async () => {
      if ((await db.versions.where('bodyHash').equals(String(key)).count()) > 0) return undefined;
      return putAside(store, db.bodies, key as ContentHash, 'stray-body');
    });
  },
  'stray-file': (store, { key }) => {
    const { db } = store;
    return db.transaction('rw', db.pictures, db.pictureFiles, db.quarantine, async () => {
      if ((await db.pictures.where('fileHash').equals(String(key)).count()) > 0) return undefined;
      return putAside(store, db.pictureFiles, key as ContentHash, 'stray-file');
    });
  },
  'stray-batch': (store, { key }) => {
    const { db } = store;
    return db.transaction('rw', db.imports, db.importBatches, db.quarantine, async (): Promise<Done> => {
      const batch = key as [importId: string, seq: number];
      if (await db.imports.get(batch[0])) return undefined;
      return putAside(store, db.importBatches, batch, 'stray-batch');
    });
  },
  'stray-thumbnail': ({ db }, { key }) =>
    db.transaction('rw', db.articles, db.thumbnails, async (): Promise<Done> => {
      if (await db.articles.get(key as ArticleId)) return undefined;
      await db.thumbnails.delete(key as ArticleId);
      return 'made-anew';
    }),
  derived: ({ db }, { table: name, key }) => {
    const table = db.table<DerivedRow, IndexableType>(name);
    return db.transaction('rw', table, db.readings, async (): Promise<Done> => {
      const row = await table.get(key as IndexableType);
      if (!row) return undefined;
      const reading = await db.readings.get(row.articleId);
      await table.put(withDerived(name, row, reading?.trashedAt !== undefined));
      return 'made-anew';
    });
  },
};

/** Moves a row as it is; inside the caller's transaction. */
async function putAside<Row, Key extends IndexableType, Insert>(
  { db, now, makeId }: Store,
  table: Table<Row, Key, Insert>,
  key: Key,
  why: FaultKind,
): Promise<Done> {
  const row = await table.get(key);
  if (row === undefined) return undefined;
  await db.quarantine.add({ id: makeId(), table: table.name, row, why, at: now() });
  await table.delete(key);
  return 'put-aside';
}

/** A version whose text is lost or broken goes, and its article shows the newest of those that are whole. */
function putVersionAside(store: Store, id: VersionId, why: FaultKind): Promise<Done> {
  const { db, now } = store;
  return db.transaction('rw', [db.versions, db.bodies, db.articles, db.quarantine], async () => {
    const version = await db.versions.get(id);
    if (!version) return undefined;
    if (why === 'no-body' && (await db.bodies.where('hash').equals(version.bodyHash).count()) > 0) return undefined;
    const done = await putAside(store, db.versions, id, why);
    if ((await db.articles.get(version.articleId))?.versionId === id) {
      await showNewestWhole(db, version.articleId, now());
    }
    return done;
  });
}

/** Without one, the article is a link, whose text may be saved again or restored. */
async function showNewestWhole(db: LecternDatabase, articleId: ArticleId, updatedAt: Timestamp): Promise<void> {
  const versions = await db.versions.where('articleId').equals(articleId).toArray();
  const hashes = await db.bodies
    .where('hash')
    .anyOf(versions.map(({ bodyHash }) => bodyHash))
    .primaryKeys();
  const [newest] = versions
    .filter(({ bodyHash }) => hashes.includes(bodyHash))
    .sort((one, other) => other.capturedAt - one.capturedAt);
  const article = await db.articles.get(articleId);
  if (!article) return;
  const { versionId: _, ...rest } = article;
  const next = newest ? { ...rest, versionId: newest.id, wordCount: newest.wordCount } : { ...rest, wordCount: 0 };
  await db.articles.put({ ...next, updatedAt });
}

async function requeue(db: LecternDatabase, pictures: readonly Picture[], at: Timestamp) {
  await db.pictures.bulkPut(
    pictures.map(({ fileHash: _, byteLength: __, reason: ___, ...row }) => ({
      ...row,
      state: 'waiting' as const,
      attempts: 0,
      queuedFor: at + row.position,
      updatedAt: at,
    })),
  );
}
