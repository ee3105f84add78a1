import type { Article } from '../article/article.ts';
import type { Highlight } from '../article/highlight.ts';
import type { ArticleId, ListId } from '../article/ids.ts';
import type { List, ListEntry, Tagging } from '../article/list.ts';
import type { Note } from '../article/note.ts';
import type { Picture, PictureFile } from '../article/picture.ts';
import { type Reading, shelvesOf } from '../article/reading.ts';
import type { ArticleRecord, HangingRow } from '../article/vault.ts';
import type { Store } from './database.ts';
import { hangingTables } from './hanging-tables.ts';
import { derivedFrom } from './highlights.ts';
import { indexAnew } from './index-anew.ts';
import { refreshShown } from './shown.ts';

export type Restored = 'added' | 'joined';

/** Lists of a vault by the lists of this library that they are: a live one of the same name is the same list. */
export type ListIds = ReadonlyMap<ListId, ListId>;

/** Brings the lists of a vault back. What is newer here stays, and the notes of both sides. */
export function restoreLists({ db }: Store, lists: readonly List[]): Promise<ListIds> {
  return db.transaction('rw', db.lists, async () => {
    const here = await db.lists.toArray();
    const ids = new Map<ListId, ListId>();
    // A list that holds others comes before them, so that they find it under the id it has here.
    for (const list of lists.toSorted((a, b) => Number(a.parentId !== undefined) - Number(b.parentId !== undefined))) {
      const same = here.find(({ id }) => id === list.id);
      const isLive = list.deletedAt === undefined;
      const twin = here.find(
        (one) =>
          one.deletedAt === undefined && one.query === list.query && one.name.toLowerCase() === list.name.toLowerCase(),
      );
      const target = same ?? (isLive ? twin : undefined);
      ids.set(list.id, target?.id ?? list.id);
      const parentId = list.parentId && (ids.get(list.parentId) ?? list.parentId);
      const own = parentId === undefined ? list : { ...list, parentId };
      if (!target) await db.lists.put(own);
      else {
        const [newer, older] = same && same.updatedAt < list.updatedAt ? [own, same] : [target, list];
        const note = joinTexts(newer.note ?? '', older.note ?? '');
        if (newer !== target || note !== (target.note ?? ''))
          await db.lists.put(note === '' ? newer : { ...newer, note });
      }
    }
    return ids;
  });
}

/**
 * Brings one article of a vault back, in one transaction. An address that is here keeps its id and joins: what is newer
 * wins field by field where only one can be, and where both can be, both stay.
 */
export function restoreRecord(
  store: Store,
  record: ArticleRecord,
  files: readonly PictureFile[],
  thumbnail: Blob | undefined,
  listIds: ListIds,
): Promise<Restored> {
  const { db } = store;
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
    db.pictureFiles,
    db.thumbnails,
    ...hanging,
    db.indexDeltas,
  ];
  return db.transaction('rw', tables, async (): Promise<Restored> => {
    const article = withoutWords(record.article);
    const here =
      (await db.articles.get(article.id)) ?? (await db.articles.where('urlKey').equals(article.urlKey).first());
    const id = here?.id ?? article.id;
    const [reading, note, entries, taggings, pictures] = await Promise.all([
      db.readings.get(id),
      db.notes.get(id),
      db.listEntries.where('articleId').equals(id).toArray(),
      db.taggings.where('articleId').equals(id).toArray(),
      db.pictures.where('articleId').equals(id).toArray(),
    ]);
    const nextReading = joinReadings(reading, { ...record.reading, articleId: id });
    const nextNote = joinNotes(note, record.note && { ...record.note, articleId: id });
    await Promise.all([
      db.articles.put(joinArticles(here, { ...article, id })),
      db.readings.put(nextReading),
      nextNote && db.notes.put(nextNote),
      db.bodies.bulkPut([...record.bodies]),
      db.versions.bulkPut(record.versions.map((version) => ({ ...version, articleId: id }))),
      db.listEntries.bulkPut(newerEntries(entries, record.entries, id, listIds)),
      db.taggings.bulkPut(newerTaggings(taggings, record.taggings, id)),
      db.pictures.bulkPut(joinPictures(pictures, record.pictures, id)),
      db.pictureFiles.bulkPut([...files]),
    ]);
    if (thumbnail && record.thumbnail && (await db.thumbnails.where('articleId').equals(id).count()) === 0) {
      await db.thumbnails.put({ articleId: id, blob: thumbnail, updatedAt: record.thumbnail.updatedAt });
    }
    for (const table of hanging) await restoreHanging(table, record.more?.[table.name] ?? [], id);
    // Only where two lives of an article met may the derived keys disagree with the trash.
    if (here) await refreshShown(db, [{ articleId: id, isTrashed: nextReading.trashedAt !== undefined }]);
    await indexAnew(store, [id]);
    return here ? 'joined' : 'added';
  });
}

