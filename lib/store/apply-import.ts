import type { ListId, Timestamp } from '../article/ids.ts';
import type { ImportJournal, ImportOptions, PreparedItem } from '../article/import-job.ts';
import type { ListEntry, Tagging } from '../article/list.ts';
import { shelvesOf } from '../article/reading.ts';
import type { Store } from './database.ts';
import { type Held, holdArticles, holdNew } from './import-held.ts';
import { createListFinder, type ListMaking } from './import-lists.ts';
import { addTextRows, markRow, type NewRows, newRows } from './import-rows.ts';
import { indexAnew, indexNew, type NewlyIndexed } from './index-anew.ts';
import { indexTables } from './index-tables.ts';
import { refreshShown } from './shown.ts';

/** The tables that writing a batch touches, for its transaction. */
export const importTables = ({ db }: Store) => [
  db.imports,
  db.importBatches,
  db.articles,
  db.versions,
  db.bodies,
  db.readings,
  db.lists,
  db.listEntries,
  db.taggings,
  db.notes,
  db.highlights,
  db.pictures,
  ...indexTables(db),
];

/**
 * Writes the batch of an import: all of it or nothing. Articles that are here already get what is new to them and lose
 * nothing. Does nothing unless the import is running and the batch waits, so that it may be called twice.
 */
export function applyImportBatch(store: Store, importId: string, seq: number, making: ListMaking): Promise<void> {
  const { db, now } = store;
  return db.transaction('rw', importTables(store), async () => {
    const [job, batch] = await Promise.all([db.imports.get(importId), db.importBatches.get([importId, seq])]);
    if (job?.status !== 'running' || batch?.state !== 'waiting') return;
    const items = batch.items ?? [];
    const at = now();
    const { journal, skipped } = await writeItems(store, items, job.options, at, making);
    const { at: _, ...rest } = job;
    const last = items.at(-1)?.title;
    await Promise.all([
      db.importBatches.put({ importId, seq, state: 'applied', journal }),
      db.imports.put({
        ...rest,
        ...(last !== undefined && { at: last }),
        added: job.added + journal.created.length,
        joined: job.joined + items.length - journal.created.length - skipped,
        skipped: job.skipped + skipped,
        updatedAt: at,
      }),
    ]);
  });
}

async function writeItems(
  store: Store,
  items: readonly PreparedItem[],
  options: ImportOptions,
  at: Timestamp,
  making: ListMaking,
): Promise<{ readonly journal: ImportJournal; readonly skipped: number }> {
  const paths = items.flatMap((item) => item.lists);
  const lists = await createListFinder(store, paths, at, making);
  const held = await holdArticles(store, items);
  const touched = new Set<Held>();
  const rows = newRows();
  let skipped = 0;
  for (const item of items) {
    const known = held.get(item.urlKey);
    if (known && !known.isNew && options.here === 'skip') {
      skipped++;
      continue;
    }
    const article = known ?? holdNew(store, item, at);
    held.set(item.urlKey, article);
    touched.add(article);
    give(store, article, item, at, rows);
    for (const path of item.lists) {
      const listId = lists.idOf(path);
      if (!article.listIds.has(listId)) putOn(article, listId, at, rows, lists.endOf);
    }
  }
  const articles = [...touched];
  await Promise.all([store.db.lists.bulkAdd(lists.made()), writeRows(store, articles, rows, at)]);
  const known = articles.filter(({ isNew }) => !isNew);
  await indexAnew(
    store,
    known.map(({ article }) => article.id),
  );
  await indexNew(store, newlyIndexed(articles, rows));
  return {
    journal: {
      at,
      created: articles.filter(({ isNew }) => isNew).map(({ article }) => article.id),
      lists: lists.made().map(({ id }) => id),
      joined: articles.filter(({ isNew }) => !isNew).map(({ change }) => change),
    },
    skipped,
  };
}

function newlyIndexed(articles: readonly Held[], rows: NewRows): readonly NewlyIndexed[] {
  const taggings = Map.groupBy(rows.taggings, ({ articleId }) => articleId);
  const entries = Map.groupBy(rows.entries, ({ articleId }) => articleId);
  return articles.flatMap(({ isNew, article, reading, note, html, pictureUrls, marks }): readonly NewlyIndexed[] => {
    if (!isNew) return [];
    const { id } = article;
    return [
      {
        article,
        reading: { ...reading, shelves: shelvesOf(reading) },
        html,
        hasPictures: pictureUrls.size > 0,
        note: note?.text ?? '',
        taggings: taggings.get(id) ?? [],
        entries: entries.get(id) ?? [],
        marks,
      },
    ];
  });
}

