import type { Timestamp } from '../article/ids.ts';
import type { Store } from './database.ts';
import { readRevision } from './index-root.ts';

/** The one row by which a database knows itself. */
export interface CanaryRow {
  readonly name: 'library';
  /** Random, made once for each database. */
  readonly id: string;
}

/** How much a database held, to be remembered outside of it. */
export interface Remembered {
  readonly id: string;
  /** Grows with every write that the search index hears of; a database that went back in time has a lower one. */
  readonly writes: number;
  /** Rows by table. */
  readonly counts: Readonly<Record<string, number>>;
  readonly at: Timestamp;
}

/**
 * What the database looks like beside what is remembered of it:
 *
 * - `empty`: it was made anew, by the browser or by someone, and what it held is not in it.
 * - `older`: it lacks the last writes.
 * - `smaller`: rows are gone that no write took away, or a table is.
 */
export type Health =
  | { readonly status: 'fine'; readonly now: Remembered }
  | { readonly status: 'empty' | 'older' | 'smaller'; readonly was: Remembered; readonly now: Remembered };

/** What a reader would miss. The search index is not among them: it can be made anew. */
const COUNTED = [
  'articles',
  'readings',
  'versions',
  'bodies',
  'notes',
  'highlights',
  'lists',
  'listEntries',
  'taggings',
] as const;

/**
 * Holds the database against what is remembered of it: some counts of keys, no row is read. A database without a canary
 * gets one if nothing is remembered, or if `isAccepted`: the reader knows, and goes on with what is here.
 */
export async function readHealth(store: Store, was: Remembered | undefined, isAccepted = false): Promise<Health> {
  const { db, now, makeId } = store;
  const own = await db.canary.get('library');
  const isNew = own === undefined && (was === undefined || isAccepted);
  const id = own?.id ?? makeId<string>();
  if (isNew) await db.canary.put({ name: 'library', id });
  const present: Remembered = { id, ...(await readSize(store)), at: now() };
  if (was === undefined || isAccepted) return { status: 'fine', now: present };
  // Rows without a canary: the end of the log is gone, with the canary in it.
  const isOlder = own === undefined && countOf(present, 'articles') > 0 && present.writes > 0;
  if (own?.id !== was.id) return { status: isOlder ? 'older' : 'empty', was, now: present };
  if (present.writes < was.writes) return { status: 'older', was, now: present };
  const isSmaller = COUNTED.some((table) => countOf(present, table) < countOf(was, table));
  // An import that is undone takes rows away, and the index hears of it.
  if (isSmaller && present.writes === was.writes) return { status: 'smaller', was, now: present };
  if (present.counts['articles'] !== present.counts['readings']) return { status: 'smaller', was, now: present };
  return { status: 'fine', now: present };
}

/** What was remembered by a version that did not count a table says nothing of it. */
const countOf = ({ counts }: Remembered, table: string): number => counts[table] ?? 0;

function readSize({ db }: Store): Promise<Pick<Remembered, 'writes' | 'counts'>> {
  return db.transaction('r', [...COUNTED.map((name) => db.table(name)), db.indexDeltas, db.indexRoot], async () => {
    const [{ merged }, last, counts] = await Promise.all([
      readRevision(db),
      db.indexDeltas.orderBy(':id').lastKey(),
      Promise.all(COUNTED.map(async (name) => [name, await db.table(name).count()] as const)),
    ]);
    return {
      writes: Math.max(merged, typeof last === 'number' ? last : 0),
      counts: Object.fromEntries(counts),
    };
  });
}

/** Reads what was remembered from anything: what is not whole counts as nothing. */
export function decodeRemembered(value: unknown): Remembered | undefined {
  const { id, writes, counts, at }: Partial<Record<keyof Remembered, unknown>> = Object(value);
  if (typeof id !== 'string' || typeof writes !== 'number' || typeof at !== 'number') return undefined;
  const numbers = Object.entries(Object(counts)).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return { id, writes, counts: Object.fromEntries(numbers), at };
}
