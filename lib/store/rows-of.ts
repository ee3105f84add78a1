import type { Table } from 'dexie';

/**
 * Rows under any of many values of an index. One `getAll` for each, all sent at once: `anyOf` walks a cursor and waits for
 * every step.
 */
export async function rowsOf<Row, Key, Insert>(
  table: Table<Row, Key, Insert>,
  index: string,
  values: readonly string[],
): Promise<readonly Row[]> {
  return (await Promise.all(values.map((value) => table.where(index).equals(value).toArray()))).flat();
}
