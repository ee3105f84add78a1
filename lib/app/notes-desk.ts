import type { SafeTexts } from '../safety/safe-texts.ts';
import type { Store } from '../store/database.ts';
import { readStrandedNotes, type StrandedNote } from '../store/stranded-notes.ts';
import { createUnplacedFinder } from './find-unplaced.ts';
import { createMarks } from './marks.ts';
import { createNotebook } from './notebook.ts';

export type { StrandedNote };

/** All that the notes page of the library works with: a chunk of its own, since most visits are to articles. */
export function createNotesDesk(store: Store, loadSafeTexts: () => Promise<SafeTexts>) {
  return {
    marks: createMarks(store),
    notebook: createNotebook(store),
    findUnplaced: createUnplacedFinder(store, loadSafeTexts),
    readStranded: (): Promise<readonly StrandedNote[]> => readStrandedNotes(store),
  };
}

export type NotesDesk = ReturnType<typeof createNotesDesk>;
