import { createSearch } from '../../lib/app/search.ts';
import { untrusted } from '../../lib/article/html.ts';
import type { ArticleId, ContentHash } from '../../lib/article/ids.ts';
import { textOfHtml } from '../../lib/search/html-text.ts';
import { type ArticleDraft, keepArticles } from '../../lib/store/articles.ts';
import { openDatabase, type Store } from '../../lib/store/database.ts';
import { indexMissing } from '../../lib/store/index-anew.ts';
import { addToIndex, textPart } from '../../lib/store/index-writes.ts';
import { readShelf } from '../../lib/store/read-shelf.ts';
import { readRows } from '../../lib/store/rows.ts';
import { tendIndex } from '../../lib/store/tend-index.ts';
import { chanceFrom } from '../support/chance.ts';
import { openTextMaker } from './invent-text.ts';

// In the extension's own page: the product's own code on the product's own database.

const FIRST_SAVE = Date.UTC(2021, 0, 4);
const AT_ONCE = 200;
let moment = FIRST_SAVE;
const store: Store = {
  db: openDatabase(),
  now: () => moment,
  makeId: <Id extends string>() => crypto.randomUUID() as Id,
};
const chance = chanceFrom(7);
const maker = openTextMaker(chance);
let number = 0;
let textBytes = 0;

function draft(): ArticleDraft {
  const { title, paragraphs } = maker.make();
  const html = paragraphs.map((words) => `<p>${words}</p>`).join('');
  number++;
  const url = `https://site-${number % 97}.example/story/${number}`;
  const wordCount = Math.round(paragraphs.join(' ').length / 6);
  textBytes += new TextEncoder().encode(textOfHtml(untrusted(html))).length;
  return {
    url,
    urlKey: url,
    title,
    authors: [`${maker.wordAt(900 + (number % 50))} ${maker.wordAt(2000 + (number % 400))}`],
    siteName: `Site ${number % 97}`,
    excerpt: paragraphs[0]?.slice(0, 150) ?? '',
    language: 'en',
    direction: 'ltr',
    wordCount,
    text: {
      body: {
        hash: number.toString(16).padStart(64, '0') as ContentHash,
        html: untrusted(html),
        byteLength: html.length,
      },
      source: 'page',
      wordCount,
      pictures: [],
      warnings: [],
    },
  };
}

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

const bench = {
  /** Goes on from a library that an earlier run filled: draws its texts again, so that the next ones are new. */
  async resume(): Promise<number> {
    const count = await store.db.articles.count();
    for (const _ of range(count)) draft();
    moment += Math.ceil(count / AT_ONCE) * 3_600_000;
    return count;
  },
  /** Keeps so many more articles as an import does, and merges the index as the worker does. */
  async fill(count: number): Promise<void> {
    for (let left = count; left > 0; left -= AT_ONCE) {
      const drafts = range(Math.min(AT_ONCE, left)).map(draft);
      moment += 3_600_000;
      await keepArticles(store, drafts);
      await tendIndex(store);
    }
    while (await tendIndex(store));
  },
  /** Bytes of the index, by kind, and of the texts. */
  async sizes() {
    const sizes: Record<string, number> = { text: textBytes };
    await store.db.indexBlocks.each(({ kind, bytes }) => {
      sizes[kind] = (sizes[kind] ?? 0) + bytes.length;
    });
    await store.db.indexPrefixes.each(({ bits }) => {
      sizes['prefixes'] = (sizes['prefixes'] ?? 0) + bits.length;
    });
    await store.db.indexSegments.each(({ firstTerms }) => {
      sizes['documents'] = (sizes['documents'] ?? 0) + firstTerms.length;
    });
    await store.db.indexDocuments.each(({ keys, lengths, languages }) => {
      sizes['documents'] = (sizes['documents'] ?? 0) + keys.byteLength + lengths.length + languages.length;
    });
    sizes['segments'] = await store.db.indexSegments.count();
    return sizes;
  },
  /** Milliseconds of each keystroke while these words are typed, one letter after the other, by one session. */
  async type(words: readonly string[]): Promise<readonly number[]> {
    const search = createSearch({ ...store, db: openDatabase() });
    await search.find(maker.wordAt(0), 'relevance', 20);
    const times: number[] = [];
    for (const typed of words) {
      for (let end = 1; end <= typed.length; end++) {
        const begunAt = performance.now();
        await search.find(typed.slice(0, end), 'relevance', 20);
        times.push(performance.now() - begunAt);
      }
    }
    return times;
  },
  /** Milliseconds of whole queries in a warm session: each was asked once before. */
  async ask(queries: readonly string[]): Promise<readonly number[]> {
    const search = createSearch(store);
    const times: number[] = [];
    for (const isWarm of [false, true]) {
      for (const typed of queries) {
        const begunAt = performance.now();
        await search.find(typed, 'relevance', 20);
        if (isWarm) times.push(performance.now() - begunAt);
      }
    }
    return times;
  },
  wordsAt: (ranks: readonly number[]) => ranks.map(maker.wordAt),
  /** Reads the rows of the newest 50: by the product, and by hand from the same tables. */
  newest: (rounds: number) =>
    inTurn(rounds, async () => ({
      product: await timed(async () => readRows(store, await readShelf(store, 'inbox', 50))),
      floor: await timed(() => readNewestByHand(store.db.backendDB(), 50)),
    })),
  /** Puts one more article into the index, and the same bytes by one raw put. */
  addOne: (rounds: number) =>
    inTurn(rounds, async (round) => {
      const { db } = store;
      const { article, body } = anArticle(round);
      const product = await timed(() => addToIndex(db, [textPart(article, body.html, false)]));
      const floor = await timed(() => putByHand(db.backendDB(), body));
      await db.bodies.delete(body.hash);
      await forgetLast();
      return { product, floor };
    }),
  /** Keeps one more text with its entry in the index, in one transaction as a save does, and without. */
  keepOne: (rounds: number) =>
    inTurn(rounds, async (round) => {
      const { db } = store;
      const { article, body } = anArticle(round);
      const keep = (others: () => unknown) =>
        timed(() =>
          db.transaction('rw', db.bodies, db.indexDeltas, async () => {
            await Promise.all([db.bodies.put(body), others()]);
          }),
        );
      const floor = await keep(() => undefined);
      await db.bodies.delete(body.hash);
      const product = await keep(() => addToIndex(db, [textPart(article, body.html, false)]));
      await db.bodies.delete(body.hash);
      await forgetLast();
      return { product, floor };
    }),
  /** Makes the whole index anew from the articles that are here, as after a migration. */
  async rebuild(): Promise<void> {
    const { db } = store;
    const tables = db.tables.filter(({ name }) => name.startsWith('index'));
    await db.transaction('rw', tables, () => Promise.all(tables.map((table) => table.clear())));
    await indexMissing(store);
    while (await tendIndex(store));
  },
};
declare global {
  var productBench: typeof bench;
}
globalThis.productBench = bench;

