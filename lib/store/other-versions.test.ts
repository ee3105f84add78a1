import { describe, expect, it } from 'vitest';
import { aLibrary } from '../../tests/support/a-whole-library.ts';
import { openDatabase } from './database.ts';
import { closeWhenOutdated, openAsItIs, wasLetGo } from './other-versions.ts';

describe('another version of Lectern', () => {
  it('gets the database at once, and the older one writes nothing more', async () => {
    const { store } = await aLibrary();
    let told = 0;
    closeWhenOutdated(store.db, () => told++);
    expect(wasLetGo(store.db)).not.toBe(true);
    const newer = openAsItIs(store.db.name);
    await newer.open();
    const { verno } = newer;
    newer.close();
    const upgraded = openDatabase(store.db.name);
    upgraded.version(verno + 1).stores({});
    await upgraded.open();
    expect(told).toBe(1);
    expect(wasLetGo(store.db)).toBe(true);
    await expect(store.db.articles.count()).rejects.toThrow();
    expect(await upgraded.articles.count()).toBe(1);
    upgraded.close();
  });

  it('is not meant where the library is erased: Dexie lets go of it by itself', async () => {
    const { store } = await aLibrary();
    let told = 0;
    closeWhenOutdated(store.db, () => told++);
    await openDatabase(store.db.name).delete();
    expect(told).toBe(0);
    expect(await store.db.articles.count()).toBe(0);
  });

  it('opens what there is in whatever version, and makes nothing where there is nothing', async () => {
    await expect(openAsItIs('nowhere').open()).rejects.toThrow();
    expect(openAsItIs().name).toBe('lectern');
  });
});
