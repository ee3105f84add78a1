import { Document as FlexDocument, IndexedDB as FlexStore } from 'flexsearch';
import MiniSearch from 'minisearch';
import { chanceFrom } from '../support/chance.ts';
import { drawTitles } from './draw-titles.ts';
import { openTextMaker } from './invent-text.ts';

// Rivals on the same texts, each as its own manual has it: an index stored in the browser, a new document that searches it.

type Doc = { readonly id: number; readonly title: string; readonly text: string };
const MINI = {
  fields: ['title', 'text'],
  storeFields: ['title'],
  searchOptions: { boost: { title: 6 }, prefix: true },
};
const maker = openTextMaker(chanceFrom(7));
const makeDocs = (count: number): readonly Doc[] =>
  Array.from({ length: count }, (_, id) => {
    const { title, paragraphs } = maker.make();
    return { id, title, text: paragraphs.join('\n') };
  });
let worker: Worker | undefined;

/** One request to SQLite, which opens its files in a worker only. */
function askSqlite<Answer>(request: object): Promise<Answer> {
  worker ??= new Worker('/sqlite-worker.js', { type: 'module' });
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => ('error' in data ? reject(new Error(data.error)) : resolve(data.answer));
    worker?.postMessage(request, [port2]);
  });
}

async function openFlex() {
  const db = new FlexStore('flexsearch');
  const index = new FlexDocument({
    document: { id: 'id', index: ['title', 'text'], store: ['title'] },
    tokenize: 'strict',
  });
  await index.mount(db);
  return index;
}

function stored<Value>(mode: IDBTransactionMode, use: (store: IDBObjectStore) => IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('rival');
    opening.onupgradeneeded = () => opening.result.createObjectStore('index');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('index', mode);
      const request = use(transaction.objectStore('index'));
      transaction.oncomplete = () => {
        opening.result.close();
        resolve(request.result);
      };
      transaction.onabort = () => reject(transaction.error);
    };
  });
}

const rivals = {
  minisearch: {
    async build(docs: readonly Doc[]) {
      const index = new MiniSearch(MINI);
      index.addAll([...docs]);
      const json = JSON.stringify(index);
      await stored('readwrite', (store) => store.put(json, 'minisearch'));
      return json.length;
    },
    async open() {
      const json = await stored<string>('readonly', (store) => store.get('minisearch'));
      const index = MiniSearch.loadJSON(json, MINI);
      return {
        find: async (typed: string) =>
          index
            .search(typed, { combineWith: 'AND' })
            .slice(0, 20)
            .map(({ id, title }) => ({ id: String(id), title: String(title) })),
        add: async (doc: Doc) => {
          index.add(doc);
          await stored('readwrite', (store) => store.put(JSON.stringify(index), 'minisearch'));
        },
      };
    },
  },
  flexsearch: {
    async build(docs: readonly Doc[]) {
      const index = await openFlex();
      for (const [i, doc] of docs.entries()) {
        index.add({ ...doc });
        if (i % 100 === 99) await index.commit();
      }
      await index.commit();
      return 0;
    },
    async open() {
      const index = await openFlex();
      return {
        find: async (typed: string) => {
          const found = (await index.search(typed, { limit: 20, enrich: true, merge: true })) as unknown as {
            id: number;
            doc: { title: string } | null;
          }[];
          return found.map(({ id, doc }) => ({ id: String(id), title: doc?.title ?? '' }));
        },
        add: async (doc: Doc) => {
          index.add({ ...doc });
          await index.commit();
        },
      };
    },
  },
  sqlite: {
    build: (docs: readonly Doc[]) => askSqlite<number>({ kind: 'build', docs }),
    open: async () => ({
      find: (typed: string) => askSqlite<readonly { id: string; title: string }[]>({ kind: 'find', typed }),
      add: (doc: Doc) => askSqlite<void>({ kind: 'add', doc }),
    }),
  },
} as const;
export type Rival = keyof typeof rivals;

const bench = {
  build: async (kind: Rival, count: number): Promise<number> => rivals[kind].build(makeDocs(count)),
  async keystrokes(kind: Rival, words: readonly string[]): Promise<readonly number[]> {
    const index = await rivals[kind].open();
    await index.find('the');
    const times: number[] = [];
    for (const typed of words) {
      for (let end = 1; end <= typed.length; end++) {
        const begunAt = performance.now();
        await index.find(typed.slice(0, end));
        times.push(performance.now() - begunAt);
      }
    }
    return times;
  },
  async addOne(kind: Rival, rounds: number): Promise<readonly number[]> {
    const index = await rivals[kind].open();
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const [doc] = makeDocs(1);
      if (!doc) continue;
      const begunAt = performance.now();
      await index.add({ ...doc, id: 1_000_000 + round + Math.floor(Math.random() * 1e6) });
      times.push(performance.now() - begunAt);
    }
    return times;
  },
};
declare global {
  var rivalBench: typeof bench;
}
globalThis.rivalBench = bench;

const asked = new URLSearchParams(location.search);
const kind = asked.get('kind') as Rival | null;
if (kind !== null) {
  rivals[kind]
    .open()
    .then((index) => index.find(asked.get('q') ?? ''))
    .then(drawTitles)
    .catch((error) => console.error(error));
}
