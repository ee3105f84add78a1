import type { ArticleId, Timestamp } from '../article/ids.ts';
import type { Note } from '../article/note.ts';

/**
 * Notes on their way to the database, set down synchronously beside it.
 *
 * A popup that closes gives no event to rely on, and transactions that still wait in line are dropped with it (in
 * Chromium 156, 11 of 18 letters typed within 20 ms). `localStorage` has taken the text by the time the call returns.
 */
export interface Drafts {
  /** @param former the text that was changed into this one; that of a draft which is still here counts. */
  readonly put: (note: Note, former?: string) => void;
  /** Takes a draft away once the database has it; a later one of the same note stays, as a change of `written`. */
  readonly remove: (articleId: ArticleId, updatedAt: Timestamp, written: string) => void;
  readonly readAll: () => readonly Draft[];
}

/** A note with the text that the database has, or had, before it. Absent in drafts from before two windows were merged. */
export interface Draft extends Note {
  readonly former?: string;
}

const PREFIX = 'note-draft:';

/** @param storage the page's `localStorage`. Where it is full or closed to us, the database alone has to do. */
export function openDrafts(storage: Storage): Drafts {
  const read = (key: string): Draft | undefined => {
    const text = storage.getItem(key);
    return text === null ? undefined : decodeNote(text);
  };
  const write = (key: string, draft: Draft): void => {
    try {
      storage.setItem(key, JSON.stringify(draft));
    } catch {
      // Full or switched off: the write to the database goes on, and reports its own failure.
    }
  };
  return {
    put(note, former) {
      const key = `${PREFIX}${note.articleId}`;
      const first = read(key)?.former ?? former;
      write(key, { ...note, ...(first !== undefined && { former: first }) });
    },
    remove(articleId, updatedAt, written) {
      const key = `${PREFIX}${articleId}`;
      const draft = read(key);
      if (draft === undefined || draft.updatedAt <= updatedAt) storage.removeItem(key);
      else write(key, { ...draft, ...(draft.former !== undefined && { former: written }) });
    },
    readAll() {
      const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '');
      return keys.filter((key) => key.startsWith(PREFIX)).flatMap((key) => read(key) ?? []);
    },
  };
}

/** Only `put` writes these, but a half-written or edited one must not stop a page from opening. */
function decodeNote(text: string): Draft | undefined {
  try {
    const note: Draft = JSON.parse(text);
    const isNote = typeof note.articleId === 'string' && typeof note.text === 'string' && note.updatedAt > 0;
    return isNote ? note : undefined;
  } catch {
    return undefined;
  }
}
