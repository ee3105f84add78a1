import type { Page } from 'puppeteer-core';

/** The newest articles have a thumbnail; no popup asks for those of older ones. */
const THUMBNAILS = 500;
const THUMBNAIL_BYTES = 3000;

/** Gives the last of these articles a thumbnail each. A Blob cannot come from outside, so the page makes them. */
export async function writeThumbnails(page: Page, articleIds: readonly string[]): Promise<void> {
  await page.evaluate(putThumbnails, articleIds.slice(-THUMBNAILS), THUMBNAIL_BYTES);
}

/** Serialised into a page: it may use nothing from this module. */
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
