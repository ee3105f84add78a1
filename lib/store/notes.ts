import { mergeDraft, mergeTexts } from '../article/merge-texts.ts';
import type { Note, NoteTarget } from '../article/note.ts';
import type { Store } from './database.ts';
import { addToIndex, addTypedToIndex, notePart } from './index-writes.ts';

/**
 * Keeps the text of an article's note as it stands, merged with what another window wrote since `target.former`. The text is
 * safe when the call returns, and in the database when the promise resolves. Calls need not be waited for: each change is
 * merged in its turn.
 */
export async function writeNote({ db, now, drafts }: Store, target: NoteTarget, text: string): Promise<void> {
  const at = now();
  const { articleId, createdAt = at, isTrashed = false, former } = target;
  const note = { articleId, createdAt, updatedAt: at, ...(!isTrashed && { shownAt: at }) };
  drafts?.put({ ...note, text }, former);
  const settle = await db.transaction('rw', db.notes, db.indexDeltas, async () => {
    const merged = former === undefined ? text : mergeTexts(former, text, (await db.notes.get(articleId))?.text ?? '');
    const [, given] = await Promise.all([
      db.notes.put(shownOrCleared({ ...note, text: merged })),
      addTypedToIndex(db, notePart(articleId, merged)),
    ]);
    return given;
  });
  settle();
  drafts?.remove(articleId, at, text);
}

/** Writes what a page that closed too early had not got into the database. Later texts there are left alone. */
export async function recoverNotes({ db, drafts }: Store): Promise<void> {
  for (const draft of drafts?.readAll() ?? []) {
    await db.transaction('rw', db.notes, db.indexDeltas, async () => {
      const kept = await db.notes.get(draft.articleId);
      if (kept && kept.updatedAt >= draft.updatedAt) return;
      const { former, ...note } = draft;
      const text = former === undefined ? draft.text : mergeDraft(former, draft.text, kept?.text ?? '');
      await Promise.all([
        db.notes.put(shownOrCleared({ ...note, text })),
        addToIndex(db, [notePart(draft.articleId, text)]),
      ]);
    });
    drafts?.remove(draft.articleId, draft.updatedAt, draft.text);
  }
}

/** A note without text is not shown among the notes. */
function shownOrCleared({ shownAt, ...note }: Note): Note {
  return shownAt === undefined || note.text.trim() === '' ? note : { ...note, shownAt };
}
