import { articleGone } from '../article/article-gone.ts';
import { mergeDraft, mergeTexts } from '../article/merge-texts.ts';
import type { Note, NoteTarget } from '../article/note.ts';
import type { Store } from './database.ts';
import { addToIndex, addTypedToIndex, notePart } from './index-writes.ts';

/**
 * Keeps the text of an article's note as it stands, merged with what another window wrote since `target.former`. The text is
 * safe when the call returns, and in the database when the promise resolves. Calls need not be waited for: each change is
 * merged in its turn.
 *
 * @throws what `isArticleGone` knows, where the article was erased meanwhile: the text stays a draft
 */
export async function writeNote({ db, now, drafts }: Store, target: NoteTarget, text: string): Promise<void> {
  const at = now();
  const { articleId, createdAt = at, isTrashed = false, former } = target;
  const note = { articleId, createdAt, updatedAt: at, ...(!isTrashed && { shownAt: at }) };
  drafts?.put({ ...note, text }, former);
  const settle = await db.transaction('rw', db.articles, db.notes, db.indexDeltas, async () => {
    const [article, kept] = await Promise.all([db.articles.get(articleId), db.notes.get(articleId)]);
    if (!article) return undefined;
    const merged = former === undefined ? text : mergeTexts(former, text, kept?.text ?? '');
    const [, given] = await Promise.all([
      db.notes.put(shownOrCleared({ ...note, text: merged })),
      addTypedToIndex(db, notePart(articleId, merged)),
    ]);
    return given;
  });
  if (!settle) throw articleGone();
  settle();
  drafts?.remove(articleId, at, text);
}

/**
 * Writes what a page that closed too early had not got into the database. Later texts there are left alone, and what was written on
 * an article that is gone stays a draft: a vault may bring the article back.
 */
export async function recoverNotes({ db, drafts }: Store): Promise<void> {
  for (const draft of drafts?.readAll() ?? []) {
    const isHere = await db.transaction('rw', db.articles, db.notes, db.indexDeltas, async () => {
      const [article, kept] = await Promise.all([db.articles.get(draft.articleId), db.notes.get(draft.articleId)]);
      if (!article || (kept && kept.updatedAt >= draft.updatedAt)) return article !== undefined;
      const { former, ...note } = draft;
      const text = former === undefined ? draft.text : mergeDraft(former, draft.text, kept?.text ?? '');
      await Promise.all([
        db.notes.put(shownOrCleared({ ...note, text })),
        addToIndex(db, [notePart(draft.articleId, text)]),
      ]);
      return true;
    });
    if (isHere) drafts?.remove(draft.articleId, draft.updatedAt, draft.text);
  }
}

/** A note without text is not shown among the notes. */
function shownOrCleared({ shownAt, ...note }: Note): Note {
  return shownAt === undefined || note.text.trim() === '' ? note : { ...note, shownAt };
}