/** Gives an article what an item has and it has not: tags, a note, an earlier date, marks, a text, a star. */
function give(store: Store, held: Held, item: PreparedItem, at: Timestamp, rows: NewRows): void {
  const { article, reading } = held;
  const savedAt = Math.min(reading.savedAt, item.savedAt ?? reading.savedAt);
  held.article = { ...article, savedAt: Math.min(article.savedAt, savedAt), updatedAt: at };
  held.reading = {
    ...reading,
    savedAt,
    progress: Math.max(reading.progress, item.progress),
    ...(item.isFavourite && reading.favouriteAt === undefined && { favouriteAt: savedAt }),
    updatedAt: at,
  };
  if (article.title === article.url && item.title !== article.url) {
    held.article = { ...held.article, title: item.title };
  }
  for (const { tagKey, label } of item.tags) {
    if (held.tagKeys.has(tagKey)) continue;
    held.tagKeys.add(tagKey);
    held.change.tagKeys.push(tagKey);
    rememberRemoved(held, (row) => 'tagKey' in row && row.tagKey === tagKey);
    rows.taggings.push({ articleId: article.id, tagKey, label, shownKey: tagKey, addedAt: at, updatedAt: at });
  }
  const former = held.note?.text.trim() ?? '';
  if (item.note !== '' && !former.includes(item.note)) {
    const text = former === '' ? item.note : `${held.note?.text}\n\n${item.note}`;
    held.note = { articleId: article.id, text, createdAt: held.note?.createdAt ?? at, updatedAt: at, shownAt: at };
    held.change.hasNewNote = true;
  }
  for (const mark of item.marks ?? []) {
    // A mark that is here with its note is the same one; other words about the same passage are not lost.
    const isHere = held.marks.some(
      ({ quote, note: own }) => quote.exact === mark.quote.exact && own.includes(mark.note),
    );
    if (isHere) continue;
    const row = markRow(store, mark, article.id, at);
    held.marks.push(row);
    held.change.markIds.push(row.id);
    rows.marks.push(row);
  }
  if (item.text && article.versionId === undefined) {
    const versionId = addTextRows(store, rows, item.text, article.id, held.pictureUrls, at);
    held.article = { ...held.article, versionId, wordCount: item.text.wordCount };
    if (held.article.excerpt === '') held.article = { ...held.article, excerpt: item.excerpt };
    held.change.versionId = versionId;
    held.html = item.text.html;
  }
}

function putOn(held: Held, listId: ListId, at: Timestamp, rows: NewRows, endOf: (listId: ListId) => string): void {
  held.listIds.add(listId);
  held.change.listIds.push(listId);
  rememberRemoved(held, (row) => 'listId' in row && row.listId === listId);
  const rank = endOf(listId);
  rows.entries.push({ listId, articleId: held.article.id, rank, shownRank: rank, addedAt: at, updatedAt: at });
}

/** The row that is put takes the place of one that says it was taken off. */
function rememberRemoved({ removed, change }: Held, isThat: (row: Tagging | ListEntry) => boolean): void {
  const row = removed.find(isThat);
  if (row) change.removed = [...(change.removed ?? []), row];
}

async function writeRows({ db }: Store, touched: readonly Held[], rows: NewRows, at: Timestamp): Promise<void> {
  const notes = touched.flatMap(({ note, change }) => (note && change.hasNewNote ? [note] : []));
  const restored = touched.filter(({ isTrashed }) => isTrashed);
  await Promise.all([
    db.articles.bulkPut(touched.map(({ article }) => article)),
    db.readings.bulkPut(touched.map(({ reading }) => ({ ...reading, shelves: shelvesOf(reading), updatedAt: at }))),
    db.notes.bulkPut(notes),
    db.versions.bulkAdd(rows.versions),
    db.bodies.bulkPut([...rows.bodies.values()]),
    db.taggings.bulkPut(rows.taggings),
    db.listEntries.bulkPut(rows.entries),
    db.pictures.bulkAdd(rows.pictures),
    db.highlights.bulkAdd(rows.marks),
  ]);
  await refreshShown(
    db,
    restored.map(({ article }) => ({ articleId: article.id, isTrashed: false })),
  );
}
