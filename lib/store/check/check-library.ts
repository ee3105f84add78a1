import type { IndexableType, Table } from 'dexie';
import type { ArticleId, ContentHash } from '../../article/ids.ts';
import { linksIn, tagsIn } from '../../article/note-text.ts';
import { shelvesOf } from '../../article/reading.ts';
import { foldText } from '../../search/fold-text.ts';
import type { LecternDatabase, Store } from '../database.ts';
import { findIndexFaults } from './check-index.ts';
import type { Fault, FaultKind, LibraryCheck } from './faults.ts';
import { isPictureWhole, isWholeBody, isWholeFile } from './is-whole.ts';
import { eachBatch, readTolerantly } from './read-tolerantly.ts';

export type CheckStep = 'rows' | 'texts' | 'pictures' | 'index';
export type TellCheck = (step: CheckStep, done: number, total: number) => void;

/** Texts or pictures held in memory at a time. */
const LARGE_AT_ONCE = 20;

/**
 * Checks everything: that each row can be read, that what refers to something finds it, that every text and every picture
 * is to the byte what was kept, that derived keys and the search index say what the rows say. Reads only. What it says
 * of rows that change while it runs may be out of date, so a repair looks again.
 */
export async function checkLibrary(store: Store, tell: TellCheck = () => undefined): Promise<LibraryCheck> {
  const found = openFindings();
  const rows = await readAllRows(store.db, found, (done, total) => tell('rows', done, total));
  checkReferences(rows, found);
  checkDerived(rows, found);
  await checkBodies(store.db, rows, found, (done, total) => tell('texts', done, total));
  await checkFiles(store.db, rows, found, (done, total) => tell('pictures', done, total));
  const isReadable = found.faults.every(({ kind }) => kind !== 'unreadable');
  // What can't be read can't be packed to be compared; the index is made anew after that is mended.
  if (isReadable) found.faults.push(...(await readIndexFaults(store, (done, total) => tell('index', done, total))));
  const { articles, versions, pictures, notes, highlights, lists } = rows;
  return {
    articles: articles.length,
    texts: versions.length,
    pictures: pictures.filter(({ state }) => state === 'kept').length,
    notes: notes.filter(({ text }) => text.trim() !== '').length,
    highlights: highlights.filter(({ deletedAt }) => deletedAt === undefined).length,
    lists: lists.filter(({ deletedAt }) => deletedAt === undefined).length,
    faults: found.faults,
  };
}

/** An index that can't even be read is wrong as a whole. */
async function readIndexFaults(store: Store, tell: (done: number, total: number) => void): Promise<readonly Fault[]> {
  try {
    return await findIndexFaults(store, tell);
  } catch {
    return [{ kind: 'index', table: 'indexArticles' }];
  }
}

function openFindings() {
  const faults: Fault[] = [];
  return {
    faults,
    /** Of any other, what does not stand among the rows that were read may be here all the same. */
    isRead: (table: string): boolean => faults.every((one) => one.kind !== 'unreadable' || one.table !== table),
    add: (kind: FaultKind, table: string, key: unknown, articleId?: ArticleId): void => {
      faults.push({ kind, table, key, ...(articleId && { articleId }) });
    },
  };
}
type Findings = ReturnType<typeof openFindings>;

/** How many tables `readRows` reads whole. */
const WHOLE_TABLES = 11;

type ReadTable = <Row, Key extends IndexableType, Insert>(table: Table<Row, Key, Insert>) => Promise<Row[]>;
type ReadKeys = <Row, Key extends IndexableType, Insert>(table: Table<Row, Key, Insert>) => Promise<Key[]>;

/** All rows but those of texts and pictures, of which there are the keys. */
async function readRows(db: LecternDatabase, read: ReadTable, readKeys: ReadKeys) {
  return {
    articles: await read(db.articles),
    readings: await read(db.readings),
    versions: await read(db.versions),
    lists: await read(db.lists),
    listEntries: await read(db.listEntries),
    taggings: await read(db.taggings),
    notes: await read(db.notes),
    highlights: await read(db.highlights),
    pictures: await read(db.pictures),
    thumbnails: await read(db.thumbnails),
    imports: await read(db.imports),
    bodyKeys: await readKeys(db.bodies),
    fileKeys: await readKeys(db.pictureFiles),
    batchKeys: await readKeys(db.importBatches),
  };
}
type Rows = Awaited<ReturnType<typeof readRows>>;

