import type { Note, NoteTarget } from '../article/note.ts';
import type { Store } from './database.ts';
import { addToIndex, addTypedToIndex, notePart } from './index-writes.ts';

/**
 * Keeps the text of an article's note as it stands. The text is safe when the call returns, and in the database when
 * the promise resolves. Nothing is read first, so that calls which are not waited for stay in order.
 */
export async function writeNote({ db, now, drafts }: Store, target: NoteTarget, text: string): Promise<void> {
  const at = now();
  const { articleId, createdAt = at, isTrashed = false } = target;
  const note: Note = { articleId, text, createdAt, updatedAt: at };
  const shown = isTrashed || text.trim() === '' ? note : { ...note, shownAt: at };
  drafts?.put(shown);
  const [, settle] = await db.transaction('rw', db.notes, db.indexDeltas, () =>
    Promise.all([db.notes.put(shown), addTypedToIndex(db, notePart(articleId, text))]),
  );
  settle();
  drafts?.remove(articleId, at);
}

/** Writes what a page that closed too early had not got into the database. Later texts there are left alone. */
export async function recoverNotes({ db, drafts }: Store): Promise<void> {
  for (const draft of drafts?.readAll() ?? []) {
    await db.transaction('rw', db.notes, db.indexDeltas, async () => {
      const kept = await db.notes.get(draft.articleId);
      if (kept && kept.updatedAt >= draft.updatedAt) return;
      await Promise.all([db.notes.put(draft), addToIndex(db, [notePart(draft.articleId, draft.text)])]);
    });
    drafts?.remove(draft.articleId, draft.updatedAt);
  }
}
