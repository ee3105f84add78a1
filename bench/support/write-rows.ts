import type { Page } from 'puppeteer-core';

/** Few enough that one message of the debugging protocol stays small. */
const ROWS_AT_ONCE = 1000;
/** The newest articles have a thumbnail; no popup asks for those of older ones. */
const THUMBNAILS = 500;
const THUMBNAIL_BYTES = 3000;

/** Writes rows into the product's own database, from a page of the extension. */
export async function writeRows(page: Page, tables: Readonly<Record<string, readonly unknown[]>>): Promise<void> {
  for (const [table, rows] of Object.entries(tables)) {
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      await page.evaluate(putAll, table, rows.slice(at, at + ROWS_AT_ONCE));
    }
  }
}

/** Gives the last of these articles a thumbnail each. A Blob cannot come from outside, so the page makes them. */
export async function writeThumbnails(page: Page, articleIds: readonly string[]): Promise<void> {
  await page.evaluate(putThumbnails, articleIds.slice(-THUMBNAILS), THUMBNAIL_BYTES);
}

// The functions below are serialised into a page: they may use nothing from this module.

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

function putThumbnails(articleIds: readonly string[], bytes: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('lectern');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const transaction = db.transaction('thumbnails', 'readwrite');
      const noise = crypto.getRandomValues(new Uint8Array(bytes));
      for (const articleId of articleIds) {
        const blob = new Blob([noise], { type: 'image/webp' });
        transaction.objectStore('thumbnails').put({ articleId, blob, updatedAt: Date.now() });
      }
      transaction.oncomplete = () => {
        db.close();
        resolve();
      };
      transaction.onabort = () => reject(transaction.error);
    };
  });
}
