import { createActions } from '../../lib/app/actions.ts';
import { createMarks } from '../../lib/app/marks.ts';
import type { Store } from '../../lib/store/database.ts';
import { openMarkDrafts } from '../../lib/store/drafts-elsewhere.ts';
import { recoverHighlightNotes } from '../../lib/store/highlights.ts';
import { recoverNotes } from '../../lib/store/notes.ts';
import { openTagDrafts } from '../../lib/store/tag-drafts.ts';
import { recoverTags } from '../../lib/store/tags.ts';

/** What a reader does to the article and its marks: a chunk of its own. Brings in what a page closed too early left. */
export function openLater(store: Store) {
  const withDrafts = { ...store, markDrafts: openMarkDrafts(localStorage), tagDrafts: openTagDrafts(localStorage) };
  // A draft that can't be written now stays for the next page.
  recoverNotes(store).catch(() => undefined);
  recoverHighlightNotes(withDrafts).catch(() => undefined);
  recoverTags(withDrafts).catch(() => undefined);
  return { actions: createActions(withDrafts), marks: createMarks(withDrafts) };
}