/** At one moment, so that what is being written meanwhile looks like no fault; around what is damaged, where that fails. */
async function readAllRows(
  db: LecternDatabase,
  found: Findings,
  tell: (done: number, total: number) => void,
): Promise<Rows> {
  let done = 0;
  const told = <Value>(value: Value): Value => {
    tell(++done, WHOLE_TABLES);
    return value;
  };
  try {
    return await db.transaction('r', db.tables, () =>
      readRows(
        db,
        async (table) => told(await table.toArray()),
        (table) => table.toCollection().primaryKeys(),
      ),
    );
  } catch {
    // Row by row, then: each is read in a transaction of its own.
    done = 0;
  }
  const readAround = async <Row, Key extends IndexableType, Insert>(table: Table<Row, Key, Insert>): Promise<Row[]> => {
    const rows: Row[] = [];
    try {
      await eachBatch(table, (batch) => {
        rows.push(...batch.rows);
        for (const key of batch.unreadable) found.add('unreadable', table.name, key);
      });
    } catch {
      // Not even its keys: the table is gone, or damaged as a whole.
      found.add('unreadable', table.name, undefined);
    }
    return told(rows);
  };
  return readRows(db, readAround, async (table) => {
    try {
      return await table.toCollection().primaryKeys();
    } catch {
      found.add('unreadable', table.name, undefined);
      return [];
    }
  });
}

function checkReferences(rows: Rows, { add, isRead }: Findings): void {
  const articles = new Set(rows.articles.map(({ id }) => id));
  const stray = (table: string, of: readonly { readonly articleId: ArticleId }[], keyOf: (at: number) => unknown) => {
    if (!isRead('articles')) return;
    for (const [at, { articleId }] of of.entries()) {
      if (!articles.has(articleId))
        add(table === 'thumbnails' ? 'stray-thumbnail' : 'no-article', table, keyOf(at), articleId);
    }
  };
  stray('readings', rows.readings, (at) => rows.readings[at]?.articleId);
  stray('versions', rows.versions, (at) => rows.versions[at]?.id);
  stray('listEntries', rows.listEntries, (at) => [rows.listEntries[at]?.listId, rows.listEntries[at]?.articleId]);
  stray('taggings', rows.taggings, (at) => [rows.taggings[at]?.articleId, rows.taggings[at]?.tagKey]);
  stray('notes', rows.notes, (at) => rows.notes[at]?.articleId);
  stray('highlights', rows.highlights, (at) => rows.highlights[at]?.id);
  stray('pictures', rows.pictures, (at) => rows.pictures[at]?.id);
  stray('thumbnails', rows.thumbnails, (at) => rows.thumbnails[at]?.articleId);

  const readings = new Set(rows.readings.map(({ articleId }) => articleId));
  const versions = new Map(rows.versions.map((version) => [version.id, version]));
  for (const { id, versionId } of rows.articles) {
    if (!readings.has(id) && isRead('readings')) add('no-reading', 'articles', id, id);
    const isShown = versionId === undefined || versions.get(versionId)?.articleId === id;
    if (!isShown && isRead('versions')) add('no-text', 'articles', id, id);
  }
  const imports = new Set(rows.imports.map(({ id }) => id));
  for (const key of rows.batchKeys) {
    if (!imports.has(key[0]) && isRead('imports')) add('stray-batch', 'importBatches', key);
  }
  const lists = new Set(rows.lists.map(({ id }) => id));
  for (const { listId, articleId } of rows.listEntries) {
    if (!lists.has(listId) && isRead('lists')) add('no-list', 'listEntries', [listId, articleId], articleId);
  }
  for (const picture of rows.pictures) {
    if (!isPictureWhole(picture)) add('no-file', 'pictures', picture.id, picture.articleId);
  }
}

