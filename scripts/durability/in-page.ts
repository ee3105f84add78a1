import { Dexie } from 'dexie';
import { createIndexKeeper } from '../../lib/app/keep-index.ts';
import { randomId } from '../../lib/article/ids.ts';
import { checkLibrary } from '../../lib/store/check/check-library.ts';
import type { Fault } from '../../lib/store/check/faults.ts';
import { openDatabase, type Store } from '../../lib/store/database.ts';
import { MIGRATIONS } from '../../lib/store/migrations.ts';
import { writeNote } from '../../lib/store/notes.ts';
import { readStanding, type Standing } from './standing.ts';

// Bundled by `bundle-probe.ts` and put into a page of the extension, where it sees what any page of Lectern would see.

/** What stands in the database at one moment. */
export interface Seen {
  /** Addresses of articles whose text is here, each with the token that its text must hold. */
  readonly texts: Readonly<Record<string, string>>;
  /** Addresses of all articles. */
  readonly urls: readonly string[];
  /** Texts of notes by the address of their article. */
  readonly notes: Readonly<Record<string, string>>;
  /** Notes of marks by the id of the mark. */
  readonly marks: Readonly<Record<string, string>>;
  readonly imports: readonly { readonly id: string; readonly status: string }[];
}

export interface Looked extends Seen {
  readonly faults: readonly Fault[];
}

const open = (): Store => ({ db: openDatabase(), now: Date.now, makeId: randomId });

async function see({ db }: Store): Promise<Seen> {
  const tables = [db.articles, db.versions, db.bodies, db.notes, db.highlights, db.imports];
  return db.transaction('r', tables, async () => {
    const [articles, versions, bodies, notes, marks, imports] = await Promise.all([
      db.articles.toArray(),
      db.versions.toArray(),
      db.bodies.toArray(),
      db.notes.toArray(),
      db.highlights.toArray(),
      db.imports.toArray(),
    ]);
    const hashOf = new Map<string, string>(versions.map(({ id, bodyHash }) => [id, bodyHash]));
    const htmlOf = new Map<string, string>(bodies.map(({ hash, html }) => [hash, html]));
    const urlOf = new Map<string, string>(articles.map(({ id, url }) => [id, url]));
    return {
      urls: articles.map(({ url }) => url),
      texts: Object.fromEntries(
        articles.map(({ url, versionId }) => [
          url,
          /token-\w+/.exec(htmlOf.get(hashOf.get(versionId ?? '') ?? '') ?? '')?.[0] ?? '',
        ]),
      ),
      notes: Object.fromEntries(notes.map(({ articleId, text }) => [urlOf.get(articleId) ?? articleId, text])),
      marks: Object.fromEntries(marks.map(({ id, note }) => [id, note])),
      imports: imports.map(({ id, status }) => ({ id, status })),
    };
  });
}

let watching: Store | undefined;

/** What another page would see now. The connection stays open from call to call. */
export function peek(): Promise<Seen> {
  watching ??= open();
  return see(watching);
}

/** Checks the whole library with the product's own full check, and tells what is in it. */
export async function look(): Promise<Looked> {
  const store = open();
  try {
    return { ...(await see(store)), faults: (await checkLibrary(store)).faults };
  } finally {
    store.db.close();
  }
}

/** What the reader did to each article, to be held against a model. */
export function stand(): Promise<Standing> {
  watching ??= open();
  return readStanding(watching.db);
}

/** How many rows each table has. */
export async function countRows(): Promise<Readonly<Record<string, number>>> {
  watching ??= open();
  const counts = watching.db.tables.map(async (table) => [table.name, await table.count()] as const);
  return Object.fromEntries(await Promise.all(counts));
}

/** Merges the index as pages and the worker do, until there is nothing to do. */
export async function tend(): Promise<void> {
  watching ??= open();
  await createIndexKeeper(watching, (milliseconds) => new Promise((go) => setTimeout(go, milliseconds)))();
}

/** Writes a note on so many articles, after what stands there: each is a change of its own in the search index. */
export async function noteOnMany(count: number, words: string): Promise<void> {
  watching ??= open();
  const { db } = watching;
  for (const { id } of await db.articles.limit(count).toArray()) {
    const former = (await db.notes.get(id))?.text ?? '';
    await writeNote(watching, { articleId: id }, `${former} ${words}`.trim());
  }
}

