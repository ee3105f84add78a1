import type { ImportJob } from '../../article/import-job.ts';
import { COLOURS } from '../../article/list.ts';
import { whyNotWritten } from '../../article/why-not-written.ts';
import { rankBetween } from '../../library/rank.ts';
import { applyImportBatch } from '../../store/apply-import.ts';
import type { Store } from '../../store/database.ts';
import type { ListMaking } from '../../store/import-lists.ts';
import { dropUnstarted, finishImport, pauseWithProblem, readNextBatch, readUnfinished } from '../../store/imports.ts';
import { undoImportBatch } from '../../store/undo-import.ts';

interface Running {
  readonly store: Store;
  /** The same library, for batches, which need not wait for the disk: only the end of an import is told. */
  readonly bulk: Store;
  /** Keeps the browser from stopping the worker while there is work. */
  readonly stayAwake: () => Promise<unknown>;
  /** Has the worker woken again, in case it is stopped all the same. */
  readonly wakeLater: (isNeeded: boolean) => Promise<unknown>;
  /** Merges what a batch wrote into the search index, so that it does not pile up. */
  readonly keepIndex: () => Promise<unknown>;
}

const MAKING: ListMaking = {
  nextRank: (last) => rankBetween(last, undefined),
  colourOf: (count) => COLOURS[count % COLOURS.length] ?? 'green',
};

/** An import whose page has not written for so long is not being staged any more. */
const STAGING_MS = 10 * 60_000;

/** Batches after which the segments that they wrote are merged: each merge costs more than a batch. */
const STEPS_TO_MERGE = 16;

async function step(store: Store, bulk: Store, job: ImportJob): Promise<void> {
  const batch = await readNextBatch(store, job);
  if (!batch) await finishImport(store, job.id);
  else if (job.status === 'undoing') await undoImportBatch(bulk, job.id, batch.seq);
  else await applyImportBatch(bulk, job.id, batch.seq, MAKING);
}

/**
 * Makes the worker's runner of imports: batch after batch until none is left to write or to take back. All of its state
 * is in the database, so a worker that was stopped goes on where it was.
 */
export function createImportRunner({ store, bulk, stayAwake, wakeLater, keepIndex }: Running): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isWanted = false;

  async function run(): Promise<void> {
    await dropUnstarted(store, store.now() - STAGING_MS);
    let hasWorked = false;
    let steps = 0;
    for (;;) {
      isWanted = false;
      const [job] = await readUnfinished(store);
      if (!job) {
        if (isWanted) continue;
        if (hasWorked) {
          hasWorked = false;
          // Not waited for, as the reader may go on with an import meanwhile. What is not merged now is merged at the next start.
          keepIndex().catch(() => undefined);
          await wakeLater(false);
          continue;
        }
        return;
      }
      if (!hasWorked) await wakeLater(true);
      hasWorked = true;
      await stayAwake();
      try {
        await step(store, bulk, job);
        if (++steps % STEPS_TO_MERGE === 0) await keepIndex();
      } catch (error) {
        // A transaction that failed left nothing behind. If the database is gone too, the alarm comes back to it.
        await pauseWithProblem(store, job.id, whyNotWritten(error));
      }
    }
  }

  return () => {
    isWanted = true;
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  };
}
