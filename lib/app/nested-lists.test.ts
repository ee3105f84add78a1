import { describe, expect, it } from 'vitest';
import { aStore } from '../../tests/support/a-store.ts';
import { listNamed } from '../../tests/support/list-named.ts';
import { writeListNote } from '../store/list-notes.ts';
import { readLists } from '../store/lists.ts';
import { answered } from '../store/live.ts';
import { startFirstRows } from './first-rows.ts';
import { createLibrary } from './library.ts';
import { nestList, renameList, setListIcon } from './organise.ts';

describe('lists inside of lists', () => {
  it('are put there and taken out again, each with a way back', async () => {
    const store = aStore();
    const [outer, inner] = [await listNamed(store, 'Travel'), await listNamed(store, 'Trains')];
    const parentOf = async () => (await readLists(store)).find(({ id }) => id === inner.id)?.parentId;
    const put = await nestList(store, inner, outer.id);
    expect([put?.label, await parentOf()]).toEqual(['Trains stands inside of Travel', outer.id]);
    await put?.undo();
    expect(await parentOf()).toBeUndefined();
    await nestList(store, inner, outer.id);
    const taken = await nestList(store, { ...inner, parentId: outer.id }, undefined);
    expect([taken?.label, await parentOf()]).toEqual(['Trains stands by itself', undefined]);
    await taken?.undo();
    expect(await parentOf()).toBe(outer.id);
  });

  it('come right behind the one they stand in, on every page, so that keys count what one sees', async () => {
    const store = aStore();
    const [outer, other, inner] = [
      await listNamed(store, 'Travel'),
      await listNamed(store, 'Work'),
      await listNamed(store, 'Trains'),
    ];
    await nestList(store, inner, outer.id);
    for (const lists of [createLibrary(store).lists(), startFirstRows(store, 1).lists]) {
      await answered(lists);
      expect(lists.value).toMatchObject({ value: [{ id: outer.id }, { id: inner.id }, { id: other.id }] });
    }
  });

  it('go one level deep, and never inside of themselves', async () => {
    const store = aStore();
    const [outer, inner, other] = [
      await listNamed(store, 'Travel'),
      await listNamed(store, 'Trains'),
      await listNamed(store, 'Ships'),
    ];
    await nestList(store, inner, outer.id);
    expect(await nestList(store, other, inner.id)).toBeUndefined();
    expect(await nestList(store, outer, other.id)).toBeUndefined();
    expect(await nestList(store, other, other.id)).toBeUndefined();
    expect((await readLists(store)).map(({ parentId }) => parentId)).toEqual([undefined, outer.id, undefined]);
  });

  it('keep a note, which other changes of the list leave alone', async () => {
    const store = aStore();
    const list = await listNamed(store, 'Trains');
    await writeListNote(store, list.id, 'For June', '');
    const done = await renameList(store, list, 'Rails');
    if (done !== 'name-taken') await done?.undo();
    expect(await readLists(store)).toMatchObject([{ name: 'Trains', note: 'For June' }]);
  });

  it('keep an icon, the first character of what was typed, until it is taken away', async () => {
    const store = aStore();
    const list = await listNamed(store, 'Trains');
    const iconNow = async () => (await readLists(store))[0]?.icon;
    const done = await setListIcon(store, list, ' 🚂 and carriages');
    expect(await iconNow()).toBe('🚂');
    expect(done?.label).toBe('Trains has the icon 🚂 now');
    const [withIcon] = await readLists(store);
    if (!withIcon) throw new Error('It was made.');
    expect(await setListIcon(store, withIcon, '🚂')).toBeUndefined();
    const taken = await setListIcon(store, withIcon, ' ');
    expect(await readLists(store)).not.toHaveProperty('0.icon');
    await taken?.undo();
    expect(await iconNow()).toBe('🚂');
    await done?.undo();
    expect(await readLists(store)).not.toHaveProperty('0.icon');
  });

  it('keep the words of two windows that write one note', async () => {
    const store = aStore();
    const list = await listNamed(store, 'Trains');
    await writeListNote(store, list.id, 'For June', '');
    await Promise.all([
      writeListNote(store, list.id, 'Not for June', 'For June'),
      writeListNote(store, list.id, 'For June and July', 'For June'),
    ]);
    expect((await readLists(store))[0]?.note).toMatch(/Not for June.* and July/i);
  });
});
