import type { LecternDatabase } from './database.ts';
import type { IndexRoot } from './index-tables.ts';

type Name = IndexRoot['name'];
type Rooted<Of extends Name> = Extract<IndexRoot, { readonly name: Of }>;

/** The one row of this name. Absent until something was merged. */
export const readRoot = <Of extends Name>(db: LecternDatabase, name: Of): Promise<Rooted<Of> | undefined> =>
  db.indexRoot.get(name) as Promise<Rooted<Of> | undefined>;

/** How often segments were written, and the last entry that is among them. */
export const readRevision = async (db: LecternDatabase): Promise<Omit<Rooted<'revision'>, 'name'>> =>
  (await readRoot(db, 'revision')) ?? { revision: 0, merged: 0 };
