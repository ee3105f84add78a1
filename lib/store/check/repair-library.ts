import type { IndexableType, Table } from 'dexie';
import type { ArticleId, ContentHash, ListId, Timestamp, VersionId } from '../../article/ids.ts';
import { linksIn, tagsIn } from '../../article/note-text.ts';
import { shelvesOf } from '../../article/reading.ts';
import { foldText } from '../../search/fold-text.ts';
import type { LecternDatabase, Store } from '../database.ts';
import { indexAnew, indexMissing, removeFromIndex } from '../index-anew.ts';
import { indexTables } from '../index-many.ts';
import { refreshShown } from '../shown.ts';
import { checkLibrary, type TellCheck } from './check-library.ts';
import type { Fault, FaultKind, LibraryCheck } from './faults.ts';

/** What was put aside: a row as it was, from where, and why. Nothing of it is ever deleted by Lectern itself. */
export interface QuarantinedRow {
  readonly id: string;
  readonly table: string;
  readonly row: unknown;
  readonly why: FaultKind;
  readonly at: Timestamp;
}

/** How a repair dresses a list that is made anew: colours and ranks are not the store's to choose. */
export interface Dressing {
  readonly nextRank: (last: string | undefined) => string;
}

export interface Repaired {
  readonly mended: number;
  readonly putAside: number;
  /** How the library stands now. */
  readonly check: LibraryCheck;
}

/** What was mended may leave something that nothing refers to any more; more often than so there is nothing to gain. */
const MOST_ROUNDS = 4;

/**
 * Checks and mends until there is nothing left to mend, and says what was done and what is left: rows that the browser
 * can't read.
 */
export async function repairLibrary(store: Store, dressing: Dressing, tell?: TellCheck): Promise<Repaired> {
  let mended = 0;
  let putAside = 0;
  for (let round = 0; ; round++) {
    const check = await checkLibrary(store, tell);
    const isDone = round === MOST_ROUNDS || check.faults.every(({ kind }) => kind === 'unreadable');
    if (isDone) return { mended, putAside, check };
    const done = await mendFaults(store, check.faults, dressing);
    mended += done.mended;
    putAside += done.putAside;
  }
}

/**
 * Mends what `checkLibrary` found. What can be made from other rows is made anew; everything else that is wrong is put
 * aside as it is, and never deleted. Each fault is looked at again inside its transaction, so that one that is gone by
 * then changes nothing, and a repair that was stopped goes on when it is called again.
 */
export async function mendFaults(
  store: Store,
  faults: readonly Fault[],
  dressing: Dressing,
): Promise<Pick<Repaired, 'mended' | 'putAside'>> {
  const { db } = store;
  let putAside = 0;
  let mended = 0;
  // First what others build on: whole versions before articles choose among them.
  for (const kind of ORDER) {
    for (const fault of faults.filter((one) => one.kind === kind)) {
      const done = await MENDERS[kind](store, fault, dressing);
      if (done === 'put-aside') putAside++;
      if (done) mended++;
    }
  }
  const concerned = new Set(faults.flatMap(({ articleId }) => articleId ?? []));
  const isIndexWhole = faults.every(({ kind, articleId }) => kind !== 'index' || articleId !== undefined);
  if (isIndexWhole) await renewIndex(store, [...concerned]);
  else await makeIndexAnew(store);
  await db.transaction('rw', [db.listEntries, db.taggings, db.notes, db.highlights, db.readings], async () => {
    const readings = await db.readings.bulkGet([...concerned]);
    const present = readings.flatMap((reading) => reading ?? []);
    await refreshShown(
      db,
      present.map(({ articleId, trashedAt }) => ({ articleId, isTrashed: trashedAt !== undefined })),
    );
  });
  return { mended, putAside };
}

export const readQuarantine = ({ db }: Store): Promise<readonly QuarantinedRow[]> => db.quarantine.toArray();

type Done = 'made-anew' | 'put-aside' | undefined;
type Mender = (store: Store, fault: Fault, dressing: Dressing) => Promise<Done>;

