import type { BackupFacts } from '../../article/backup.ts';
import { createSafeParser } from '../../safety/parse-safe.ts';
import { createSanitiser } from '../../safety/sanitise-html.ts';
import type { TrustHtml } from '../../safety/trusted-types.ts';
import type { Backups } from '../../store/backups.ts';
import { openDatabase, type Store } from '../../store/database.ts';
import { type BackedUp, type BackupPlace, backUp, type OpenScratch } from './back-up.ts';
import { runBackup } from './backups.ts';

export interface BackupHost {
  readonly store: Store;
  readonly backups: Backups;
  readonly window: Window & Parameters<typeof createSanitiser>[0];
  readonly trust: TrustHtml;
  readonly toHtml: (node: Node) => string;
  /** The place that the reader chose, if it is still known. */
  readonly openPlace: (facts: BackupFacts) => Promise<BackupPlace | undefined>;
}

/** Where vaults are restored to be checked. A former check that was cut off may have left it behind. */
const SCRATCH = 'lectern-check';

/**
 * Makes a vault in this document, if one is due or `isForced`. Only one document of the extension does so at a time; a
 * second call gives `undefined` at once.
 */
export function backUpHere(host: BackupHost, isForced = false): Promise<BackedUp | undefined> {
  const { store, backups, window, trust, toHtml, openPlace } = host;
  return window.navigator.locks.request('lectern-backup', { ifAvailable: true }, async (lock) => {
    if (!lock) return undefined;
    const sanitise = createSanitiser(window);
    const parse = createSafeParser(window.document, trust);
    const openScratch: OpenScratch = async () => {
      const db = openDatabase(SCRATCH);
      await db.delete();
      await db.open();
      return { store: { ...store, db }, remove: () => db.delete() };
    };
    const make = async (facts: BackupFacts): Promise<BackedUp> => {
      const place = await openPlace(facts);
      if (!place) return { status: 'failed', why: 'gone' };
      return backUp({ store, sanitise, parse, toHtml }, place, openScratch);
    };
    return runBackup(backups, store.now, make, isForced);
  });
}
