import type { Store } from '../store/database.ts';
import { recoverHighlightNotes } from '../store/highlights.ts';
import { recoverListNotes } from '../store/list-notes.ts';
import { recoverNotes } from '../store/notes.ts';
import { recoverTags } from '../store/tags.ts';

/** Writes what pages that closed too early had typed on articles, marks and lists, and their tags. What can't be written now stays a draft. */
export async function recoverDrafts(store: Store): Promise<void> {
  await Promise.allSettled([
    recoverNotes(store),
    recoverHighlightNotes(store),
    recoverListNotes(store),
    recoverTags(store),
  ]);
}
