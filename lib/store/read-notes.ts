import type { ArticleId } from '../article/ids.ts';
import type { Note } from '../article/note.ts';
import type { Store } from './database.ts';

export const readNote = ({ db }: Store, articleId: ArticleId): Promise<Note | undefined> => db.notes.get(articleId);

/** Notes with text on articles outside the trash, last written first, at most `limit`. */
export const readNotes = ({ db }: Store, limit: number): Promise<readonly Note[]> =>
  db.notes.orderBy('shownAt').reverse().limit(limit).toArray();
