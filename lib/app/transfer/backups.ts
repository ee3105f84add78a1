import type { BackupFacts } from '../../article/backup.ts';
import { isBackupDue } from '../../article/backup.ts';
import type { Clock } from '../../article/ids.ts';
import type { Backups } from '../../store/backups.ts';
import type { BackedUp } from './back-up.ts';

/**
 * Makes a vault if one is due, or at once if `isForced`, and notes how it went.
 *
 * @param make only called where there is a place and it is time
 */
export async function runBackup(
  backups: Backups,
  now: Clock,
  make: (facts: BackupFacts) => Promise<BackedUp>,
  isForced = false,
): Promise<BackedUp | undefined> {
  const facts = await backups.readFacts();
  if (facts.place === undefined || (!isForced && !isBackupDue(facts, now()))) return undefined;
  const result = await make(facts);
  await backups.changeFacts(({ problem: _, ...before }) => {
    const at = now();
    if (result.status === 'written') {
      const { bytes, articles } = result;
      return { ...before, lastAt: at, autoAt: at, bytes, articles };
    }
    const { why, words } = result;
    return { ...before, problem: { at, why, ...(words !== undefined && { words }) } };
  });
  return result;
}
