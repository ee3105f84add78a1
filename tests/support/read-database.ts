type Row = Readonly<Record<string, unknown>>;

/** A page of the extension in either browser. */
interface DatabasePage {
  evaluate(work: (table: string) => Promise<readonly Row[]>, table: string): Promise<readonly Row[]>;
}

/** All rows of a table, read by a page of the extension from the real database. Blobs come back as empty objects. */
export function readAll(page: DatabasePage, table: string): Promise<readonly Row[]> {
  return page.evaluate(async (name) => {
    const settled = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await settled(indexedDB.open('lectern'));
    try {
      return await settled(db.transaction(name).objectStore(name).getAll());
    } finally {
      db.close();
    }
  }, table);
}
