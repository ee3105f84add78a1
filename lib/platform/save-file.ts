import { gatherFile } from './gather-file.ts';

/** Where a large file is written to, piece by piece. */
export interface FileWriter {
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly close: () => Promise<void>;
  /** Leaves nothing behind. */
  readonly abort: () => Promise<void>;
}

/** `window.showSaveFilePicker`, where the browser has it. */
export type SavePicker = (options: object) => Promise<{
  createWritable(): Promise<{
    write(data: BufferSource): Promise<void>;
    close(): Promise<void>;
    abort(): Promise<void>;
  }>;
}>;

/**
 * Asks where to save and opens the file, straight to the disk where the browser can (Chromium); elsewhere the pieces are
 * gathered in a file of the browser's own, and saved as a download at the end. `undefined` if the reader changed their mind. Must be
 * called in the click itself.
 */
export async function openFile(name: string, pick: SavePicker | undefined): Promise<FileWriter | undefined> {
  if (pick) {
    const handle = await pick({ suggestedName: name }).catch(() => undefined);
    const file = await handle?.createWritable();
    return file && { write: (bytes) => file.write(bytes), close: () => file.close(), abort: () => file.abort() };
  }
  const gathered = await gatherFile();
  return {
    write: gathered.write,
    // The download goes on reading what was gathered: it is taken away later.
    close: async () => downloadBlob(await gathered.finish(), name),
    abort: gathered.drop,
  };
}

/** Saves a file as the browser saves any download. Needs no permission. */
export function downloadBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Long enough for the browser to have taken hold of it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
