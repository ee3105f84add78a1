import type { TextJob } from '../../article/text-job.ts';
import type { Store } from '../../store/database.ts';
import { fillArticle } from '../../store/fill-article.ts';
import { beginText, failText, postponeText, readDueTexts, readNextTextTime } from '../../store/text-jobs.ts';
import { fetchText, type TextFetching } from './fetch-text.ts';

export interface TextQueueing extends TextFetching {
  readonly store: Store;
  readonly mayFetchPages: () => Promise<boolean>;
  readonly isOnline: () => boolean;
  readonly stayAwake: () => Promise<unknown>;
  /** Has the worker woken again while there is something to do. */
  readonly wakeLater: (isNeeded: boolean) => Promise<unknown>;
  readonly wait: (milliseconds: number) => Promise<unknown>;
  /** Called once texts with pictures are kept; must not be waited for. */
  readonly startPictures: () => void;
  readonly keepIndex: () => Promise<unknown>;
  /** Frees what reading pages needed. */
  readonly closeReader: () => Promise<unknown>;
}

/** Between two requests to one host, in milliseconds: what crawlers keep to where a site asks for nothing else. */
export const PACE = 2000;
/** Hosts asked at the same time. */
const AT_ONCE = 4;
const MOST_ATTEMPTS = 4;
/** First wait before another attempt, in milliseconds; four times as long each time. */
const FIRST_WAIT = 30_000;
/** A job that stopped the worker comes up again after so long. */
const LEASE = 120_000;
/** Longest the worker is kept for a job that is not due yet; beyond that the alarm wakes it. */
const LONGEST_WAIT = 20_000;

/**
 * Makes the worker's runner of the queue of texts: a few hosts at a time, each with a pause between. All of its state is in
 * the database, so it goes on after any stop. A call while it runs makes it look once more.
 */
export function createTextQueue(queueing: TextQueueing): () => Promise<void> {
  const { store, mayFetchPages, isOnline, stayAwake, wakeLater, wait } = queueing;
  let running: Promise<void> | undefined;
  /** Hosts that are being asked, or were a moment ago. */
  const busy = new Set<string>();
  const resting = new Map<string, number>();

  async function run(): Promise<void> {
    const under = new Set<Promise<void>>();
    let hasWorked = false;
    for (;;) {
      const isAllowed = isOnline() && (await mayFetchPages());
      for (const [host, until] of resting) if (until <= store.now()) resting.delete(host);
      const free = AT_ONCE - under.size;
      const taken = new Set([...busy, ...resting.keys()]);
      const jobs = isAllowed && free > 0 ? await readDueTexts(store, free, taken) : [];
      for (const job of jobs) {
        if (!hasWorked) await wakeLater(true);
        hasWorked = true;
        busy.add(job.host);
        const work = runOne(job).finally(() => {
          busy.delete(job.host);
          under.delete(work);
        });
        under.add(work);
      }
      await stayAwake();
      if (under.size > 0) {
        // Not by itself: a host whose rest is over may have more.
        await Promise.race([...under, wait(PACE / 4)]);
        continue;
      }
      const next = await readNextTextTime(store);
      const isOver = next === undefined || !isAllowed || next > store.now() + LONGEST_WAIT || isHeldUp(next);
      if (isOver) {
        // Without the permission there is nothing to wake for; granting it wakes the worker itself.
        await wakeLater(next !== undefined && (isAllowed || !isOnline()));
        if (hasWorked) await queueing.closeReader();
        return;
      }
      await wait(PACE / 4);
    }
  }

  /** All that is due is of hosts that want to be left alone for long. */
  const isHeldUp = (next: number): boolean =>
    next <= store.now() && resting.size > 0 && Math.min(...resting.values()) > store.now() + LONGEST_WAIT;

  async function runOne(job: TextJob): Promise<void> {
    const { articleId, host, attempts } = job;
    try {
      await beginText(store, job, store.now() + LEASE);
      const fetched = await fetchText(queueing, job);
      resting.set(host, store.now() + PACE);
      if (fetched.status === 'read') {
        await fillArticle(store, articleId, fetched.draft);
        queueing.startPictures();
        await queueing.keepIndex();
      } else if (fetched.status === 'failed') {
        await failText(store, articleId, fetched.why, fetched.code);
      } else {
        await tryLater(job, fetched.retryAfter, fetched.code);
      }
    } catch {
      // The database failed, or is full: the lease brings the job back.
      resting.set(host, store.now() + FIRST_WAIT * (attempts + 1));
    }
  }

  async function tryLater({ articleId, host, attempts }: TextJob, retryAfter: number | undefined, code?: number) {
    // Offline is no fault of the site.
    if (!isOnline()) return postponeText(store, articleId, store.now() + FIRST_WAIT);
    if (attempts + 1 >= MOST_ATTEMPTS) return failText(store, articleId, 'unreachable', code);
    const pause = Math.max(retryAfter ?? 0, FIRST_WAIT * 4 ** attempts);
    // A server that says when wants to be left alone by all until then.
    if (retryAfter !== undefined) resting.set(host, store.now() + retryAfter);
    return postponeText(store, articleId, store.now() + pause);
  }

  return () => {
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  };
}
