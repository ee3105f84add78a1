import { downloadsPlace } from './vault-downloads.ts';
import { type FolderHandle, folderPlace } from './vault-folder.ts';
import type { BackupPlaceLike } from './vault-place.ts';

/** The place of the automatic vaults, as the browser opens it. */
export async function openBackupPlace(
  kind: 'folder' | 'downloads' | undefined,
  readFolder: () => Promise<unknown>,
): Promise<BackupPlaceLike | undefined> {
  if (kind === 'downloads') return downloadsPlace();
  const folder = kind === 'folder' ? ((await readFolder()) as FolderHandle | undefined) : undefined;
  return folder && folderPlace(folder);
}
