import { describe, expect, it } from 'vitest';
import { aStore } from '../../../tests/support/a-store.ts';
import { addFailedPicture, aLibrary, damage } from '../../../tests/support/a-whole-library.ts';
import type { ArticleId } from '../../article/ids.ts';
import { readRecord } from '../vault-rows.ts';
import { checkSome } from './check-some.ts';
import { readReadable, readReadableLists } from './read-readable.ts';

describe('what can be read of a damaged library', () => {
  it('is an article as a vault has it, where nothing is damaged', async () => {
    const { store, id } = await aLibrary();
    const whole = await readRecord(store, id);
    const { thumbnail: _, ...record } = whole?.record ?? { thumbnail: undefined };
    expect(await readReadable(store, id)).toEqual({ record });
    expect(await readReadableLists(store)).toEqual(await store.db.lists.toArray());
    expect(await readReadable(store, 'gone' as ArticleId)).toBeUndefined();
  });

  it.each([
    ['articles', undefined],
    ['readings', { reading: { progress: 0 }, note: { text: 'Mine' } }],
    ['versions', { versions: [], bodies: [], note: { text: 'Mine' } }],
    ['bodies', { bodies: [], versions: [{}, {}] }],
    ['notes', { versions: [{}, {}] }],
    ['listEntries', { entries: [], taggings: [{ label: 'Sea' }] }],
    ['taggings', { taggings: [], entries: [{}] }],
    ['pictures', { pictures: [] }],
    ['pictureFiles', { pictures: [{ state: 'waiting', attempts: 0 }] }],
    ['highlights', { note: { text: 'Mine' } }],
  ])('is the rest, where %s are damaged', async (table, expected) => {
    const { store, id } = await aLibrary();
    damage(store, table);
    const record = (await readReadable(store, id))?.record;
    if (expected === undefined) expect(record).toBeUndefined();
    else expect(record).toMatchObject(expected);
    expect('more' in (record ?? {})).toBe(!['articles', 'highlights'].includes(table));
    if (table === 'notes') expect(record).not.toHaveProperty('note');
  });

  it('has a picture to be fetched again for one whose bytes are gone, and one without a file as it is', async () => {
    const { store, id } = await aLibrary();
    const lost = { arrayBuffer: () => Promise.reject(new Error('The file is gone.')) };
    store.db.pictureFiles.hook('reading', (file) => ({ ...file, blob: lost }));
    await addFailedPicture(store, id, 'zz');
    const record = (await readReadable(store, id))?.record;
    expect(record?.pictures).toMatchObject([{ state: 'waiting' }, { id: 'zz', state: 'failed', attempts: 3 }]);
    expect(record?.pictures[0]).not.toHaveProperty('fileHash');
    expect(await checkSome(store, { body: '', file: '' })).toMatchObject({ texts: 0, pictures: 1 });
  });

  it('goes round from the first text again, and has none to look at in an empty library', async () => {
    const { store } = await aLibrary();
    const [first, second] = (await store.db.bodies.toCollection().primaryKeys()) as string[] as [string, string];
    const { walk } = await checkSome(store, { body: first, file: '' });
    expect(walk.body).toBe(first);
    expect((await checkSome(store, { body: second, file: '' })).walk.body).toBe(second);
    expect((await checkSome(aStore(), { body: 'a', file: 'b' })).walk).toEqual({ body: '', file: '' });
  });
});
