import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';

const READABILITY = createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js');

/**
 * Milliseconds for the least that keeping a page could take: a copy in an inert document, Readability, one raw put that
 * is flushed to disk as the product's are. In a new isolated world of the page, as an injected script has it; the
 * library's source and the open database wait there already.
 */
export async function measureFloor(page: Page): Promise<number> {
  const client = await page.createCDPSession();
  try {
    const { frameTree } = await client.send('Page.getFrameTree');
    const { executionContextId } = await client.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'floor',
    });
    const run = async (expression: string): Promise<unknown> => {
      const { result, exceptionDetails } = await client.send('Runtime.evaluate', {
        expression,
        contextId: executionContextId,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails !== undefined)
        throw new Error(`The floor failed: ${exceptionDetails.exception?.description}`);
      return result.value;
    };
    await run(await readFile(READABILITY, 'utf8'));
    await run(`(${openFloor})().then((db) => { globalThis.floorDatabase = db; })`);
    const milliseconds = await run(`(${keepByHand})(Readability, floorDatabase)`);
    if (typeof milliseconds !== 'number') throw new Error('The floor gave no time.');
    return milliseconds;
  } finally {
    await client.detach();
  }
}

// The functions below are serialised into a page: they may use nothing from this module.

function openFloor(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('floor');
    opening.onupgradeneeded = () => opening.result.createObjectStore('articles', { autoIncrement: true });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

interface ReadabilityLike {
  parse(): { readonly title: string; readonly content: string } | null;
}

function keepByHand(Reader: new (copy: Document) => ReadabilityLike, db: IDBDatabase): Promise<number> {
  return new Promise((resolve, reject) => {
    const begunAt = performance.now();
    const copy = document.implementation.createHTMLDocument('');
    copy.documentElement.replaceWith(copy.importNode(document.documentElement, true));
    const article = new Reader(copy).parse();
    if (article === null) return reject(new Error('Readability found no article.'));
    const { title, content } = article;
    const transaction = db.transaction('articles', 'readwrite', { durability: 'strict' });
    transaction.objectStore('articles').put({ url: location.href, title, content, savedAt: Date.now() });
    transaction.oncomplete = () => resolve(performance.now() - begunAt);
    transaction.onabort = () => reject(transaction.error);
  });
}
