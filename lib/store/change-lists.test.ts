import { describe, expect, it } from 'vitest';
import { aStore } from '../../tests/support/a-store.ts';
import { addList, changeList } from './change-lists.ts';
import { writeListNote } from './list-notes.ts';

describe('a kept search', () => {
  it('stands beside a list of its name, and each is made once', async () => {
    const store = aStore();
    const dress = () => ({ colour: 'blue', rank: 'm' }) as const;
    const list = await addList(store, 'Sea', dress);
    const search = await addList(store, 'sea', dress, 'tag:sea');
    expect(search).not.toBe(list);
    expect(await addList(store, 'SEA', dress, 'tag:sea')).toBe(search);
    expect(await store.db.lists.get(search)).toMatchObject({ query: 'tag:sea', name: 'sea' });
    await writeListNote(store, list, 'First', '');
    await Promise.all([
      writeListNote(store, list, 'Ahoy. First', 'First'),
      writeListNote(store, list, 'First mate', 'First'),
    ]);
    expect((await store.db.lists.get(list))?.note).toBe('Ahoy. First mate');
    await changeList(store, list, { deletedAt: 5 });
    expect(await addList(store, 'Sea', dress)).not.toBe(list);
  });
});
