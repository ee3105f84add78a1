import { BACKUP_IS_OLD, type BackupFacts } from '../../lib/article/backup.ts';
import type { Timestamp } from '../../lib/article/ids.ts';

interface BackupLineProps {
  /** Absent until they are read. */
  readonly facts: BackupFacts | undefined;
  readonly now: Timestamp;
  readonly transferAddress: string;
}

/** How old the last vault is; a warning where there is none, it is old, or the last attempt failed. */
export function BackupLine({ facts, now, transferAddress }: BackupLineProps) {
  if (!facts) return null;
  const { lastAt, problem } = facts;
  const isFine = lastAt !== undefined && !problem && now - lastAt < BACKUP_IS_OLD;
  return (
    <p class={isFine ? undefined : 'backup-warning'}>
      <a href={`${transferAddress}#export-title`}>{wordsOf(facts, now)}</a>
    </p>
  );
}

function wordsOf({ lastAt, problem }: BackupFacts, now: Timestamp): string {
  if (problem) return lastAt === undefined ? 'The backup failed' : `Backup failed · last ${ageOf(lastAt, now)}`;
  return lastAt === undefined ? 'Not backed up yet' : `Backed up ${ageOf(lastAt, now)}`;
}

function ageOf(at: Timestamp, now: Timestamp): string {
  const hours = Math.floor((now - at) / 3_600_000);
  if (hours < 1) return 'just now';
  return hours < 48 ? `${hours} h ago` : `${Math.floor(hours / 24)} days ago`;
}
