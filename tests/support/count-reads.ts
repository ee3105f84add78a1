import type { DBCore, Dexie } from 'dexie';

export interface Reads {
  /** Whole rows, by any way: each is taken out of the database and copied. */
  rows: number;
  /** Keys alone, as of a shelf in its order: some bytes each. */
  keys: number;
}

/**
 * Counts what a piece of work reads from a database, by a layer next to the database itself: what is answered from Dexie's
 * memory is not read. What an index counts by itself (`count`) is neither row nor key.
 */
export async function countReads(db: Dexie, work: () => Promise<unknown>): Promise<Reads> {
  const reads: Reads = { rows: 0, keys: 0 };
  const name = 'count-reads';
  // Dexie puts its layers together when the database is opened.
  db.close();
  db.use({
    stack: 'dbcore',
    name,
    level: -1,
    create: (core: DBCore): DBCore => ({
      ...core,
      table(tableName) {
        const table = core.table(tableName);
        const counted = <Answer>(found: readonly unknown[], isRow: boolean, answer: Answer): Answer => {
          reads[isRow ? 'rows' : 'keys'] += found.filter((one) => one !== undefined).length;
          return answer;
        };
        return {
          ...table,
          get: (request) => table.get(request).then((row) => counted([row], true, row)),
          getMany: (request) => table.getMany(request).then((rows) => counted(rows, true, rows)),
          query: (request) =>
            table.query(request).then((answer) => counted(answer.result, request.values === true, answer)),
          // Dexie's own promises: after an `await` here, a transaction with no other request would be over.
          openCursor: (request) =>
            table.openCursor(request).then((cursor) => {
              if (!cursor) return cursor;
              const start = cursor.start.bind(cursor);
              cursor.start = (onNext) =>
                start(() => {
                  reads[request.values === true ? 'rows' : 'keys']++;
                  onNext();
                });
              return cursor;
            }),
        };
      },
    }),
  });
  await db.open();
  try {
    await work();
  } finally {
    db.close();
    db.unuse({ stack: 'dbcore', name });
    await db.open();
  }
  return reads;
}