function checkDerived(rows: Rows, { add, isRead }: Findings): void {
  const trashed = new Set(rows.readings.flatMap((row) => (row.trashedAt === undefined ? [] : [row.articleId])));
  for (const row of rows.readings) {
    if (!isSame(row.shelves, shelvesOf(row))) add('derived', 'readings', row.articleId, row.articleId);
  }
  // What lies in the trash is not known then.
  if (!isRead('readings')) return;
  for (const { listId, articleId, rank, removedAt, shownRank } of rows.listEntries) {
    const shown = trashed.has(articleId) || removedAt !== undefined ? undefined : rank;
    if (shownRank !== shown) add('derived', 'listEntries', [listId, articleId], articleId);
  }
  for (const { articleId, tagKey, removedAt, shownKey } of rows.taggings) {
    const shown = trashed.has(articleId) || removedAt !== undefined ? undefined : tagKey;
    if (shownKey !== shown) add('derived', 'taggings', [articleId, tagKey], articleId);
  }
  for (const { articleId, text, updatedAt, shownAt } of rows.notes) {
    const shown = trashed.has(articleId) || text.trim() === '' ? undefined : updatedAt;
    if (shownAt !== shown) add('derived', 'notes', articleId, articleId);
  }
  for (const mark of rows.highlights) {
    const shown = trashed.has(mark.articleId) || mark.deletedAt !== undefined ? undefined : mark.createdAt;
    const areNoteKeysRight =
      isSame(mark.tagKeys, [...new Set(tagsIn(mark.note).map(foldText))]) &&
      isSame(mark.links, [...new Set(linksIn(mark.note).map(({ target }) => target))]);
    if (mark.shownAt !== shown || !areNoteKeysRight) add('derived', 'highlights', mark.id, mark.articleId);
  }
}

const isSame = (one: object, other: object): boolean =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());

async function checkBodies(
  db: LecternDatabase,
  { versions, bodyKeys: keys }: Rows,
  { add, isRead }: Findings,
  tell: (done: number, total: number) => void,
): Promise<void> {
  const usersOf = new Map<ContentHash, typeof versions>();
  for (const version of versions) usersOf.set(version.bodyHash, [...(usersOf.get(version.bodyHash) ?? []), version]);
  const here = new Set(keys);
  for (const { id, bodyHash, articleId } of versions) {
    if (!here.has(bodyHash) && isRead('bodies')) add('no-body', 'versions', id, articleId);
  }
  for (let at = 0; at < keys.length; at += LARGE_AT_ONCE) {
    const chunk = keys.slice(at, at + LARGE_AT_ONCE);
    const { rows, unreadable } = await readTolerantly(db.bodies, chunk);
    for (const key of unreadable) add('unreadable', 'bodies', key, usersOf.get(key)?.[0]?.articleId);
    for (const body of rows) {
      const { hash } = body;
      const users = usersOf.get(hash) ?? [];
      if (!(await isWholeBody(body))) add('broken-body', 'bodies', hash, users[0]?.articleId);
      if (users.length === 0 && isRead('versions')) add('stray-body', 'bodies', hash);
    }
    tell(Math.min(at + LARGE_AT_ONCE, keys.length), keys.length);
  }
}

async function checkFiles(
  db: LecternDatabase,
  { pictures, fileKeys: keys }: Rows,
  { add, isRead }: Findings,
  tell: (done: number, total: number) => void,
): Promise<void> {
  const usersOf = new Map(
    pictures.flatMap((row) => (row.fileHash === undefined ? [] : [[row.fileHash, row] as const])),
  );
  const here = new Set(keys);
  for (const { id, fileHash, articleId } of pictures) {
    if (fileHash !== undefined && !here.has(fileHash) && isRead('pictureFiles'))
      add('no-file', 'pictures', id, articleId);
  }
  for (let at = 0; at < keys.length; at += LARGE_AT_ONCE) {
    const { rows, unreadable } = await readTolerantly(db.pictureFiles, keys.slice(at, at + LARGE_AT_ONCE));
    for (const key of unreadable) add('unreadable', 'pictureFiles', key, usersOf.get(key)?.articleId);
    for (const file of rows) {
      const { hash } = file;
      const user = usersOf.get(hash);
      if (!(await isWholeFile(file))) add('broken-file', 'pictureFiles', hash, user?.articleId);
      if (!user && isRead('pictures')) add('stray-file', 'pictureFiles', hash);
    }
    tell(Math.min(at + LARGE_AT_ONCE, keys.length), keys.length);
  }
}
