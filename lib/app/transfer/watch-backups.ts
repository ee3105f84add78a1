import type { BackupFacts } from '../../article/backup.ts';
import type { Backups } from '../../store/backups.ts';
import { type Live, live } from '../../store/live.ts';

/** The facts of backups, live. In a file of its own: the library shows them with its first rows, and makes vaults seldom. */
export const watchBackups = (backups: Backups): Live<BackupFacts> => live(backups.readFacts);
