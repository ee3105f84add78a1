import type { ListId, Timestamp } from '../article/ids.ts';
import { mergeDraft, mergeTexts } from '../article/merge-texts.ts';
import type { Store } from './database.ts';

/**
 * Keeps the note on a list as a change of `former`, merged with what another window wrote since. The text is safe when the call
 * returns, and in the database when the promise resolves.
 */
export async function writeListNote(store: Store, listId: ListId, text: string, former: string): Promise<void> {
  const notedAt = store.now();
  store.listDrafts?.put({ listId, text, updatedAt: notedAt }, former);
  await changeNote(store, listId, notedAt, (kept) => mergeTexts(former, text, kept));
  store.listDrafts?.remove(listId, notedAt, text);
}

/** Writes what a page that closed too early had not got into the database. Later texts there are left alone. */
export async function recoverListNotes(store: Store): Promise<void> {
  for (const { listId, text, updatedAt, former = '' } of store.listDrafts?.readAll() ?? []) {
    const list = await store.db.lists.get(listId);
    // A vault may bring the list back: until then its note waits here.
    if (!list) continue;
    if ((list.notedAt ?? 0) < updatedAt) {
      await changeNote(store, listId, updatedAt, (kept) => mergeDraft(former, text, kept));
    }
    store.listDrafts?.remove(listId, updatedAt, text);
  }
}

/** @param notedAt the moment of typing: what waits in line must not look newer than what was typed after it. */
async function changeNote(
  { db, now }: Store,
  listId: ListId,
  notedAt: Timestamp,
  change: (kept: string) => string,
): Promise<void> {
  await db.transaction('rw', db.lists, async () => {
    const list = await db.lists.get(listId);
    if (list) await db.lists.put({ ...list, note: change(list.note ?? ''), notedAt, updatedAt: now() });
  });
}
