import { describe, expect, it } from 'vitest';
import { aStore } from '../../tests/support/a-store.ts';
import type { ListId } from '../article/ids.ts';
import { addList, changeList } from './change-lists.ts';
import { type ListNote, openListDrafts } from './drafts-elsewhere.ts';
import { recoverListNotes, writeListNote } from './list-notes.ts';
import { restoreLists } from './restore-record.ts';

async function aList() {
  const items = new Map<string, string>();
  const storage: Storage = {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      items.set(key, value);
    },
    removeItem: (key) => {
      items.delete(key);
    },
    clear: () => items.clear(),
  };
  const store = Object.assign(aStore(), { listDrafts: openListDrafts(storage) });
  const listId = await addList(store, 'Talk', () => ({ colour: 'amber', rank: 'a' }));
  const noteNow = async () => (await store.db.lists.get(listId))?.note;
  return { items, store, listId, noteNow };
}

type AList = Awaited<ReturnType<typeof aList>>;

/** A page that types, and is gone before its database took anything. */
async function closeTooEarly({ items, store, listId }: AList, text: string, former: string): Promise<void> {
  const typing = writeListNote(store, listId, text, former);
  const left = [...items];
  store.db.close();
  await expect(typing).rejects.toThrow();
  await store.db.open();
  for (const entry of left) items.set(...entry);
}

describe('notes on lists', () => {
  it('lie beside the database when the call returns, and only in it once it is written', async () => {
    const { items, store, listId, noteNow } = await aList();
    const typing = writeListNote(store, listId, 'For June', '');
    expect([...items.values()].join()).toContain('For June');
    await typing;
    expect(items.size).toBe(0);
    expect(await noteNow()).toBe('For June');
  });

  it('outlive a page that closed before they were written', async () => {
    const kept = await aList();
    await closeTooEarly(kept, 'For June', '');
    expect(await kept.noteNow()).toBeUndefined();
    await recoverListNotes(kept.store);
    expect(await kept.noteNow()).toBe('For June');
    expect(kept.items.size).toBe(0);
  });

  it('are merged with what another window wrote meanwhile', async () => {
    const kept = await aList();
    const { store, listId, noteNow } = kept;
    await writeListNote(store, listId, 'June', '');
    await writeListNote(store, listId, 'Not June', 'June');
    store.wait();
    await closeTooEarly(kept, 'June and July', 'June');
    await recoverListNotes(store);
    expect(await noteNow()).toBe('Not June and July');
  });

  it('are recovered though the list got another name or colour later', async () => {
    const kept = await aList();
    await closeTooEarly(kept, 'For June', '');
    kept.store.wait();
    await changeList(kept.store, kept.listId, { name: 'Lecture', colour: 'rose' });
    await recoverListNotes(kept.store);
    expect(await kept.store.db.lists.get(kept.listId)).toMatchObject({ name: 'Lecture', note: 'For June' });
  });

  it('leave a later text alone', async () => {
    const kept = await aList();
    await closeTooEarly(kept, 'Older', '');
    const [entry] = [...kept.items];
    kept.store.wait();
    await writeListNote(kept.store, kept.listId, 'Later', '');
    if (entry) kept.items.set(...entry);
    await recoverListNotes(kept.store);
    expect(await kept.noteNow()).toBe('Later');
    expect(kept.items.size).toBe(0);
  });

  it('wait for a list that is not here', async () => {
    const { items, store } = await aList();
    const note: ListNote = { listId: 'gone' as ListId, text: 'Mine', updatedAt: 1 };
    store.listDrafts.put(note, '');
    await recoverListNotes(store);
    expect([...items.values()].join()).toContain('Mine');
  });

  it('are kept from both sides when a vault brings the list back', async () => {
    const { store, listId, noteNow } = await aList();
    await writeListNote(store, listId, 'Written here', '');
    const here = await store.db.lists.get(listId);
    if (!here) throw new Error('It was made.');
    await restoreLists(store, [{ ...here, name: 'Newer', note: 'In the vault', updatedAt: store.wait() }]);
    expect(await noteNow()).toBe('In the vault\n\nWritten here');
    const twin = { ...here, id: 'twin' as ListId, name: 'newer', note: 'Of its twin', updatedAt: store.wait() };
    await restoreLists(store, [twin]);
    expect(await noteNow()).toBe('In the vault\n\nWritten here\n\nOf its twin');
    await restoreLists(store, [twin]);
    expect(await noteNow()).toBe('In the vault\n\nWritten here\n\nOf its twin');
  });
});
