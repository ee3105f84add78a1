import type { LecternDatabase } from './database.ts';

/** Tables that a vault holds by name, each in its own way. */
const NAMED: ReadonlySet<string> = new Set([
  'articles',
  'readings',
  'versions',
  'bodies',
  'lists',
  'listEntries',
  'taggings',
  'notes',
  'pictures',
  'pictureFiles',
  'thumbnails',
]);

/**
 * Made anew from the others, or of no use on another device: imports and fetching under way, every part of the search index, what was
 * put aside as broken, and by what this database is known.
 */
const LEFT_OUT = /^(?:imports|importBatches|textJobs|index[A-Z]\w*|quarantine|canary)$/;

/** Every other table with an index on `articleId`. A vault takes their rows along without knowing what they are. */
export const hangingTables = (db: LecternDatabase) =>
  db.tables.filter(({ name, schema }) => isUnnamed(name) && 'articleId' in schema.idxByName);

/** Tables that no vault would hold: there must be none. */
export const forgottenTables = (db: LecternDatabase): readonly string[] => {
  const hanging = new Set(hangingTables(db).map(({ name }) => name));
  return db.tables.map(({ name }) => name).filter((name) => isUnnamed(name) && !hanging.has(name));
};

const isUnnamed = (name: string): boolean => !NAMED.has(name) && !LEFT_OUT.test(name);
