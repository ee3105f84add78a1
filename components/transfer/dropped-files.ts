import type { DroppedFile } from './desk.ts';

/** What a choice of files or of a folder holds. */
export const chosenFiles = (files: FileList | null): readonly DroppedFile[] =>
  [...(files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, blob: file }));

/** What a drop holds, folders walked through. The entries must be asked for before the event is over. */
export function droppedFiles(transfer: DataTransfer): Promise<readonly DroppedFile[]> {
  const parts = [...transfer.items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found = parts.map(({ entry, file }) => {
    if (entry) return filesIn(entry, '');
    return Promise.resolve(file ? [{ path: file.name, blob: file }] : []);
  });
  return Promise.all(found).then((all) => all.flat());
}

async function filesIn(entry: FileSystemEntry, above: string): Promise<readonly DroppedFile[]> {
  const path = `${above}${entry.name}`;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ path, blob: file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    // At most a hundred come at once (Chromium), an empty answer ends them.
    const more = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (more.length === 0) break;
    children.push(...more);
  }
  return (await Promise.all(children.map((child) => filesIn(child, `${path}/`)))).flat();
}
