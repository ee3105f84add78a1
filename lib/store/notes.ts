import type { ArticleId, NoteId } from '../article/ids.ts';
import type { Note } from '../article/note.ts';
import type { Store } from './database.ts';

/** Keeps the text of an article's note as it stands; the first call makes the note. */
export async function writeNote({ db, now, makeId }: Store, articleId: ArticleId, text: string): Promise<void> {
  await db.transaction('rw', db.notes, db.readings, async () => {
    const at = now();
    const former = await db.notes.where('articleId').equals(articleId).first();
    if (!former && text.trim() === '') return;
    const isTrashed = (await db.readings.get(articleId))?.trashedAt !== undefined;
    const note: Note = {
      id: former?.id ?? makeId<NoteId>(),
      articleId,
      text,
      createdAt: former?.createdAt ?? at,
      updatedAt: at,
    };
    await db.notes.put(isTrashed || text.trim() === '' ? note : { ...note, shownAt: at });
  });
}

export const readNote = ({ db }: Store, articleId: ArticleId): Promise<Note | undefined> =>
  db.notes.where('articleId').equals(articleId).first();

/** Notes with text on articles outside the trash, last written first, at most `limit`. */
export const readNotes = ({ db }: Store, limit: number): Promise<readonly Note[]> =>
  db.notes.orderBy('shownAt').reverse().limit(limit).toArray();
