import type { ArticleId } from '../article/ids.ts';

/** Where reading aloud stopped: the place of the sentence in the text, and its first words, by which it is known again. */
interface Spoken {
  readonly start: number;
  readonly words: string;
}

const KEY = 'spoken-places';
/** Older ones are forgotten: reading goes on from the place in the text. */
const MOST_KEPT = 50;

/** @param storage the page's `localStorage`. Where it is full or closed to us, nothing is remembered. */
export function openSpokenPlace(storage: Storage, articleId: ArticleId) {
  function readAll(): readonly (readonly [ArticleId, Spoken])[] {
    try {
      const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isEntry) : [];
    } catch {
      // A damaged record is worth no message: only a place is lost.
      return [];
    }
  }
  return {
    read: (): Spoken | undefined => readAll().find(([id]) => id === articleId)?.[1],
    keep(place: Spoken): void {
      try {
        const others = readAll().filter(([id]) => id !== articleId);
        storage.setItem(KEY, JSON.stringify([[articleId, place], ...others].slice(0, MOST_KEPT)));
      } catch {
        // Full or switched off: the place in the text is kept in the database all the same.
      }
    },
  };
}

function isEntry(entry: unknown): entry is readonly [ArticleId, Spoken] {
  if (!Array.isArray(entry)) return false;
  const [id, place]: unknown[] = entry;
  if (typeof id !== 'string' || typeof place !== 'object' || place === null) return false;
  return 'start' in place && typeof place.start === 'number' && 'words' in place && typeof place.words === 'string';
}
