import { Dexie } from 'dexie';
import type { ArticleId, Timestamp } from '../article/ids.ts';
import { hostOf } from '../article/normalise-url.ts';
import type { TextFailure, TextJob } from '../article/text-job.ts';
import type { Store } from './database.ts';

const inState = ({ db }: Pick<Store, 'db'>, state: TextJob['state']) =>
  db.textJobs.where('[state+dueAt]').between([state, Dexie.minKey], [state, Dexie.maxKey]);

/** Articles outside the trash that are links without a text, by id. Reads keys alone. */
export async function readTextless({ db }: Store): Promise<readonly ArticleId[]> {
  const [ids, withText, trashed] = await Promise.all([
    db.articles.toCollection().primaryKeys(),
    db.versions.orderBy('articleId').uniqueKeys(),
    db.readings.orderBy('shelves.trash').primaryKeys(),
  ]);
  const others = new Set([...(withText as ArticleId[]), ...trashed]);
  return ids.filter((id) => !others.has(id));
}

/** Articles written in one transaction: a save never waits longer for it than for a batch of an import. */
const AT_ONCE = 500;

/**
 * Queues links for their texts. Those of one host stand `pace` milliseconds apart, so that hosts take turns. What failed
 * before is tried anew.
 */
export async function addTextJobs(store: Store, ids: readonly ArticleId[], pace: number): Promise<number> {
  const { db, now } = store;
  const at = now();
  const counts = new Map<string, number>();
  await inState(store, 'done').delete();
  let added = 0;
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const keys = ids.slice(from, from + AT_ONCE);
    await db.transaction('rw', db.articles, db.textJobs, async () => {
      const [articles, known] = await Promise.all([db.articles.bulkGet(keys), db.textJobs.bulkGet(keys)]);
      const isQueued = new Set(known.flatMap((job) => (job?.state === 'waiting' ? [job.articleId] : [])));
      const jobs = articles.flatMap((article): TextJob[] => {
        if (!article || article.versionId !== undefined || isQueued.has(article.id)) return [];
        const host = hostOf(article.url);
        const turn = counts.get(host) ?? 0;
        counts.set(host, turn + 1);
        const { id: articleId, url } = article;
        return [{ articleId, url, host, state: 'waiting', dueAt: at + turn * pace, attempts: 0, updatedAt: at }];
      });
      added += jobs.length;
      await db.textJobs.bulkPut(jobs);
    });
  }
  return added;
}

/** The next jobs that are due, at most one of a host, of none that is `busy`. */
export async function readDueTexts(
  { db, now }: Store,
  limit: number,
  busy: ReadonlySet<string>,
): Promise<readonly TextJob[]> {
  const hosts = new Set(busy);
  const isFree = ({ host }: TextJob) => !hosts.has(host) && hosts.add(host).size > 0;
  const due = db.textJobs.where('[state+dueAt]').between(['waiting', Dexie.minKey], ['waiting', now()], true, true);
  return due.filter(isFree).limit(limit).toArray();
}

/** When the next job is due; `undefined` if none waits. */
export const readNextTextTime = async (store: Store): Promise<Timestamp | undefined> =>
  (await inState(store, 'waiting').first())?.dueAt;

/** Puts a job off before it is begun, so that one which stops the worker does not come up again at once. */
export async function beginText({ db, now }: Store, { articleId, attempts }: TextJob, until: Timestamp): Promise<void> {
  await db.textJobs.update(articleId, { attempts: attempts + 1, dueAt: until, updatedAt: now() });
}

export async function postponeText({ db, now }: Store, articleId: ArticleId, dueAt: Timestamp): Promise<void> {
  await db.textJobs.update(articleId, { dueAt, updatedAt: now() });
}

export async function failText(
  { db, now }: Store,
  articleId: ArticleId,
  why: TextFailure,
  code: number | undefined,
): Promise<void> {
  await db.transaction('rw', db.textJobs, async () => {
    const job = await db.textJobs.get(articleId);
    if (job)
      await db.textJobs.put({ ...job, state: 'failed', why, ...(code !== undefined && { code }), updatedAt: now() });
  });
}

export const pauseTexts = (store: Store): Promise<number> => inState(store, 'waiting').modify({ state: 'paused' });
export const resumeTexts = (store: Store): Promise<number> => inState(store, 'paused').modify({ state: 'waiting' });

/** Ends the fetching where it is; texts that came stay, and so do the reasons of those that did not. */
export async function stopTexts(store: Store): Promise<void> {
  await inState(store, 'waiting').delete();
  await inState(store, 'paused').delete();
}

/** How far the fetching is. */
export interface TextProgress {
  readonly waiting: number;
  readonly paused: number;
  readonly done: number;
  readonly failed: number;
  /** At most `MOST_SHOWN`, the last first. */
  readonly failures: readonly TextJob[];
}

const MOST_SHOWN = 200;

export async function readTextProgress(store: Store): Promise<TextProgress> {
  const [waiting, paused, done, failed, failures] = await Promise.all([
    inState(store, 'waiting').count(),
    inState(store, 'paused').count(),
    inState(store, 'done').count(),
    inState(store, 'failed').count(),
    inState(store, 'failed').reverse().limit(MOST_SHOWN).toArray(),
  ]);
  return { waiting, paused, done, failed, failures };
}

export const readFailedTexts = async (store: Store): Promise<readonly ArticleId[]> =>
  inState(store, 'failed').primaryKeys();
