import { Dexie } from 'dexie';
import type { LecternDatabase } from './database.ts';

/** Opens the database as it stands, in whatever version it is, and changes nothing of it. @throws if there is none */
export const openAsItIs = (name = 'lectern'): LecternDatabase => new Dexie(name) as LecternDatabase;

/**
 * Lets go of the database once a newer Lectern wants to upgrade it, for good: what older code would write into the newer
 * tables could not be trusted, and the upgrade waits for nobody. `tell` is called then.
 */
export function closeWhenOutdated(db: LecternDatabase, tell: () => unknown): void {
  db.on('versionchange', ({ newVersion, oldVersion }) => {
    // Deleted, or the same version: Dexie's own way is right, to close and to open anew at the next query.
    if (newVersion === null || newVersion <= oldVersion) return undefined;
    db.close({ disableAutoOpen: true });
    tell();
    return false;
  });
}

/** Whether the connection was let go of for a newer Lectern: nothing can be read any more, and nothing is wrong. */
export const wasLetGo = (db: LecternDatabase): boolean => db.hasBeenClosed();
