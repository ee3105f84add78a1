import { describe, expect, it } from 'vitest';
import { aDraft, aStore, type TestStore } from '../../../tests/support/a-store.ts';
import { sanitise, tools } from '../../../tests/support/export-tools.ts';
import { keepArticle } from '../../store/articles.ts';
import { writeNote } from '../../store/notes.ts';
import { addTag } from '../../store/tags.ts';
import { SCHEMA_VERSION } from '../../store/vault-rows.ts';
import { openVault } from '../../transfer/vault/read-vault.ts';
import { createMending } from './mend-library.ts';

const mendingOf = (store: TestStore, readable = store) =>
  createMending({ store, sanitise, parse: tools.parse, toHtml: tools.toHtml }, readable);

/** Saves what can be read, and gives the records that the vault then holds. */
async function saved(store: TestStore, readable = store) {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const written = await mendingOf(store, readable).saveReadable(
    async (piece) => void pieces.push(piece),
    () => undefined,
  );
  const vault = await openVault(new Blob(pieces), SCHEMA_VERSION);
  if (vault.status !== 'opened') throw new Error('It is a vault.');
  const records = [];
  for await (const entry of vault.articles()) if (entry.status === 'read') records.push(entry.record);
  return { written, records };
}

async function aLibrary(): Promise<TestStore> {
  const store = aStore();
  for (const n of [1, 2]) {
    const draft = await aDraft({ url: `https://daily.example/${n}`, pictureUrls: [`https://daily.example/${n}.png`] });
    const { articleId } = await keepArticle(store, draft);
    await writeNote(store, { articleId }, `Note ${n}`);
    await addTag(store, articleId, 'Sea');
  }
  return store;
}

/** Makes a table that fails for every row that is asked for by these calls. */
function damage(
  { db }: TestStore,
  table: 'articles' | 'readings' | 'versions' | 'bodies' | 'notes' | 'taggings',
  isAll = false,
) {
  const whole = db.table(table);
  const [first] = isAll ? [] : [true];
  let asked = 0;
  const fail = async (): Promise<never> => {
    throw new Error('Damaged.');
  };
  const failing = Object.create(whole, {
    get: { value: (key: string) => (first && asked++ > 0 ? whole.get(key) : fail()) },
    bulkGet: { value: fail },
    where: { value: () => ({ equals: () => ({ sortBy: fail, toArray: fail }) }) },
  });
  Object.defineProperty(db, table, { value: failing, configurable: true });
}

describe('saving what can be read', () => {
  it('saves all of a library that is whole', async () => {
    const { written, records } = await saved(await aLibrary());
    expect(written).toEqual({ articles: 2, total: 2 });
    expect(records.map(({ note }) => note?.text)).toEqual(['Note 1', 'Note 2']);
  });

  it('leaves out an article whose own row is damaged, and saves the others', async () => {
    const store = await aLibrary();
    damage(store, 'articles');
    const { written, records } = await saved(store);
    expect(written).toEqual({ articles: 1, total: 2 });
    expect(records).toMatchObject([{ note: { text: 'Note 2' }, taggings: [{ label: 'Sea' }] }]);
  });

  it.each(['readings', 'versions', 'bodies', 'notes', 'taggings'] as const)(
    'saves articles around damaged %s',
    async (table) => {
      const store = await aLibrary();
      damage(store, table, true);
      const { written, records } = await saved(store);
      expect(written).toEqual({ articles: 2, total: 2 });
      const [record] = records;
      expect(record?.article.title).toBe('The quiet room');
      expect(record?.reading).toMatchObject({ progress: 0 });
      expect(record?.note?.text).toBe(table === 'notes' ? undefined : 'Note 1');
      expect(record?.bodies).toHaveLength(table === 'bodies' || table === 'versions' ? 0 : 1);
      expect(record?.taggings).toHaveLength(table === 'taggings' ? 0 : 1);
    },
  );

  it('takes a picture whose file is lost for one that is still to be fetched', async () => {
    const store = await aLibrary();
    await store.db.pictures.toCollection().modify((row) => {
      const { queuedFor: _, ...rest } = row;
      return void Object.assign(row, { ...rest, state: 'kept', fileHash: 'gone' });
    });
    const { records } = await saved(store);
    expect(records[0]?.pictures).toMatchObject([{ state: 'waiting', attempts: 0 }]);
    expect(records[0]?.pictures[0]).not.toHaveProperty('fileHash');
  });
});

describe('what was put aside', () => {
  it('goes out as a text with every word in it', async () => {
    const store = await aLibrary();
    await store.db.articles.clear();
    const mending = mendingOf(store);
    const { check, putAside } = await mending.repair(() => undefined);
    expect(check.faults).toEqual([]);
    expect(putAside).toBeGreaterThan(0);
    expect(await mending.writeQuarantine()).toContain('"Note 1"');
    expect((await mending.check(() => undefined)).faults).toEqual([]);
  });
});