const ORDER = [
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

const MENDERS: Readonly<Record<(typeof ORDER)[number], Mender>> = {
  'no-list': ({ db, now }, { key }, { nextRank }) =>
    db.transaction('rw', db.lists, async (): Promise<Done> => {
      const listId = Array.isArray(key) ? (key[0] as ListId) : undefined;
      if (listId === undefined || (await db.lists.get(listId))) return undefined;
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
  'broken-body': async (store, { key }) => {
    const { db } = store;
    return db.transaction('rw', [db.versions, db.bodies, db.articles, db.quarantine], async () => {
      for (const { id } of await db.versions.where('bodyHash').equals(String(key)).toArray()) {
        await putVersionAside(store, id, 'broken-body');
      }
      return putAside(store, db.bodies, key as ContentHash, 'broken-body');
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
    return db.transaction('rw', db.pictures, db.pictureFiles, db.quarantine, async () => {
      await requeue(db, (row) => row.fileHash === key, now());
      return putAside(store, db.pictureFiles, key as ContentHash, 'broken-file');
    });
  },
  'no-file': ({ db, now }, { key }) =>
    db.transaction('rw', db.pictures, async (): Promise<Done> => {
      await requeue(db, ({ id }) => id === key, now());
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
  'stray-batch': (store, { key }) =>
    store.db.transaction('rw', store.db.importBatches, store.db.quarantine, () =>
      putAside(store, store.db.importBatches, key as [string, number], 'stray-batch'),
    ),
  'stray-thumbnail': async ({ db }, { key }) => {
    await db.thumbnails.delete(key as ArticleId);
    return 'made-anew';
  },
  derived: async ({ db }, { table, key }) => {
    // The `shown…` keys are renewed for every article concerned, at the end.
    if (table === 'readings') {
      await db.readings
        .where('articleId')
        .equals(String(key))
        .modify((row) => {
          Object.assign(row, { shelves: shelvesOf(row) });
        });
    }
    if (table === 'highlights') {
      await db.highlights
        .where('id')
        .equals(String(key))
        .modify((row) => {
          const links = [...new Set(linksIn(row.note).map(({ target }) => target))];
          Object.assign(row, { tagKeys: [...new Set(tagsIn(row.note).map(foldText))], links });
        });
    }
    return 'made-anew';
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

async function requeue(
  db: LecternDatabase,
  isMeant: (row: { id: string; fileHash?: string }) => boolean,
  at: Timestamp,
) {
  const rows = await db.pictures.filter(isMeant).toArray();
  await db.pictures.bulkPut(
    rows.map(({ fileHash: _, byteLength: __, reason: ___, ...row }) => ({
      ...row,
      state: 'waiting' as const,
      attempts: 0,
      queuedFor: at + row.position,
      updatedAt: at,
    })),
  );
}

const INDEX_TABLES = [
  'indexArticles',
  'indexDeltas',
  'indexSegments',
  'indexBlocks',
  'indexPrefixes',
  'indexRoot',
] as const;

/** Articles in one transaction, as in `indexMissing`. */
const AT_ONCE = 40;

async function renewIndex(store: Store, ids: readonly ArticleId[]): Promise<void> {
  const { db } = store;
  const tables = [
    db.articles,
    db.versions,
    db.bodies,
    db.readings,
    db.notes,
    db.highlights,
    db.taggings,
    db.listEntries,
  ];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const chunk = ids.slice(at, at + AT_ONCE);
    await db.transaction('rw', [...tables, db.pictures, ...indexTables(db)], async () => {
      const here = new Set(await db.articles.where('id').anyOf(chunk).primaryKeys());
      await indexAnew(store, [...here]);
      await removeFromIndex(
        store,
        chunk.filter((id) => !here.has(id)),
      );
    });
  }
}

/** Drops the index, which is derived as a whole, and makes it again from the texts. */
async function makeIndexAnew(store: Store): Promise<void> {
  const { db } = store;
  const tables = INDEX_TABLES.map((name) => db.table(name));
  // A revision is never given twice: open pages remember segments by it. Where it can't be read, the time is higher.
  const root = await db.indexRoot.get('revision').catch(() => undefined);
  const former = root?.name === 'revision' ? root : { revision: Math.floor(store.now() / 1000), merged: 0 };
  const last = await db.indexDeltas
    .orderBy(':id')
    .lastKey()
    .catch(() => undefined);
  await db.transaction('rw', tables, async () => {
    await Promise.all(tables.map((table) => table.clear()));
    await db.indexRoot.put({
      name: 'revision',
      revision: former.revision + 1,
      merged: Math.max(former.merged, Number(last ?? 0)),
    });
  });
  await indexMissing(store);
}
