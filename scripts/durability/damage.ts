import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Chance } from '../../bench/support/chance.ts';

/** A way to damage a library: its files while the browser is closed, or its rows while it runs. */
export interface Damage {
  readonly name: string;
  readonly files?: (profile: string, chance: Chance) => Promise<void>;
  /** Evaluated in a page of the extension. */
  readonly rows?: string;
  /** What the recovery page must say. */
  readonly says: RegExp;
}

export async function databaseFiles(profile: string, isMeant: (name: string) => boolean): Promise<readonly string[]> {
  const root = join(profile, 'Default/IndexedDB');
  const folder = (await readdir(root)).find((name) => /^chrome-extension_.*\.indexeddb\.leveldb$/.test(name)) ?? '';
  return (await readdir(join(root, folder))).filter(isMeant).map((name) => join(root, folder, name));
}

/** Turns one bit in each of so many bytes of a file. */
async function flip(path: string, chance: Chance, count: number): Promise<void> {
  const bytes = await readFile(path);
  for (let n = 0; n < count && bytes.length > 0; n++) {
    const at = Math.floor(chance.next() * bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(chance.next() * 8));
  }
  await writeFile(path, bytes);
}

const open = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('lectern');
  opening.onsuccess = () => resolve(opening.result);
  opening.onerror = () => reject(opening.error);
})`;

const change = (table: string, work: string): string => `(async () => {
  const db = await ${open};
  const transaction = db.transaction('${table}', 'readwrite');
  const rows = transaction.objectStore('${table}');
  const all = await new Promise((resolve) => { const asking = rows.getAll(); asking.onsuccess = () => resolve(asking.result); });
  ${work}
  await new Promise((resolve, reject) => { transaction.oncomplete = resolve; transaction.onabort = () => reject(transaction.error); });
  db.close();
})()`;

const MISSING =
  /The library was emptied|The last changes are missing|Part of the library is missing|does not open|is broken/;

export const DAMAGES: readonly Damage[] = [
  ...[1, 2, 3].map((n) => ({
    name: `bytes flipped in the tables (${n})`,
    files: async (profile: string, chance: Chance) => {
      for (const path of await databaseFiles(profile, (name) => name.endsWith('.ldb'))) await flip(path, chance, 40);
    },
    says: MISSING,
  })),
  {
    name: 'bytes flipped in the log',
    files: async (profile, chance) => {
      for (const path of await databaseFiles(profile, (name) => name.endsWith('.log'))) await flip(path, chance, 40);
    },
    says: MISSING,
  },
  {
    name: 'MANIFEST deleted',
    files: async (profile) => {
      for (const path of await databaseFiles(profile, (name) => name.startsWith('MANIFEST'))) await rm(path);
    },
    says: MISSING,
  },
  {
    name: 'CURRENT deleted',
    files: async (profile) => {
      for (const path of await databaseFiles(profile, (name) => name === 'CURRENT')) await rm(path);
    },
    says: MISSING,
  },
  {
    name: 'log truncated',
    files: async (profile) => {
      for (const path of await databaseFiles(profile, (name) => name.endsWith('.log'))) {
        await truncate(path, Math.floor((await readFile(path)).length / 2));
      }
    },
    says: MISSING,
  },
  {
    name: 'tables deleted',
    files: async (profile) => {
      for (const path of await databaseFiles(profile, (name) => name.endsWith('.ldb'))) await rm(path);
    },
    says: MISSING,
  },
  {
    name: 'all files deleted',
    files: async (profile) => {
      const root = join(profile, 'Default/IndexedDB');
      for (const name of await readdir(root)) await rm(join(root, name), { recursive: true });
    },
    says: /The library was emptied/,
  },
  {
    name: 'blobs deleted',
    files: async (profile) => {
      const root = join(profile, 'Default/IndexedDB');
      for (const name of await readdir(root)) {
        if (name.endsWith('.blob')) await rm(join(root, name), { recursive: true });
      }
    },
    says: /picture/,
  },
  {
    name: 'database deleted',
    rows: `new Promise((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase('lectern');
      deleting.onsuccess = resolve;
      deleting.onerror = () => reject(deleting.error);
    })`,
    says: /The library was emptied/,
  },
  {
    name: 'a table deleted',
    rows: `(async () => {
      const db = await ${open};
      const version = db.version;
      db.close();
      await new Promise((resolve, reject) => {
        const opening = indexedDB.open('lectern', version + 1);
        opening.onupgradeneeded = () => opening.result.deleteObjectStore('notes');
        opening.onsuccess = () => { opening.result.close(); resolve(); };
        opening.onerror = () => reject(opening.error);
      });
    })()`,
    says: /Part of the library is missing|does not open/,
  },
  { name: 'a table emptied', rows: change('articles', 'rows.clear();'), says: /Part of the library is missing/ },
  {
    name: 'a broken body',
    rows: change('bodies', "rows.put({ ...all[0], html: all[0].html.replace('told', 'tolt') });"),
    says: /1 text is not what was kept/,
  },
  {
    name: 'a broken picture',
    rows: change('pictureFiles', "rows.put({ ...all[0], blob: new Blob(['no picture']) });"),
    says: /1 picture is not what was kept/,
  },
];
