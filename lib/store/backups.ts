import { Dexie, type EntityTable } from 'dexie';
import type { BackupFacts } from '../article/backup.ts';

/** One row of a kind, under its name. */
interface BackupRow {
  readonly name: 'facts' | 'folder' | 'checksums';
  readonly facts?: BackupFacts;
  /** A `FileSystemDirectoryHandle`, which the browser keeps as it is. */
  readonly handle?: unknown;
  readonly blob?: Blob;
}

type BackupDatabase = Dexie & { readonly rows: EntityTable<BackupRow, 'name'> };

/**
 * What is known of backups, in a database of its own: when the library's is damaged or lost, this still knows where the
 * vaults are. It lies on this device and in no vault.
 */
export function openBackups(name = 'lectern-backups') {
  const db = new Dexie(name) as BackupDatabase;
  db.version(1).stores({ rows: 'name' });
  const get = (row: BackupRow['name']) => db.rows.get(row);
  const readFacts = async (): Promise<BackupFacts> => (await get('facts'))?.facts ?? {};
  return {
    readFacts,
    changeFacts: (change: (facts: BackupFacts) => BackupFacts): Promise<unknown> =>
      db.transaction('rw', db.rows, async () => db.rows.put({ name: 'facts', facts: change(await readFacts()) })),
    readFolder: async (): Promise<unknown> => (await get('folder'))?.handle,
    keepFolder: (handle: unknown): Promise<unknown> => db.rows.put({ name: 'folder', handle }),
    forgetFolder: (): Promise<void> => db.rows.delete('folder'),
    /** Of every file in the last vault that was made by hand, so that the next may hold only what changed. */
    readChecksums: async (): Promise<Blob | undefined> => (await get('checksums'))?.blob,
    keepChecksums: (blob: Blob): Promise<unknown> => db.rows.put({ name: 'checksums', blob }),
  };
}

export type Backups = ReturnType<typeof openBackups>;
