import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Article, Body, Version } from '../article/article.ts';
import type { Highlight } from '../article/highlight.ts';
import type { ArticleId, Clock, ListId, MakeId } from '../article/ids.ts';
import type { ImportBatch, ImportJob } from '../article/import-job.ts';
import type { List, ListEntry, Tagging } from '../article/list.ts';
import type { Note } from '../article/note.ts';
import type { Picture, PictureFile, Thumbnail } from '../article/picture.ts';
import type { Reading } from '../article/reading.ts';
import type { TextJob } from '../article/text-job.ts';
import type { CanaryRow } from './canary.ts';
import type { QuarantinedRow } from './check/repair-library.ts';
import type { Drafts } from './drafts.ts';
import type { ListDrafts, MarkDrafts } from './drafts-elsewhere.ts';
import type {
  IndexArticle,
  IndexBlock,
  IndexDelta,
  IndexDocuments,
  IndexPrefix,
  IndexRoot,
  IndexSegment,
} from './index-tables.ts';
import { MIGRATIONS } from './migrations.ts';
import type { TagDrafts } from './tag-drafts.ts';

/** The tables, as `docs/schema.md` describes them. */
export interface LecternDatabase extends Dexie {
  readonly articles: EntityTable<Article, 'id'>;
  readonly versions: EntityTable<Version, 'id'>;
  readonly bodies: EntityTable<Body, 'hash'>;
  readonly readings: EntityTable<Reading, 'articleId'>;
  readonly lists: EntityTable<List, 'id'>;
  readonly listEntries: Table<ListEntry, [ListId, ArticleId]>;
  readonly taggings: Table<Tagging, [ArticleId, string]>;
  readonly notes: EntityTable<Note, 'articleId'>;
  readonly highlights: EntityTable<Highlight, 'id'>;
  readonly pictures: EntityTable<Picture, 'id'>;
  readonly pictureFiles: EntityTable<PictureFile, 'hash'>;
  readonly thumbnails: EntityTable<Thumbnail, 'articleId'>;
  readonly imports: EntityTable<ImportJob, 'id'>;
  readonly importBatches: Table<ImportBatch, [string, number]>;
  readonly textJobs: EntityTable<TextJob, 'articleId'>;
  readonly indexArticles: EntityTable<IndexArticle, 'number'>;
  readonly indexDeltas: EntityTable<IndexDelta, 'seq'>;
  readonly indexSegments: Table<IndexSegment, number>;
  readonly indexDocuments: Table<IndexDocuments, [number, number]>;
  readonly indexBlocks: Table<IndexBlock, [number, string, number]>;
  readonly indexPrefixes: Table<IndexPrefix, [number, string]>;
  readonly indexRoot: Table<IndexRoot, string>;
  readonly quarantine: EntityTable<QuarantinedRow, 'id'>;
  readonly canary: EntityTable<CanaryRow, 'name'>;
}

/** The database with the clock and the id maker that every write uses. */
export interface Store {
  readonly db: LecternDatabase;
  readonly now: Clock;
  readonly makeId: MakeId;
  /** Only pages have them, not the worker. */
  readonly drafts?: Drafts;
  readonly markDrafts?: MarkDrafts;
  readonly listDrafts?: ListDrafts;
  readonly tagDrafts?: TagDrafts;
  /** Words a minute of this reader, as measured by now; only where time is counted. */
  readonly pace?: () => number;
}

/**
 * Opens the library's database, lazily: the connection is made by the first query.
 *
 * Transactions are `strict`: the browser has flushed to disk when a write resolves, so "saved" survives a power cut. `relaxed`
 * ones are as whole, but wait for no disk: for writes of a long work that tells nobody of each, and ends with a strict one. A
 * power cut then takes the last of them back, in order, and the work goes on from there.
 */
export function openDatabase(name = 'lectern', durability: 'strict' | 'relaxed' = 'strict'): LecternDatabase {
  // Without Dexie's cache of queries: in pages that stay open its entries, and the listeners on them, only became more (4.4, two
  // listeners at each act of a reader, `npm run check:soak`, November 2026).
  const db = new Dexie(name, { chromeTransactionDurability: durability, cache: 'disabled' });
  // Dexie reads the tables of all versions anew with each that it is told of, and with the tables of each: nine took it longer than
  // to open the database. Only where rows change on the way does a version have to be passed through; tables can come at once, with
  // the first of these. What a later version does once more (dropping the index) is left to that.
  const passed = MIGRATIONS.filter(
    ({ version, upgrade }, i) =>
      version === MIGRATIONS.at(-1)?.version ||
      (upgrade && MIGRATIONS.findLastIndex((other) => other.upgrade === upgrade) === i),
  );
  const [first] = passed.map(({ version, upgrade }) => {
    const step = db.version(version);
    return upgrade ? step.upgrade(upgrade) : step;
  });
  first?.stores(Object.assign({}, ...MIGRATIONS.map(({ stores }) => stores)));
  return db as LecternDatabase;
}