/** How many changes of the search index are not merged yet. */
export async function unmerged(): Promise<number> {
  watching ??= open();
  return watching.db.indexDeltas.count();
}

/** Ids of articles by address. */
export async function idOf(url: string): Promise<string | undefined> {
  watching ??= open();
  return (await watching.db.articles.toArray()).find((article) => article.url === url)?.id;
}

/** Puts a database of an older version into the place of the present one, with so many articles and notes. */
export async function seedOlder(version: number, count: number): Promise<void> {
  watching?.db.close();
  watching = undefined;
  await Dexie.delete('lectern');
  const old = new Dexie('lectern');
  for (const migration of MIGRATIONS.filter((one) => one.version <= version))
    old.version(migration.version).stores(migration.stores);
  const numbers = Array.from({ length: count }, (_, i) => i);
  const id = (i: number) => `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`;
  const at = Date.UTC(2030, 0, 1);
  const words = (i: number) => ['quiet', 'room', `word${i % 97}`];
  await old.transaction('rw', old.tables, async () => {
    const address = (i: number) => `https://old.example/story/${i}`;
    await old.table('articles').bulkAdd(
      numbers.map((i) => ({
        id: id(i),
        url: address(i),
        urlKey: address(i),
        title: `The quiet room, number ${i}`,
        authors: ['Ada Example'],
        siteName: 'Old Example',
        excerpt: 'Two servers.',
        direction: 'ltr',
        wordCount: 0,
        savedAt: at + i,
        updatedAt: at + i,
        ...(version < 3 && { words: words(i) }),
      })),
    );
    await old.table('readings').bulkAdd(
      numbers.map((i) => ({
        articleId: id(i),
        savedAt: at + i,
        progress: 0,
        shelves: { inbox: at + i },
        updatedAt: at + i,
      })),
    );
    const noted = numbers.filter((i) => i % 5 === 0);
    const notes = noted.map((i) => ({
      articleId: id(i),
      text: `Note ${i}`,
      createdAt: at,
      updatedAt: at,
      shownAt: at,
    }));
    await old.table('notes').bulkAdd(notes);
  });
  old.close();
}

/** Of the rows that a migration must keep: how many, and a digest of what they say. And the version they stand in. */
export async function countOlder(): Promise<string> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('lectern');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const all = (table: string) =>
    new Promise<Record<string, unknown>[]>((resolve, reject) => {
      const reading = db.transaction(table).objectStore(table).getAll();
      reading.onsuccess = () => resolve(reading.result);
      reading.onerror = () => reject(reading.error);
    });
  const [articles, readings, notes] = [await all('articles'), await all('readings'), await all('notes')];
  db.close();
  const withWords = articles.filter((row) => row['words'] !== undefined).length;
  // A migration is whole or not there: never some rows with, some without.
  const isHalf = withWords > 0 && withWords < articles.length;
  const text = JSON.stringify([articles.map(({ words: _, ...row }) => row), readings, notes]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const hex = [...new Uint8Array(digest).slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${articles.length} articles, ${notes.length} notes, ${hex}${isHalf ? ', half migrated' : ''}`;
}

/** Everything that a reader would miss, as lines in a fixed order: texts, notes, lists, tags and which pictures are here. */
export async function truth(): Promise<string> {
  const { db } = open();
  const seen = await see({ db } as Store);
  const [articles, pictures, lists, entries, taggings] = await Promise.all([
    db.articles.toArray(),
    db.pictures.toArray(),
    db.lists.toArray(),
    db.listEntries.toArray(),
    db.taggings.toArray(),
  ]);
  db.close();
  const urlOf = new Map<string, string>(articles.map(({ id, url }) => [id, url]));
  return [
    ...Object.entries(seen.texts).map(([url, token]) => `text ${url} ${token}`),
    ...Object.entries(seen.notes).map(([url, text]) => `note ${url} ${text}`),
    ...pictures.map(({ articleId, url, state }) => `picture ${urlOf.get(articleId)} ${url} ${state}`),
    ...lists.map(({ name }) => `list ${name}`),
    ...entries.map(({ articleId }) => `entry ${urlOf.get(articleId)}`),
    ...taggings.map(({ articleId, label }) => `tag ${urlOf.get(articleId)} ${label}`),
  ]
    .sort()
    .join('\n');
}
