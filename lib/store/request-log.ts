import { Dexie, type EntityTable } from 'dexie';
import type { Clock } from '../article/ids.ts';
import type { RequestReason, RequestRecord } from '../article/request-record.ts';
import type { LecternDatabase } from './database.ts';
import { type Live, live } from './live.ts';

type RequestDatabase = Dexie & { readonly requests: EntityTable<RequestRecord, 'id'> };

/** A whole day of keeping pictures stays in sight; older ones make room. */
export const MOST_REQUESTS = 1000;
const LONGEST_URL = 2048;

/**
 * What Lectern asked of whom: a database of its own, beside the library. It belongs to no article, goes into no vault, and a
 * failure in it must harm neither.
 */
export function openRequestLog(now: Clock, name = 'lectern-requests') {
  const db = new Dexie(name, { chromeTransactionDurability: 'relaxed' }) as RequestDatabase;
  db.version(1).stores({ requests: '++id' });
  return {
    /** Makes the request that `ask` makes, with a row that says so. A log that fails keeps no one from asking. */
    async logged<Answer extends { readonly status: string }>(
      reason: RequestReason,
      url: string,
      ask: () => Promise<Answer>,
    ): Promise<Answer> {
      const id = await db.requests
        .add({ url: url.slice(0, LONGEST_URL), reason, askedAt: now() } as RequestRecord)
        .catch(() => undefined);
      const answer = await ask();
      if (id !== undefined) {
        await db.requests.update(id, { outcome: answer.status }).catch(() => undefined);
        await db.requests
          .where('id')
          .belowOrEqual(id - MOST_REQUESTS)
          .delete()
          .catch(() => undefined);
      }
      return answer;
    },
    /** The newest, newest first. */
    recent: (most: number): Live<readonly RequestRecord[]> =>
      live(() => db.requests.orderBy('id').reverse().limit(most).toArray()),
    clear: (): Promise<void> => db.requests.clear(),
  };
}

/**
 * Deletes every database of the extension. The library is emptied before it goes: pages that are open are told of that, and of
 * a database that is deleted they are told nothing.
 *
 * @throws if another window keeps one open, or the browser can not
 */
export async function eraseDatabases(library: LecternDatabase): Promise<void> {
  const { tables } = library;
  // One that can't be emptied can still be deleted.
  await library
    .transaction('rw', tables, () => Promise.all(tables.map((table) => table.clear())))
    .catch(() => undefined);
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
}
