import type { BackupFacts } from '../../article/backup.ts';
import type { SafeTexts } from '../../safety/safe-texts.ts';
import type { Backups } from '../../store/backups.ts';
import { openDatabase, type Store } from '../../store/database.ts';
import { type BackedUp, type BackupPlace, backUp, type OpenScratch } from './back-up.ts';
import { runBackup } from './backups.ts';

export interface BackupHost {
  readonly store: Store;
  readonly backups: Backups;
  readonly locks: LockManager;
  readonly texts: SafeTexts;
  readonly toHtml: (node: Node) => string;
  /** The place that the reader chose, if it is still known. */
  readonly openPlace: (facts: BackupFacts) => Promise<BackupPlace | undefined>;
}

/** Where vaults are restored to be checked, and no write waits for the disk. A former check that was cut off may have left it behind. */
const SCRATCH = 'lectern-check';

/**
 * Makes a vault in this document, if one is due or `isForced`. Only one document of the extension does so at a time; a
 * second call gives `undefined` at once.
 */
export function backUpHere(host: BackupHost, isForced = false): Promise<BackedUp | undefined> {
  const { store, backups, locks, texts, toHtml, openPlace } = host;
  return locks.request('lectern-backup', { ifAvailable: true }, async (lock) => {
    if (!lock) return undefined;
    const openScratch: OpenScratch = async () => {
      const db = openDatabase(SCRATCH, 'relaxed');
      await db.delete();
      await db.open();
      return { store: { ...store, db }, remove: () => db.delete() };
    };
    const make = async (facts: BackupFacts): Promise<BackedUp> => {
      const place = await openPlace(facts);
      if (!place) return { status: 'failed', why: 'gone' };
      return backUp({ store, ...texts, toHtml }, place, openScratch);
    };
    return runBackup(backups, store.now, make, isForced);
  });
}
