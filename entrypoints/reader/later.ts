import { createActions } from '../../lib/app/actions.ts';
import { createMarks } from '../../lib/app/marks.ts';
import { recoverDrafts } from '../../lib/app/recover-drafts.ts';
import type { Store } from '../../lib/store/database.ts';
import { openMarkDrafts } from '../../lib/store/drafts-elsewhere.ts';
import { openTagDrafts } from '../../lib/store/tag-drafts.ts';

/** What a reader does to the article and its marks: a chunk of its own. Brings in what a page closed too early left. */
export function openLater(store: Store) {
  const withDrafts = { ...store, markDrafts: openMarkDrafts(localStorage), tagDrafts: openTagDrafts(localStorage) };
  recoverDrafts(withDrafts);
  return { actions: createActions(withDrafts), marks: createMarks(withDrafts) };
}
