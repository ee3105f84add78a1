import type { ArticleId } from '../article/ids.ts';
import { reviewReason } from '../library/ageing.ts';
import type { Store } from '../store/database.ts';
import { readOldest } from '../store/read-ends.ts';
import { changeReadings, type ReadingChange, type ReadingChanges, undoReadings } from '../store/readings.ts';
import { type ArticleRow, readRows } from '../store/rows.ts';
import { type Done, reachOf } from './undo.ts';

/** An article to decide on, and why it is asked about. */
export interface Aged {
  readonly row: ArticleRow;
  readonly reason: string;
}

export type Decision = 'keep' | 'archive' | 'trash';

/** The oldest of the inbox that are looked at, and the most that one review holds: some minutes of deciding. */
const LOOKED_AT = 300;
const MOST = 20;

/** What waits in the inbox past its time, the oldest first. */
export async function readAged(store: Store): Promise<readonly Aged[]> {
  const rows = await readRows(store, await readOldest(store, 'inbox', LOOKED_AT));
  const now = store.now();
  return rows
    .flatMap((row): Aged[] => {
      const { article, reading, listIds, hasNote } = row;
      const reason = reviewReason({ article, reading, isListed: listIds.length > 0, hasNote }, now);
      return reason === undefined ? [] : [{ row, reason }];
    })
    .slice(0, MOST);
}

const CHANGES: Readonly<Record<Decision, (now: number) => ReadingChange>> = {
  keep: (now) => ({ reviewedAt: now }),
  archive: (now) => ({ archivedAt: now }),
  trash: (now) => ({ trashedAt: now }),
};

const WORDS: Readonly<Record<Decision, string>> = { keep: 'kept', archive: 'archived', trash: 'moved to Trash' };

/** One review: each decision is written at once, and can be taken back singly, or all of them at the end. */
export function beginReview(store: Store) {
  const made: { readonly decision: Decision; readonly changes: ReadingChanges }[] = [];
  return {
    async decide(articleId: ArticleId, decision: Decision): Promise<void> {
      const changes = await changeReadings(store, [articleId], () => CHANGES[decision](store.now()));
      made.push({ decision, changes });
    },
    /** Takes the last decision back. */
    async stepBack(): Promise<void> {
      const last = made.at(-1);
      if (!last) return;
      await undoReadings(store, last.changes);
      made.pop();
    },
    /** What was decided, with one way back for all of it; `undefined` if nothing was. */
    end(): Done | undefined {
      const all = made.splice(0);
      if (all.length === 0) return undefined;
      const parts = (['keep', 'archive', 'trash'] as const).flatMap((decision) => {
        const count = all.filter((one) => one.decision === decision).length;
        return count === 0 ? [] : [`${count} ${WORDS[decision]}`];
      });
      // Each article was decided on once, so the order of taking back makes no difference.
      const changes = all.flatMap((one) => one.changes);
      return {
        label: `Reviewed: ${parts.join(', ')}`,
        undo: () => undoReadings(store, changes),
        reach: reachOf(
          store,
          changes.map(({ articleId }) => articleId),
        ),
      };
    },
  };
}

export type Review = ReturnType<typeof beginReview>;
