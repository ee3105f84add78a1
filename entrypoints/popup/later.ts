import { Card, createUndoHistory, EmptyRows, ListRows, NoteRows, UndoBar } from '../../components/popup/later.ts';
import type { Later } from '../../components/popup/Popup.tsx';
import { createActions } from '../../lib/app/actions.ts';
import { createLibrary } from '../../lib/app/library.ts';
import type { ArticleId } from '../../lib/article/ids.ts';
import type { Store } from '../../lib/store/database.ts';
import { recoverNotes } from '../../lib/store/notes.ts';
import { openTagDrafts } from '../../lib/store/tag-drafts.ts';
import { recoverTags } from '../../lib/store/tags.ts';

/** What the popup loads after its first rows, as one: each import of its own would cost its first chunk some bytes. */
export function openLater(store: Store): Later {
  const withDrafts = { ...store, tagDrafts: openTagDrafts(localStorage) };
  // A draft that can't be written now stays for the next page.
  recoverNotes(store).catch(() => undefined);
  recoverTags(withDrafts).catch(() => undefined);
  const history = createUndoHistory();
  const views = { Card, createUndoHistory, EmptyRows, ListRows, NoteRows, UndoBar };
  const findTwin = async (articleId: ArticleId) =>
    (await import('../../lib/app/find-twin.ts')).findTwin(store, articleId);
  const library = createLibrary(store);
  const warm = () => {
    const field = document.activeElement;
    // If it can't be had, the search says so.
    if (field instanceof HTMLInputElement && field.type === 'search') library.warmSearch().catch(() => undefined);
  };
  document.addEventListener('focusin', warm);
  warm();
  return { tools: { actions: createActions(withDrafts), library, history, findTwin }, views };
}