/** Rows that a later version added: the newer of two wins. */
async function restoreHanging(
  table: ReturnType<typeof hangingTables>[number],
  rows: readonly HangingRow[],
  articleId: ArticleId,
): Promise<void> {
  const own = rows.map((row) => ({ ...row, articleId }));
  const keyOf = (row: object): string => String((row as Record<string, unknown>)[String(table.schema.primKey.keyPath)]);
  const here = (await table.bulkGet(own.map(keyOf))) as (HangingRow | undefined)[];
  const next = own.flatMap((row, index) => {
    const former = here[index];
    const joined =
      former && table.name === 'highlights' ? joinMarks(former as Highlight, row as unknown as Highlight) : row;
    return joined === former || (former && joined === row && former.updatedAt >= row.updatedAt) ? [] : [joined];
  });
  await table.bulkPut(next);
}

/** The newer of two lives of a mark, with the notes of both. */
function joinMarks(here: Highlight, mark: Highlight): Highlight {
  const [newer, older] = here.updatedAt >= mark.updatedAt ? [here, mark] : [mark, here];
  const note = joinTexts(newer.note, older.note);
  return note === newer.note ? newer : { ...newer, note, ...derivedFrom(note) };
}

/** Before there was an index, rows held the words of their titles; a vault of that time still has them. */
function withoutWords(article: Article & { readonly words?: unknown }): Article {
  const { words: _, ...rest } = article;
  return rest;
}

function joinArticles(here: Article | undefined, article: Article): Article {
  if (!here) return article;
  const [newer, older] = here.updatedAt >= article.updatedAt ? [here, article] : [article, here];
  const versionId = newer.versionId ?? older.versionId;
  const wordCount = newer.versionId === undefined ? older.wordCount : newer.wordCount;
  const savedAt = Math.min(here.savedAt, article.savedAt);
  return { ...newer, id: here.id, urlKey: here.urlKey, savedAt, wordCount, ...(versionId && { versionId }) };
}

function joinReadings(here: Reading | undefined, reading: Reading): Reading {
  if (!here) return reading;
  const [newer, older] = here.updatedAt >= reading.updatedAt ? [here, reading] : [reading, here];
  const { shelves: _, ...joined } = {
    ...older,
    ...newer,
    savedAt: Math.min(here.savedAt, reading.savedAt),
    progress: Math.max(here.progress, reading.progress),
  };
  // Taken out of the trash or the archive since, it stays out.
  const { trashedAt, archivedAt, ...rest } = joined;
  const next = {
    ...rest,
    ...(newer.archivedAt !== undefined && archivedAt !== undefined && { archivedAt }),
    ...(newer.trashedAt !== undefined && trashedAt !== undefined && { trashedAt }),
  };
  return { ...next, shelves: shelvesOf(next) };
}

/** Both texts stay, unless one holds the other. */
function joinNotes(here: Note | undefined, note: Note | undefined): Note | undefined {
  if (!here || !note) return note;
  const [newer, older] = here.updatedAt >= note.updatedAt ? [here, note] : [note, here];
  const text = joinTexts(newer.text, older.text);
  return text === newer.text ? newer : text === older.text ? older : { ...newer, text };
}

/** Both, the newer first, unless one holds the other. */
function joinTexts(newer: string, older: string): string {
  if (newer.includes(older.trim())) return newer;
  return older.includes(newer.trim()) ? older : `${newer}\n\n${older}`;
}

function newerEntries(
  here: readonly ListEntry[],
  entries: readonly ListEntry[],
  articleId: ArticleId,
  listIds: ListIds,
): ListEntry[] {
  const known = new Map(here.map((entry) => [entry.listId, entry]));
  return entries
    .map((entry) => ({ ...entry, articleId, listId: listIds.get(entry.listId) ?? entry.listId }))
    .filter(({ listId, updatedAt }) => (known.get(listId)?.updatedAt ?? 0) < updatedAt);
}

function newerTaggings(here: readonly Tagging[], taggings: readonly Tagging[], articleId: ArticleId): Tagging[] {
  const known = new Map(here.map((tagging) => [tagging.tagKey, tagging]));
  return taggings
    .filter(({ tagKey, updatedAt }) => (known.get(tagKey)?.updatedAt ?? 0) < updatedAt)
    .map((tagging) => ({ ...tagging, articleId }));
}

/** A picture that is kept on one side only is kept. */
function joinPictures(here: readonly Picture[], pictures: readonly Picture[], articleId: ArticleId): Picture[] {
  const known = new Map(here.map((picture) => [picture.url, picture]));
  return pictures.flatMap((picture) => {
    const mine = known.get(picture.url);
    if (mine && (mine.state === 'kept' || picture.state !== 'kept')) return [];
    return [{ ...picture, articleId, ...(mine && { id: mine.id }) }];
  });
}
