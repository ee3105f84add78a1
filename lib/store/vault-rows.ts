import type { ArticleId, ContentHash, Timestamp } from '../article/ids.ts';
import type { List } from '../article/list.ts';
import type { PictureFile, Thumbnail } from '../article/picture.ts';
import type { ArticleRecord, HangingRow } from '../article/vault.ts';
import type { Store } from './database.ts';
import { hangingTables } from './hanging-tables.ts';
import { MIGRATIONS } from './migrations.ts';

/** The version of the tables, for what is written now. */
export const SCHEMA_VERSION = Math.max(...MIGRATIONS.map(({ version }) => version));

/** Every article's id, in the order of ids: the same library is read in the same order. */
export const readAllIds = ({ db }: Store): Promise<readonly ArticleId[]> => db.articles.toCollection().primaryKeys();

/** Every list, deleted ones too, by id. */
export const readAllLists = ({ db }: Store): Promise<readonly List[]> => db.lists.orderBy('id').toArray();

export interface StoredArticle {
  readonly record: ArticleRecord;
  readonly thumbnail?: Thumbnail;
}

/** An article with all that hangs on it, as it stands at one moment. */
export function readRecord({ db }: Store, id: ArticleId): Promise<StoredArticle | undefined> {
  const hanging = hangingTables(db);
  const tables = [
    db.articles,
    db.readings,
    db.versions,
    db.bodies,
    db.listEntries,
    db.taggings,
    db.notes,
    db.pictures,
    db.thumbnails,
    ...hanging,
  ];
  return db.transaction('r', tables, async (): Promise<StoredArticle | undefined> => {
    const [article, reading, versions, entries, taggings, note, pictures, thumbnail] = await Promise.all([
      db.articles.get(id),
      db.readings.get(id),
      db.versions.where('articleId').equals(id).sortBy('id'),
      db.listEntries.where('articleId').equals(id).sortBy('listId'),
      db.taggings.where('articleId').equals(id).sortBy('tagKey'),
      db.notes.get(id),
      db.pictures.where('articleId').equals(id).sortBy('id'),
      db.thumbnails.get(id),
    ]);
    if (!article || !reading) return undefined;
    const hashes = [...new Set(versions.map(({ bodyHash }) => bodyHash))].sort();
    const bodies = (await db.bodies.bulkGet(hashes)).filter((body) => body !== undefined);
    const mark = thumbnail && { updatedAt: thumbnail.updatedAt, type: thumbnail.blob.type };
    const more = await readHanging(hanging, id);
    const record: ArticleRecord = {
      article,
      reading,
      versions,
      bodies,
      entries,
      taggings,
      ...(note && { note }),
      pictures,
      ...(more && { more }),
      ...(mark && { thumbnail: mark }),
    };
    return { record, ...(thumbnail && { thumbnail }) };
  });
}

async function readHanging(tables: ReturnType<typeof hangingTables>, id: ArticleId): Promise<ArticleRecord['more']> {
  // In the order of their primary keys, as an index gives what it has under one key.
  const rows = await Promise.all(
    tables.map(
      async (table) => [table.name, (await table.where('articleId').equals(id).toArray()) as HangingRow[]] as const,
    ),
  );
  const held = rows.filter(([, own]) => own.length > 0);
  return held.length > 0 ? Object.fromEntries(held) : undefined;
}

export const readPictureFile = ({ db }: Store, hash: ContentHash): Promise<PictureFile | undefined> =>
  db.pictureFiles.where('hash').equals(hash).first();

/** When something in a record was last changed. */
export function lastChange({
  article,
  reading,
  versions,
  entries,
  taggings,
  note,
  pictures,
  more,
}: ArticleRecord): Timestamp {
  const rows = [
    article,
    reading,
    ...versions,
    ...entries,
    ...taggings,
    ...(note ? [note] : []),
    ...pictures,
    ...Object.values(more ?? {}).flat(),
  ];
  return Math.max(...rows.map(({ updatedAt }) => updatedAt));
}
