import { Dexie } from 'dexie';
import type { ImportBatch, ImportJob, ImportStatus } from '../article/import-job.ts';
import type { Store } from './database.ts';

/** Begins an import: nothing of it is done before `startImport`. */
export const addImport = ({ db }: Store, job: ImportJob): Promise<string> => db.imports.add(job);

export const addImportBatch = ({ db }: Store, batch: ImportBatch): Promise<unknown> => db.importBatches.add(batch);

/** Moves an import on to a status, if it stands at one of `from`. Says whether it did. */
export function changeImport(
  { db, now }: Store,
  id: string,
  from: readonly ImportStatus[],
  status: ImportStatus,
): Promise<boolean> {
  return db.transaction('rw', db.imports, async () => {
    const job = await db.imports.get(id);
    if (!job || !from.includes(job.status)) return false;
    const { problem: _, ...rest } = job;
    await db.imports.put({ ...rest, status, updatedAt: now() });
    return true;
  });
}

/** Pauses an import that could not go on: the database is full, or closed. What it did stands, and it may be resumed. */
export async function pauseWithProblem({ db, now }: Store, id: string, problem: string): Promise<void> {
  await db.transaction('rw', db.imports, async () => {
    const job = await db.imports.get(id);
    if (job) await db.imports.put({ ...job, status: 'paused', problem, updatedAt: now() });
  });
}

/** Imports that something is still to be done for, the oldest first. */
export async function readUnfinished({ db }: Store): Promise<readonly ImportJob[]> {
  const jobs = await db.imports.where('status').anyOf('running', 'undoing').toArray();
  return jobs.sort((one, other) => one.createdAt - other.createdAt);
}

/** The latest imports, the last first. */
export const readImports = ({ db }: Store, limit: number): Promise<readonly ImportJob[]> =>
  db.imports.orderBy('createdAt').reverse().limit(limit).toArray();

/** The next batch to write, or while undoing the last one that was written. */
export function readNextBatch({ db }: Store, job: ImportJob): Promise<ImportBatch | undefined> {
  const state = job.status === 'undoing' ? 'applied' : 'waiting';
  const range = db.importBatches
    .where('[importId+state+seq]')
    .between([job.id, state, Dexie.minKey], [job.id, state, Dexie.maxKey]);
  return job.status === 'undoing' ? range.last() : range.first();
}

/** Ends an import that has no batch left to do. */
export async function finishImport({ db, now }: Store, id: string): Promise<void> {
  await db.transaction('rw', db.imports, db.importBatches, async () => {
    const job = await db.imports.get(id);
    if (!job || (job.status !== 'running' && job.status !== 'undoing')) return;
    const isUndone = job.status === 'undoing';
    const { at: _, ...rest } = job;
    await db.imports.put({ ...rest, status: isUndone ? 'undone' : 'done', updatedAt: now() });
    if (isUndone) await deleteBatches(db, id);
  });
}

/** Forgets imports that were never started, because their page went away. `before` spares one that is being staged. */
export async function dropUnstarted({ db }: Store, before: number): Promise<void> {
  await db.transaction('rw', db.imports, db.importBatches, async () => {
    const jobs = await db.imports.where('status').equals('staging').toArray();
    for (const { id, updatedAt } of jobs) {
      if (updatedAt >= before) continue;
      await deleteBatches(db, id);
      await db.imports.delete(id);
    }
  });
}

const deleteBatches = (db: Store['db'], id: string): Promise<number> =>
  db.importBatches.where('[importId+seq]').between([id, Dexie.minKey], [id, Dexie.maxKey]).delete();
