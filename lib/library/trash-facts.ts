import type { Timestamp } from '../article/ids.ts';
import { TRASH_MS } from '../article/reading.ts';

/** How long an article still lies in the trash: "Erased in 12 days", "Erased today". */
export function trashFacts(trashedAt: Timestamp, now: Timestamp): string {
  const days = Math.ceil((trashedAt + TRASH_MS - now) / (24 * 60 * 60 * 1000));
  if (days <= 0) return 'Erased today';
  return days === 1 ? 'Erased tomorrow' : `Erased in ${days} days`;
}
