import type { Timestamp } from './ids.ts';

/** What is known of vaults on this device: those made by hand, and those that are made by themselves. */
export interface BackupFacts {
  /** Where the automatic ones go; absent while there are none. */
  readonly place?: 'folder' | 'downloads';
  /** As in "Backups". */
  readonly folderName?: string;
  /** When a vault was last written and found whole, by hand or not. */
  readonly lastAt?: Timestamp;
  /** Of the last automatic one. */
  readonly autoAt?: Timestamp;
  readonly bytes?: number;
  readonly articles?: number;
  /** Why the last attempt failed; absent once one succeeded. */
  readonly problem?: BackupProblem;
}

export interface BackupProblem {
  readonly at: Timestamp;
  /** `permission`: the browser must be asked again; `gone`: the folder is not there any more; `damaged`: what was written could not be read back. */
  readonly why: 'permission' | 'gone' | 'damaged' | 'failed';
  /** In the browser's words. */
  readonly words?: string;
}

/** An automatic vault is due a day after the one before, and after a failure an hour later. */
export const isBackupDue = ({ place, autoAt, problem }: BackupFacts, now: Timestamp): boolean =>
  place !== undefined && now - (autoAt ?? 0) >= DAY && (problem === undefined || now - problem.at >= HOUR);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** From when on the reader is warned that the last vault is old. */
export const BACKUP_IS_OLD = 3 * DAY;
