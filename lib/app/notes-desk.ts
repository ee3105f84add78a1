import type { ArticleId } from '../article/ids.ts';
import type { SafeTexts } from '../safety/safe-texts.ts';
import type { Store } from '../store/database.ts';
import { readStrandedNotes, type StrandedNote } from '../store/stranded-notes.ts';
import { createUnplacedFinder } from './find-unplaced.ts';
import { createLinkTargets } from './link-targets.ts';
import { createMarks } from './marks.ts';
import { createNotebook } from './notebook.ts';
import { tagFromNote } from './tag-from-note.ts';
import type { Done } from './undo.ts';

export type { StrandedNote };

/** All that the notes page of the library works with: a chunk of its own, since most visits are to articles. */
export function createNotesDesk(store: Store, loadSafeTexts: () => Promise<SafeTexts>) {
  return {
    marks: createMarks(store),
    notebook: createNotebook(store),
    findUnplaced: createUnplacedFinder(store, loadSafeTexts),
    findTargets: createLinkTargets(store).find,
    readStranded: (): Promise<readonly StrandedNote[]> => readStrandedNotes(store),
    /** Puts the tags of a note that has been written on its article. */
    tagFromNote: (articleId: ArticleId, note: string): Promise<Done | undefined> => tagFromNote(store, articleId, note),
  };
}

export type NotesDesk = ReturnType<typeof createNotesDesk>;
