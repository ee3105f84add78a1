/** Of each table: few enough that one message of the debugging protocol stays small. */
const ROWS_AT_ONCE = 1000;

type Tables = Readonly<Record<string, readonly unknown[]>>;

/** A page of the extension in either browser. */
interface DatabasePage {
  evaluate(work: (tables: Tables) => Promise<void>, tables: Tables): Promise<void>;
}

/**
 * Writes rows into the product's own database, from a page of the extension. What belongs together comes together, as the
 * store writes it: an article without its reading state is a damaged library.
 */
export async function writeRows(page: DatabasePage, tables: Tables): Promise<void> {
  const most = Math.max(...Object.values(tables).map((rows) => rows.length));
  for (let at = 0; at < most; at += ROWS_AT_ONCE) {
    const some = Object.entries(tables).map(([table, rows]) => [table, rows.slice(at, at + ROWS_AT_ONCE)] as const);
    await page.evaluate(putAll, Object.fromEntries(some));
  }
}

/** Serialised into a page: it may use nothing from this module. */
function putAll(tables: Tables): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('lectern');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const transaction = db.transaction(Object.keys(tables), 'readwrite');
      for (const [table, rows] of Object.entries(tables))
        for (const row of rows) transaction.objectStore(table).put(row);
      transaction.oncomplete = () => {
        db.close();
        resolve();
      };
      transaction.onabort = () => reject(transaction.error);
    };
  });
}
