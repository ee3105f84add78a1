// First: Dexie looks for IndexedDB when its module is loaded.
import 'fake-indexeddb/auto';
import type { Capture } from '../../lib/article/capture.ts';
import { contentHash } from '../../lib/article/content-hash.ts';
import { untrusted } from '../../lib/article/html.ts';
import type { MakeId, Timestamp } from '../../lib/article/ids.ts';
import { normaliseUrl } from '../../lib/article/normalise-url.ts';
import type { ArticleDraft } from '../../lib/store/articles.ts';
import { openDatabase, type Store } from '../../lib/store/database.ts';
import type { TextDraft } from '../../lib/store/versions.ts';

/** A store on an empty database in memory, with a clock that stands until it is moved. */
export interface TestStore extends Store {
  /** Moves the clock on by so many milliseconds and gives the new time. */
  readonly wait: (milliseconds?: number) => Timestamp;
}

/** Midnight of a day in June 2030: any fixed moment would do. */
export const FIRST_MOMENT: Timestamp = Date.UTC(2030, 5, 1);

let databases = 0;

/** `name` opens the database of an earlier store again, as a restarted worker would. */
export function aStore(name = `lectern-${++databases}`, startAt = FIRST_MOMENT): TestStore {
  let time = startAt;
  return {
    db: openDatabase(name),
    now: () => time,
    makeId: countingId,
    wait: (milliseconds = 1000) => {
      time += milliseconds;
      return time;
    },
  };
}

let ids = 0;

/** Ids of the shape of a UUID that sort in the order in which they were made, over all stores of a test. */
const countingId: MakeId = <Id extends string>() => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}` as Id;

export interface DraftParts {
  readonly url?: string;
  readonly title?: string;
  /** `undefined`, written out, makes a link without a text. */
  readonly html?: string | undefined;
  readonly pictureUrls?: readonly string[];
  readonly leadPictureUrl?: string;
  readonly wordCount?: number;
}

export async function aDraft(parts: DraftParts = {}): Promise<ArticleDraft> {
  const { url = 'https://daily.example/quiet-room', title = 'The quiet room', wordCount = 100 } = parts;
  const html = 'html' in parts ? parts.html : `<p>Text of ${url}</p>`;
  const text = html === undefined ? undefined : await aText(html, { ...parts, wordCount });
  return {
    url,
    urlKey: normaliseUrl(url) ?? url,
    title,
    authors: ['Ada Example'],
    siteName: 'Daily Example',
    excerpt: 'Two servers, and nobody to hear them.',
    direction: 'ltr',
    wordCount: text ? wordCount : 0,
    ...(parts.leadPictureUrl !== undefined && { leadPictureUrl: parts.leadPictureUrl }),
    ...(text && { text }),
  };
}

export async function aText(
  html: string,
  parts: Partial<Omit<TextDraft, 'body' | 'pictures'>> & { readonly pictureUrls?: readonly string[] } = {},
): Promise<TextDraft> {
  const bytes = new TextEncoder().encode(html);
  return {
    body: { hash: await contentHash(bytes), html: untrusted(html), byteLength: bytes.length },
    source: parts.source ?? 'page',
    wordCount: parts.wordCount ?? 100,
    pictures: (parts.pictureUrls ?? []).map((url) => ({ url, alt: '' })),
    warnings: parts.warnings ?? [],
  };
}

export function aCapture(parts: Partial<Capture> = {}): Capture {
  return {
    url: 'https://daily.example/quiet-room',
    title: 'The quiet room',
    authors: ['Ada Example'],
    siteName: 'Daily Example',
    excerpt: 'Two servers, and nobody to hear them.',
    direction: 'ltr',
    html: untrusted('<p>Two servers, and nobody to hear them.</p>'),
    wordCount: 7,
    pictures: [],
    warnings: [],
    receipt: { cut: 0, pictureCount: 0, leftOutWords: 0 },
    ...parts,
  };
}
