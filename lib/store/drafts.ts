import type { ArticleId, Timestamp } from '../article/ids.ts';
import type { Note } from '../article/note.ts';

/**
 * Notes on their way to the database, set down synchronously beside it.
 *
 * A popup that closes gives no event to rely on, and transactions that still wait in line are dropped with it (in
 * Chromium 156, 11 of 18 letters typed within 20 ms). `localStorage` has taken the text by the time the call returns.
 */
export interface DraftBox<Id extends string, Row extends Typed> {
  /** @param former the text that was changed into this one; that of a draft which is still here counts. */
  readonly put: (row: Row, former?: string) => void;
  /** Takes a draft away once the database has it; a later one of the same note stays, as a change of `written`. */
  readonly remove: (id: Id, updatedAt: Timestamp, written: string) => void;
  readonly readAll: () => readonly Draft<Row>[];
}

export interface Typed {
  readonly text: string;
  readonly updatedAt: Timestamp;
}

/** What was typed last, with the text that the database had before. Absent in drafts of versions that did not merge windows. */
export type Draft<Row> = Row & { readonly former?: string };

export type Drafts = DraftBox<ArticleId, Note>;

/** @param storage the page's `localStorage`. Where it is full or closed to us, the database alone has to do. */
export const openDrafts = (storage: Storage): Drafts =>
  openDraftBox(storage, 'note-draft:', ({ articleId }) => articleId);

/** @param idOf names what a note is on; a draft without it makes no sense. */
export function openDraftBox<Id extends string, Row extends Typed>(
  storage: Storage,
  prefix: string,
  idOf: (row: Row) => Id,
): DraftBox<Id, Row> {
  /** Only `write` writes these, but a half-written or edited one must not stop a page from opening. */
  function read(key: string): Draft<Row> | undefined {
    try {
      const draft: Draft<Row> = JSON.parse(storage.getItem(key) ?? '');
      const isDraft = typeof idOf(draft) === 'string' && typeof draft.text === 'string' && draft.updatedAt > 0;
      return isDraft ? draft : undefined;
    } catch {
      return undefined;
    }
  }
  function write(key: string, row: Row, former: string | undefined): void {
    try {
      storage.setItem(key, JSON.stringify({ ...row, former }));
    } catch {
      // Full or switched off: the write to the database goes on, and reports its own failure.
    }
  }
  return {
    put(row, former) {
      const key = prefix + idOf(row);
      write(key, row, read(key)?.former ?? former);
    },
    remove(id, updatedAt, written) {
      const key = prefix + id;
      const draft = read(key);
      if (draft === undefined || draft.updatedAt <= updatedAt) storage.removeItem(key);
      else if (draft.former !== undefined) write(key, draft, written);
    },
    readAll() {
      const keys = Array.from({ length: storage.length }, (_, i) => String(storage.key(i)));
      return keys.filter((key) => key.startsWith(prefix)).flatMap((key) => read(key) ?? []);
    },
  };
}
