import { describe, expect, it } from 'vitest';
import { aDraft, type TestStore } from '../../../tests/support/a-store.ts';
import { aLibrary, damage } from '../../../tests/support/a-whole-library.ts';
import { keepArticle } from '../articles.ts';
import { writeNote } from '../notes.ts';
import { checkLibrary } from './check-library.ts';
import { readQuarantine, repairLibrary } from './repair-library.ts';

const dressing = { nextRank: (last: string | undefined) => `${last ?? ''}m` };

const TABLES = [
  'articles',
  'readings',
  'versions',
  'bodies',
  'lists',
  'listEntries',
  'taggings',
  'notes',
  'highlights',
  'pictures',
  'pictureFiles',
  'imports',
] as const;

/** Their rows name no article. */
const WHOLE: ReadonlySet<string> = new Set(['bodies', 'lists', 'pictureFiles', 'imports']);

/** How many rows each table has, read or not. */
const sizes = async ({ db }: TestStore) =>
  Object.fromEntries(await Promise.all(TABLES.map(async (name) => [name, await db.table(name).count()] as const)));

describe('a library of which a table can’t be read', () => {
  it.each(TABLES)('loses nothing by a repair, and is mended where it can be: %s', async (name) => {
    const { store, id } = await aLibrary();
    await store.db.imports.add({ id: 'one', name: 'Pocket', status: 'paused', options: {} } as never);
    await store.db.importBatches.add({ importId: 'one', seq: 0, state: 'waiting', items: [] });
    const { articleId: other } = await keepArticle(store, await aDraft({ url: 'https://daily.example/other' }));
    await writeNote(store, { articleId: other }, 'Another');
    const before = await sizes(store);
    // Wrong in a way that can be mended, in the article that is damaged and in one that is not.
    await store.db.notes.where('articleId').anyOf(id, other).modify({ shownAt: 1 });
    damage(store, name, (row) => WHOLE.has(name) || Object.values(row).includes(id));
    const { check } = await repairLibrary(store, dressing);
    expect(check.faults.filter(({ kind }) => kind !== 'unreadable')).toEqual([]);
    expect(check.faults.map(({ table }) => table)).toContain(name);
    expect(await readQuarantine(store)).toEqual([]);
    expect(await sizes(store)).toEqual(before);
    // Whether a note may be shown is known only where the state of its article is.
    const wrong = await store.db.notes.where('shownAt').equals(1).primaryKeys();
    expect(wrong).toEqual(name === 'readings' ? [id, other] : name === 'notes' ? [id] : []);
    expect(await checkLibrary(store)).toEqual(check);
  });
});
