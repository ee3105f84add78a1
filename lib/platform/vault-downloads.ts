import { browser } from 'wxt/browser';
import { gatherFile } from './gather-file.ts';
import type { BackupPlaceLike } from './vault-place.ts';

const FOLDER = 'Lectern';
const ASKED = { permissions: ['downloads'] } satisfies { permissions: ['downloads'] };

/** Asks the reader to let Lectern write downloads by itself. Must run in the click itself. */
export const requestDownloads = (): Promise<boolean> => browser.permissions.request(ASKED);

/** A folder among the downloads, for browsers that open no folder to an extension. */
export function downloadsPlace(): BackupPlaceLike {
  const ours = () => browser.downloads.search({ filenameRegex: 'lectern-vault-[0-9-]+\\.zip$', exists: true });
  const nameOf = (path: string) => path.split(/[\\/]/).at(-1) ?? '';
  return {
    state: async () => ((await browser.permissions.contains(ASKED)) ? 'ready' : 'permission'),
    open: async (name) => {
      const gathered = await gatherFile();
      return {
        write: gathered.write,
        close: async () => {
          const blob = await gathered.finish();
          const url = URL.createObjectURL(blob);
          try {
            // The name holds the minute: with a number behind it a second one would not be found again as ours.
            const filename = `${FOLDER}/${name}`;
            const id = await browser.downloads.download({ url, filename, saveAs: false, conflictAction: 'overwrite' });
            const bytes = await finished(id);
            if (bytes !== blob.size) throw new Error(`Of ${blob.size} bytes ${bytes} were written`);
          } finally {
            URL.revokeObjectURL(url);
          }
          // A download can't be read back: what is checked is what was handed over, and its size on the disk.
          return blob;
        },
        abort: gathered.drop,
        release: gathered.drop,
      };
    },
    list: async () => (await ours()).map(({ filename }) => nameOf(filename)),
    remove: async (name) => {
      for (const { id, filename } of await ours()) {
        if (nameOf(filename) !== name) continue;
        await browser.downloads.removeFile(id);
        await browser.downloads.erase({ id });
      }
    },
  };
}

/** Waits for the end of a download. Gives its bytes on the disk. @throws if it was interrupted */
async function finished(id: number): Promise<number> {
  for (;;) {
    const [item] = await browser.downloads.search({ id });
    if (!item || item.state === 'interrupted') throw new Error(`The download was stopped: ${item?.error ?? 'gone'}`);
    if (item.state === 'complete') return item.fileSize;
    await new Promise((go) => setTimeout(go, 200));
  }
}
