import { whyNotWritten } from '../article/why-not-written.ts';
import { decodeRemembered, type Health, type Remembered, readHealth } from '../store/canary.ts';
import { checkSome, type Walk } from '../store/check/check-some.ts';
import type { Store } from '../store/database.ts';

/** What a reader must be told of the library: that it is as it was left, that something is missing, or that it does not open. */
export type LibraryHealth =
  | { readonly status: 'fine' }
  | {
      readonly status: 'empty' | 'older' | 'smaller';
      /** Articles when it was last seen whole, and when that was. */
      readonly articlesThen: number;
      readonly notesThen: number;
      readonly seenAt: number;
      readonly articlesNow: number;
    }
  /** Texts or pictures that are not what was kept. */
  | { readonly status: 'broken'; readonly texts: number; readonly pictures: number }
  | { readonly status: 'closed'; readonly why: string };

/** What is known of the library outside of its database. */
export interface LibraryMemory {
  readonly read: () => Promise<unknown>;
  readonly write: (remembered: Remembered) => Promise<void>;
  /** How far texts and pictures were looked at. */
  readonly readWalk: () => Promise<unknown>;
  readonly writeWalk: (walk: Walk) => Promise<void>;
}

/** How long a database may take to open before it is said not to: a migration of a large one takes some seconds. */
const OPENING_MS = 30_000;

/**
 * Holds the database against what is remembered of it, and remembers how it stands now if that is well. Where it is not,
 * nothing is remembered until the reader goes on with what is here.
 */
export function createHealthCheck(store: Store, memory: LibraryMemory) {
  async function look(isAccepted: boolean): Promise<LibraryHealth> {
    try {
      const remembered = decodeRemembered(await memory.read());
      const health = await within(OPENING_MS, readHealth(store, remembered, isAccepted));
      if (health.status === 'fine') await memory.write(health.now);
      return healthOf(health);
    } catch (error) {
      return { status: 'closed', why: whyClosed(error) };
    }
  }
  return {
    /** At a start: the same, and a look at some of the texts and pictures. What is broken is looked at first the next time. */
    async lookCloser(): Promise<LibraryHealth> {
      const health = await look(false);
      if (health.status !== 'fine') return health;
      try {
        const { walk, texts, pictures } = await checkSome(store, decodeWalk(await memory.readWalk()));
        await memory.writeWalk(walk);
        return texts + pictures > 0 ? { status: 'broken', texts, pictures } : health;
      } catch (error) {
        // Counts can be read, and the tables that texts and pictures lie in can not: a part of the files is damaged.
        return { status: 'closed', why: whyClosed(error) };
      }
    },
    look: (): Promise<LibraryHealth> => look(false),
    /** The reader knows what is missing, and goes on with what is here. */
    accept: (): Promise<LibraryHealth> => look(true),
  };
}

/** Dexie 4.4 says what the browser says twice over. */
function whyClosed(error: unknown): string {
  const { inner }: { inner?: unknown } = Object(error);
  return whyNotWritten(inner instanceof Error ? inner : error);
}

function healthOf(health: Health): LibraryHealth {
  if (health.status === 'fine') return { status: 'fine' };
  const { status, was, now } = health;
  return {
    status,
    articlesThen: was.counts['articles'] ?? 0,
    notesThen: was.counts['notes'] ?? 0,
    seenAt: was.at,
    articlesNow: now.counts['articles'] ?? 0,
  };
}

function decodeWalk(value: unknown): Walk {
  const { body, file }: Partial<Record<keyof Walk, unknown>> = Object(value);
  return { body: typeof body === 'string' ? body : '', file: typeof file === 'string' ? file : '' };
}

async function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database does not answer.')), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
