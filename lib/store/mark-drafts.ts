import type { HighlightId, Timestamp } from '../article/ids.ts';

/** The note of a mark as it was typed last. */
export interface MarkDraft {
  readonly highlightId: HighlightId;
  readonly text: string;
  readonly updatedAt: Timestamp;
  /** The text that the database has, or had, before it; as in a `Draft`. */
  readonly former?: string;
}

/** Notes of marks on their way to the database, as `Drafts` are those of articles. Apart: the popup has no marks. */
export interface MarkDrafts {
  readonly put: (draft: MarkDraft, former?: string) => void;
  readonly remove: (id: HighlightId, updatedAt: Timestamp, written: string) => void;
  readonly readAll: () => readonly MarkDraft[];
}

const PREFIX = 'mark-draft:';

/** @param storage the page's `localStorage`. Where it is full or closed to us, the database alone has to do. */
export function openMarkDrafts(storage: Storage): MarkDrafts {
  /** Only `put` writes these, but a half-written or edited one must not stop a page from opening. */
  function read(key: string): MarkDraft | undefined {
    try {
      const draft: MarkDraft = JSON.parse(storage.getItem(key) ?? '');
      return typeof draft.highlightId === 'string' && typeof draft.text === 'string' ? draft : undefined;
    } catch {
      return undefined;
    }
  }
  const write = (key: string, draft: MarkDraft): void => {
    try {
      storage.setItem(key, JSON.stringify(draft));
    } catch {
      // Full or switched off: the write to the database goes on, and reports its own failure.
    }
  };
  return {
    put(draft, given) {
      const key = `${PREFIX}${draft.highlightId}`;
      const former = read(key)?.former ?? given;
      write(key, { ...draft, ...(former !== undefined && { former }) });
    },
    remove(id, updatedAt, written) {
      const key = `${PREFIX}${id}`;
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
