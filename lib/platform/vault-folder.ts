import type { BackupPlaceLike } from './vault-place.ts';

/** What of the File System Access API is used (wicg.github.io/file-system-access; Chromium alone has it for folders). */
export interface FolderHandle {
  readonly name: string;
  queryPermission(options: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(options: { mode: 'readwrite' }): Promise<PermissionState>;
  getFileHandle(name: string, options: { create: boolean }): Promise<FileHandle>;
  removeEntry(name: string): Promise<void>;
  keys(): AsyncIterable<string>;
}

interface FileHandle {
  createWritable(): Promise<{
    write(data: BufferSource): Promise<void>;
    close(): Promise<void>;
    abort(): Promise<void>;
  }>;
  getFile(): Promise<File>;
}

const ASKED = { mode: 'readwrite' } as const;

/** `window.showDirectoryPicker`, where the browser has it. */
export type FolderPicker = (options: object) => Promise<FolderHandle>;

/** Asks the reader for a folder to write to. Must run in the click itself; `undefined` if they changed their mind. */
export const pickFolder = (pick: FolderPicker): Promise<FolderHandle | undefined> =>
  pick({ id: 'lectern-vaults', mode: 'readwrite', startIn: 'documents' }).catch(() => undefined);

/** Asks again for a folder that is known, after the browser has taken the permission back. In the click itself. */
export const allowFolder = async (folder: FolderHandle): Promise<boolean> =>
  (await folder.requestPermission(ASKED)) === 'granted';

/** Reads a file of the folder; `undefined` if the reader does not allow it. Must run in a click: the browser may ask. */
export async function readFromFolder(
  folder: FolderHandle,
  choose: (names: readonly string[]) => string | undefined,
): Promise<File | undefined> {
  if ((await folder.queryPermission(ASKED)) !== 'granted' && !(await allowFolder(folder))) return undefined;
  const name = choose(await folderPlace(folder).list());
  if (name === undefined) return undefined;
  return (await folder.getFileHandle(name, { create: false })).getFile();
}

export function folderPlace(folder: FolderHandle): BackupPlaceLike {
  return {
    state: async () => {
      if ((await folder.queryPermission(ASKED)) !== 'granted') return 'permission';
      try {
        // A folder that was deleted or unplugged is noticed only by asking for what is in it.
        for await (const _ of folder.keys()) break;
        return 'ready';
      } catch {
        return 'gone';
      }
    },
    open: async (name) => {
      const handle = await folder.getFileHandle(name, { create: true });
      // Pieces go into a file beside it, which takes the name only when it is closed.
      const writer = await handle.createWritable();
      return {
        write: (bytes) => writer.write(bytes),
        close: async () => {
          await writer.close();
          return handle.getFile();
        },
        abort: async () => {
          await writer.abort();
          await folder.removeEntry(name);
        },
      };
    },
    list: async () => {
      const names: string[] = [];
      for await (const name of folder.keys()) names.push(name);
      return names;
    },
    remove: (name) => folder.removeEntry(name),
  };
}
