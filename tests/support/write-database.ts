/** Few enough that one message of the debugging protocol stays small. */
const ROWS_AT_ONCE = 1000;

/** A page of the extension in either browser. */
interface DatabasePage {
  evaluate(
    work: (table: string, rows: readonly unknown[]) => Promise<void>,
    table: string,
    rows: readonly unknown[],
  ): Promise<void>;
}

/** Writes rows into the product's own database, from a page of the extension. */
export async function writeRows(
  page: DatabasePage,
  tables: Readonly<Record<string, readonly unknown[]>>,
): Promise<void> {
  for (const [table, rows] of Object.entries(tables)) {
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      await page.evaluate(putAll, table, rows.slice(at, at + ROWS_AT_ONCE));
    }
  }
}

/** Serialised into a page: it may use nothing from this module. */
function putAll(table: string, rows: readonly unknown[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('lectern');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const transaction = db.transaction(table, 'readwrite');
      for (const row of rows) transaction.objectStore(table).put(row);
      transaction.oncomplete = () => {
        db.close();
        resolve();
      };
      transaction.onabort = () => reject(transaction.error);
    };
  });
}
