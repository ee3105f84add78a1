import type { IndexableType, Table } from 'dexie';

/** Rows of a table, and the keys of those that the browser could not give. */
export interface Read<Row, Key> {
  readonly rows: readonly Row[];
  readonly unreadable: readonly Key[];
}

/** Rows asked for at a time: enough for speed, few enough for the memory. */
const AT_ONCE = 200;

/**
 * Reads rows by their keys. A row that can't be read fails a whole `getAll` with it, so a batch that fails is read again
 * one by one.
 */
export async function readTolerantly<Row, Key extends IndexableType, Insert>(
  table: Table<Row, Key, Insert>,
  keys: readonly Key[],
): Promise<Read<Row, Key>> {
  try {
    return { rows: (await table.bulkGet([...keys])).filter((row) => row !== undefined), unreadable: [] };
  } catch {
    // Told below, row by row.
  }
  const rows: Row[] = [];
  const unreadable: Key[] = [];
  for (const key of keys) {
    try {
      const row = await table.get(key);
      if (row !== undefined) rows.push(row);
    } catch {
      unreadable.push(key);
    }
  }
  return { rows, unreadable };
}

/** All rows of a table, batch by batch. `take` may wait: each batch is a transaction of its own. */
export async function eachBatch<Row, Key extends IndexableType, Insert>(
  table: Table<Row, Key, Insert>,
  take: (read: Read<Row, Key>) => Promise<void> | void,
  atOnce = AT_ONCE,
): Promise<void> {
  const keys = await table.toCollection().primaryKeys();
  for (let at = 0; at < keys.length; at += atOnce) await take(await readTolerantly(table, keys.slice(at, at + atOnce)));
}
