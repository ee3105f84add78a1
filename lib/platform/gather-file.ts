import { gatherBlob } from './gather-blob.ts';

/** A file that is made piece by piece before it is saved. */
export interface GatheredFile {
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly finish: () => Promise<Blob>;
  /** Takes it away again, finished or not. */
  readonly drop: () => Promise<void>;
}

const PREFIX = 'gathered-';
/** A file that is older, in milliseconds, was saved, or the page that gathered it is gone. */
const LEFT_AFTER = 60 * 60_000;

/**
 * Gathers a large file in the browser's own file system, which lies on the disk: Firefox keeps Blobs made by a page in memory. Where there
 * is no such file system, as in private windows, it is gathered in a Blob all the same.
 */
export async function gatherFile(): Promise<GatheredFile> {
  const folder = await openOwnFolder();
  if (!folder) {
    const gathered = gatherBlob();
    return {
      write: async (bytes) => gathered.add(bytes),
      finish: async () => gathered.finish(),
      drop: async () => gathered.drop(),
    };
  }
  await dropLeftFiles();
  const name = `${PREFIX}${Date.now()}`;
  const handle = await folder.getFileHandle(name, { create: true });
  const writer = await handle.createWritable();
  let isOpen = true;
  return {
    write: (bytes) => writer.write(bytes),
    finish: async () => {
      await writer.close();
      isOpen = false;
      return handle.getFile();
    },
    drop: async () => {
      if (isOpen) await writer.abort();
      await folder.removeEntry(name);
    },
  };
}

/** Takes away what was gathered long ago. A download reads on after its page was told, so that no page does so at once. */
export async function dropLeftFiles(): Promise<void> {
  // One that another page is still writing can't be taken away, and must not.
  await dropGathered(Date.now() - LEFT_AFTER).catch(() => undefined);
}

/**
 * Takes away what was gathered: all of it, or what is from before a time in milliseconds since the epoch.
 *
 * @throws if a page is still writing
 */
export async function dropGathered(before = Number.POSITIVE_INFINITY): Promise<void> {
  const folder = await openOwnFolder();
  if (!folder) return;
  for await (const name of folder.keys()) {
    if (name.startsWith(PREFIX) && Number(name.slice(PREFIX.length)) < before) await folder.removeEntry(name);
  }
}

type OwnFolder = FileSystemDirectoryHandle & { keys(): AsyncIterable<string> };

async function openOwnFolder(): Promise<OwnFolder | undefined> {
  try {
    return (await navigator.storage.getDirectory()) as OwnFolder;
  } catch {
    // Private windows have none.
    return undefined;
  }
}
