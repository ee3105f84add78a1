import type { ArticleId } from '../../article/ids.ts';
import type { List } from '../../article/list.ts';
import type { Picture } from '../../article/picture.ts';
import { shelvesOf } from '../../article/reading.ts';
import type { HangingRow } from '../../article/vault.ts';
import type { Store } from '../database.ts';
import { hangingTables } from '../hanging-tables.ts';
import type { StoredArticle } from '../vault-rows.ts';
import { readTolerantly } from './read-tolerantly.ts';

/** Lists that can be read. */
export async function readReadableLists({ db }: Store): Promise<readonly List[]> {
  const keys = await orElse(db.lists.toCollection().primaryKeys(), []);
  return (await readTolerantly(db.lists, keys)).rows;
}

/**
 * Reads an article around what is damaged: what can't be read is left out, and a picture without its file is one that is still
 * to be fetched. Each part is read by itself, because one that fails takes its transaction with it. `undefined` if not even
 * the article's own row can be read.
 */
export async function readReadable({ db }: Store, id: ArticleId): Promise<StoredArticle | undefined> {
  const article = await orElse(db.articles.get(id), undefined);
  if (!article) return undefined;
  const unread = { articleId: id, savedAt: article.savedAt, progress: 0, updatedAt: article.updatedAt };
  const reading = (await orElse(db.readings.get(id), undefined)) ?? { ...unread, shelves: shelvesOf(unread) };
  const versions = await orElse(db.versions.where('articleId').equals(id).sortBy('id'), []);
  const hashes = [...new Set(versions.map(({ bodyHash }) => bodyHash))].sort();
  const note = await orElse(db.notes.get(id), undefined);
  const pictures = await orElse(db.pictures.where('articleId').equals(id).sortBy('id'), []);
  const more: [string, HangingRow[]][] = [];
  for (const table of hangingTables(db)) {
    const rows: HangingRow[] = await orElse(table.where('articleId').equals(id).toArray(), []);
    if (rows.length > 0) more.push([table.name, rows]);
  }
  const record = {
    article,
    reading,
    versions,
    bodies: (await readTolerantly(db.bodies, hashes)).rows,
    entries: await orElse(db.listEntries.where('articleId').equals(id).sortBy('listId'), []),
    taggings: await orElse(db.taggings.where('articleId').equals(id).sortBy('tagKey'), []),
    ...(note && { note }),
    pictures: await Promise.all(pictures.map((picture) => withoutLostFile(db, picture))),
    ...(more.length > 0 && { more: Object.fromEntries(more) }),
  };
  return { record };
}

async function withoutLostFile(db: Store['db'], picture: Picture): Promise<Picture> {
  const { fileHash, byteLength: _, reason: __, ...row } = picture;
  if (fileHash === undefined) return picture;
  const file = await orElse(db.pictureFiles.get(fileHash), undefined);
  if (file && (await orElse(file.blob.arrayBuffer(), undefined))) return picture;
  return { ...row, state: 'waiting', attempts: 0, queuedFor: row.updatedAt + row.position };
}

async function orElse<Value>(reading: PromiseLike<Value>, instead: Value): Promise<Value> {
  try {
    return await reading;
  } catch {
    // Damaged: the check says so, and a vault that was made before may have it.
    return instead;
  }
}
