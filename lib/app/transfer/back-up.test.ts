import { describe, expect, it } from 'vitest';
import { aDraft, aStore, type TestStore } from '../../../tests/support/a-store.ts';
import { sanitise, tools } from '../../../tests/support/export-tools.ts';
import { keepArticle } from '../../store/articles.ts';
import { openBackups } from '../../store/backups.ts';
import { type BackupPlace, backUp, KEPT_VAULTS, vaultNameAt } from './back-up.ts';
import { runBackup } from './backups.ts';

/** A folder in memory. `spoil` may change what is read back from it. */
function aFolder(spoil: (blob: Blob) => Blob = (blob) => blob) {
  const files = new Map<string, Blob>();
  const place: BackupPlace = {
    state: async () => 'ready',
    open: async (name) => {
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      return {
        write: async (bytes) => void pieces.push(bytes),
        close: async () => {
          files.set(name, spoil(new Blob(pieces)));
          return files.get(name) as Blob;
        },
        abort: async () => undefined,
      };
    },
    list: async () => [...files.keys()],
    remove: async (name) => void files.delete(name),
  };
  return { files, place };
}

async function aLibrary(count = 3): Promise<TestStore> {
  const store = aStore();
  for (let n = 0; n < count; n++) await keepArticle(store, await aDraft({ url: `https://lamp.example/${n}` }));
  return store;
}

const makingOf = (store: TestStore) => ({ store, sanitise, parse: tools.parse, toHtml: tools.toHtml });
const openScratch = async () => {
  const store = aStore();
  return { store, remove: () => store.db.delete() };
};

describe('a backup', () => {
  it('is written, read back and counted', async () => {
    const { files, place } = aFolder();
    const store = await aLibrary();
    expect(await backUp(makingOf(store), place, openScratch)).toMatchObject({ status: 'written', articles: 3 });
    expect([...files.keys()]).toEqual([vaultNameAt(store.now())]);
  });

  it('that can not be read back is told and taken away, and those before it stay', async () => {
    const store = await aLibrary();
    const { files, place } = aFolder();
    await backUp(makingOf(store), place, openScratch);
    store.wait(60_000);
    const spoilt = aFolder((blob) => blob.slice(0, blob.size - 400));
    for (const [name, blob] of files) spoilt.files.set(name, blob);
    expect(await backUp(makingOf(store), spoilt.place, openScratch)).toMatchObject({
      status: 'failed',
      why: 'damaged',
    });
    expect([...spoilt.files.keys()]).toEqual([...files.keys()]);
  });

  it('leaves the last of them, and never touches a file that is not its own', async () => {
    const store = await aLibrary(1);
    const { files, place } = aFolder();
    files.set('thesis.zip', new Blob(['mine']));
    for (let n = 0; n < KEPT_VAULTS + 2; n++) {
      await backUp(makingOf(store), place, openScratch);
      store.wait(86_400_000);
    }
    const ours = [...files.keys()].filter((name) => name !== 'thesis.zip').toSorted();
    expect(ours).toHaveLength(KEPT_VAULTS);
    expect(ours.at(-1)).toBe(vaultNameAt(store.now() - 86_400_000));
    expect(files.has('thesis.zip')).toBe(true);
  });

  it('says that the browser must be asked again, and why a disk refused', async () => {
    const store = await aLibrary(1);
    const { place } = aFolder();
    expect(await backUp(makingOf(store), { ...place, state: async () => 'permission' }, openScratch)).toEqual({
      status: 'failed',
      why: 'permission',
    });
    const full: BackupPlace = { ...place, open: () => Promise.reject(new Error('No room')) };
    expect(await backUp(makingOf(store), full, openScratch)).toMatchObject({ why: 'failed', words: 'No room' });
  });
});

describe('automatic backups', () => {
  it('run once a day, and an hour after a failure', async () => {
    const store = aStore();
    const backups = openBackups(`backups-${store.db.name}`);
    const made: string[] = [];
    let isFailing = false;
    const run = () =>
      runBackup(backups, store.now, async () => {
        made.push('one');
        return isFailing ? { status: 'failed', why: 'gone' } : { status: 'written', bytes: 9, articles: 1 };
      });
    await run();
    expect(made).toHaveLength(0);
    await backups.changeFacts(() => ({ place: 'folder' }));
    await run();
    await run();
    expect(made).toHaveLength(1);
    store.wait(86_400_000);
    isFailing = true;
    await run();
    await run();
    expect(made).toHaveLength(2);
    expect(await backups.readFacts()).toMatchObject({ problem: { why: 'gone' }, articles: 1 });
    store.wait(3_600_000);
    isFailing = false;
    await run();
    expect(made).toHaveLength(3);
    expect(await backups.readFacts()).not.toHaveProperty('problem');
  });
});
