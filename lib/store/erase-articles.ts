import type { Table } from 'dexie';
import type { ArticleId, ContentHash, Timestamp } from '../article/ids.ts';
import type { LecternDatabase, Store } from './database.ts';
import { removeFromIndex } from './index-anew.ts';
import { indexTables } from './index-tables.ts';
import { rowsOf } from './rows-of.ts';

/** Tables in which rows of an article stand: whatever hangs on one goes with it. The index is told in its own way. */
const ownTables = (db: LecternDatabase): readonly Table<unknown, unknown>[] =>
  db.tables.filter(
    ({ name, schema }) =>
      name !== 'indexArticles' && ('articleId' in schema.idxByName || schema.primKey.keyPath === 'articleId'),
  );

/** The tables that erasing touches, for its transaction. */
export const erasedTables = (db: LecternDatabase): readonly Table[] => [
  db.articles,
  ...ownTables(db),
  db.bodies,
  db.pictureFiles,
  ...indexTables(db),
];

/**
 * Erases articles that lie in the trash, with all that hangs on them, in one transaction. One that was restored meanwhile
 * stays.
 *
 * @returns those that were erased
 */
export function eraseTrashed({ db, now }: Store, ids: readonly ArticleId[]): Promise<readonly ArticleId[]> {
  return db.transaction('rw', erasedTables(db), async () => {
    const readings = await db.readings.bulkGet([...ids]);
    const gone = readings.flatMap((reading) => (reading?.trashedAt === undefined ? [] : [reading.articleId]));
    await deleteArticles({ db, now }, gone);
    return gone;
  });
}

/** Articles in the trash, those that were put there first. */
export const readTrashed = ({ db }: Pick<Store, 'db'>): Promise<readonly ArticleId[]> =>
  db.readings.orderBy('shelves.trash').primaryKeys();

/** Articles that were put into the trash at `until` or before, the oldest first, at most `limit`. */
export const readTrashedBefore = (
  { db }: Pick<Store, 'db'>,
  until: Timestamp,
  limit: number,
): Promise<readonly ArticleId[]> => db.readings.where('shelves.trash').belowOrEqual(until).limit(limit).primaryKeys();

/**
 * Deletes articles with all that hangs on them, inside the caller's transaction over `erasedTables`. Texts and picture files
 * that another article shares stay.
 */
export async function deleteArticles({ db, now }: Pick<Store, 'db' | 'now'>, ids: readonly ArticleId[]): Promise<void> {
  if (ids.length === 0) return;
  const [versions, pictures] = await Promise.all([
    rowsOf(db.versions, 'articleId', ids),
    rowsOf(db.pictures, 'articleId', ids),
  ]);
  await Promise.all([
    db.articles.bulkDelete([...ids]),
    ...ownTables(db).map((table) => deleteRows(table, ids)),
    removeFromIndex({ db, now }, ids),
  ]);
  await deleteUnusedBodies(
    { db },
    versions.map(({ bodyHash }) => bodyHash),
  );
  await deleteUnusedFiles(
    { db },
    pictures.flatMap(({ fileHash }) => fileHash ?? []),
  );
}

async function deleteRows(table: Table<unknown, unknown>, ids: readonly ArticleId[]): Promise<void> {
  const keys =
    table.schema.primKey.keyPath === 'articleId'
      ? ids
      : (await Promise.all(ids.map((id) => table.where('articleId').equals(id).primaryKeys()))).flat();
  await table.bulkDelete([...keys]);
}

export async function deleteUnusedBodies({ db }: Pick<Store, 'db'>, hashes: readonly ContentHash[]): Promise<void> {
  await Promise.all(
    [...new Set(hashes)].map(async (hash) => {
      if ((await db.versions.where('bodyHash').equals(hash).count()) === 0) await db.bodies.delete(hash);
    }),
  );
}

/** Deletes those of these picture files that no picture uses any more, inside the caller's transaction. */
export async function deleteUnusedFiles({ db }: Pick<Store, 'db'>, hashes: readonly ContentHash[]): Promise<void> {
  await Promise.all(
    [...new Set(hashes)].map(async (hash) => {
      if ((await db.pictures.where('fileHash').equals(hash).count()) === 0) await db.pictureFiles.delete(hash);
    }),
  );
}
