import type { ArticleId, Timestamp } from '../../article/ids.ts';
import type { Store } from '../database.ts';
import { indexAnew, indexableTables, indexMissing, removeFromIndex } from '../index-anew.ts';
import { readRoot } from '../index-root.ts';
import { indexTables } from '../index-tables.ts';
import { checkLibrary, type TellCheck } from './check-library.ts';
import type { Fault, FaultKind, LibraryCheck } from './faults.ts';
import { type Done, MENDERS, ORDER } from './menders.ts';

/** What was put aside: a row as it was, from where, and why. Nothing of it is ever deleted by Lectern itself. */
export interface QuarantinedRow {
  readonly id: string;
  readonly table: string;
  readonly row: unknown;
  readonly why: FaultKind;
  readonly at: Timestamp;
}

/** How a repair dresses a list that is made anew: colours and ranks are not the store's to choose. */
export interface Dressing {
  readonly nextRank: (last: string | undefined) => string;
}

export interface Repaired {
  readonly mended: number;
  readonly putAside: number;
  /** How the library stands now. */
  readonly check: LibraryCheck;
}

/** What was mended may leave something that nothing refers to any more; more often than so there is nothing to gain. */
const MOST_ROUNDS = 4;

/**
 * Checks and mends until there is nothing left to mend, and says what was done and what is left: rows that the browser
 * can't read.
 */
export async function repairLibrary(store: Store, dressing: Dressing, tell?: TellCheck): Promise<Repaired> {
  let mended = 0;
  let putAside = 0;
  for (let round = 0; ; round++) {
    const check = await checkLibrary(store, tell);
    const isDone = round === MOST_ROUNDS || check.faults.every(({ kind }) => kind === 'unreadable');
    if (isDone) return { mended, putAside, check };
    const done = await mendFaults(store, check.faults, dressing);
    // Nothing but the index, whose faults are not counted, or nothing that could be mended.
    if (done.mended === 0 && check.faults.some(({ kind }) => kind === 'unreadable')) return { mended, putAside, check };
    mended += done.mended;
    putAside += done.putAside;
  }
}

/**
 * Mends what `checkLibrary` found. What can be made from other rows is made anew; everything else that is wrong is put
 * aside as it is, and never deleted. Each fault is looked at again inside its transaction, so that one that is gone by
 * then changes nothing, and a repair that was stopped goes on when it is called again.
 */
export async function mendFaults(
  store: Store,
  faults: readonly Fault[],
  dressing: Dressing,
): Promise<Pick<Repaired, 'mended' | 'putAside'>> {
  const isReadable = faults.every(({ kind }) => kind !== 'unreadable');
  let putAside = 0;
  let mended = 0;
  // First what others build on: whole versions before articles choose among them.
  for (const kind of ORDER) {
    for (const fault of faults.filter((one) => one.kind === kind)) {
      const done = await MENDERS[kind](store, fault, dressing).catch((error: unknown): Done => {
        if (isReadable) throw error;
        // It leads to a row that can't be read. Its transaction changed nothing, and the others are mended.
        return undefined;
      });
      if (done === 'put-aside') putAside++;
      if (done) mended++;
    }
  }
  // What can't be read can't be packed; once it can, or is gone, a check finds what the index lacks.
  if (isReadable) await mendIndex(store, faults);
  return { mended, putAside };
}

export const readQuarantine = ({ db }: Store): Promise<readonly QuarantinedRow[]> => db.quarantine.toArray();

/** Articles in one transaction, as in `indexMissing`. */
const AT_ONCE = 40;

async function mendIndex(store: Store, faults: readonly Fault[]): Promise<void> {
  const concerned = new Set(faults.flatMap(({ articleId }) => articleId ?? []));
  const isWrongAsAWhole = faults.some(({ kind, articleId }) => kind === 'index' && articleId === undefined);
  if (isWrongAsAWhole) await makeIndexAnew(store);
  else await renewIndex(store, [...concerned]);
}

async function renewIndex(store: Store, ids: readonly ArticleId[]): Promise<void> {
  const { db } = store;
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const chunk = ids.slice(at, at + AT_ONCE);
    await db.transaction('rw', [...indexableTables(db), ...indexTables(db)], async () => {
      const here = new Set(await db.articles.where('id').anyOf(chunk).primaryKeys());
      await indexAnew(store, [...here]);
      await removeFromIndex(
        store,
        chunk.filter((id) => !here.has(id)),
      );
    });
  }
}

/** Drops the index, which is derived as a whole, and makes it again from the texts. */
async function makeIndexAnew(store: Store): Promise<void> {
  const { db } = store;
  const tables = indexTables(db);
  // A revision is never given twice: open pages remember segments by it. Where it can't be read, the time is higher.
  const root = await readRoot(db, 'revision').catch(() => undefined);
  const former = root ?? { revision: Math.floor(store.now() / 1000), merged: 0 };
  const last = await db.indexDeltas
    .orderBy(':id')
    .lastKey()
    .catch(() => undefined);
  await db.transaction('rw', tables, async () => {
    await Promise.all(tables.map((table) => table.clear()));
    await db.indexRoot.put({
      name: 'revision',
      revision: former.revision + 1,
      merged: Math.max(former.merged, Number(last ?? 0)),
    });
  });
  await indexMissing(store);
}