interface Times {
  readonly product: number;
  readonly floor: number;
}

/** The times of so many rounds, after two that do not count. */
async function inTurn(rounds: number, measure: (round: number) => Promise<Times>): Promise<readonly Times[]> {
  const times: Times[] = [];
  for (let round = -2; round < rounds; round++) times.push(await measure(round));
  return times.slice(2);
}

/** One that is not in the library, and its text. */
function anArticle(round: number) {
  const { text, ...metadata } = draft();
  const html = text?.body.html ?? untrusted('');
  const article = { ...metadata, id: crypto.randomUUID() as ArticleId, savedAt: moment, updatedAt: moment };
  return { article, body: { hash: `one-${round}` as ContentHash, html, byteLength: html.length } };
}

/** Takes out of the index what was put there last: there is no such article, and as the newest it would be found first. */
async function forgetLast(): Promise<void> {
  const { indexDeltas } = store.db;
  await indexDeltas.delete(Number(await indexDeltas.orderBy('seq').lastKey()));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begunAt = performance.now();
  await work();
  return performance.now() - begunAt;
}

function readNewestByHand(db: IDBDatabase, count: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const names = ['articles', 'readings', 'lists', 'listEntries', 'taggings', 'notes', 'thumbnails'];
    const transaction = db.transaction(names);
    const rows: unknown[] = [];
    const keep = <Row>(request: IDBRequest<Row>) => {
      request.onsuccess = () => rows.push(request.result);
    };
    let left = count;
    const keys = transaction.objectStore('readings').index('shelves.inbox').openKeyCursor(null, 'prev');
    keep(transaction.objectStore('lists').getAll());
    keys.onsuccess = () => {
      const cursor = keys.result;
      if (cursor === null || left-- === 0) return;
      const id = cursor.primaryKey;
      for (const name of ['articles', 'readings', 'notes', 'thumbnails']) keep(transaction.objectStore(name).get(id));
      for (const name of ['listEntries', 'taggings']) {
        keep(transaction.objectStore(name).index('articleId').getAll(id));
      }
      cursor.continue();
    };
    transaction.oncomplete = () => resolve(rows);
    transaction.onabort = () => reject(transaction.error);
  });
}

function putByHand(db: IDBDatabase, row: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction('bodies', 'readwrite', { durability: 'strict' });
    transaction.objectStore('bodies').put(row);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
