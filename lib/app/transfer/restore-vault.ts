import type { PictureFile } from '../../article/picture.ts';
import type { ArticleRecord } from '../../article/vault.ts';
import { isTooLargeToDecode, readPictureSize, sniffPictureType } from '../../safety/picture-type.ts';
import type { Store } from '../../store/database.ts';
import { reachDisk } from '../../store/reach-disk.ts';
import { type ListIds, restoreLists, restoreRecord } from '../../store/restore-record.ts';
import type { OpenedVault } from '../../transfer/vault/read-vault.ts';

export interface RestoredVault {
  readonly added: number;
  readonly joined: number;
  /** What could not be restored, with the file and the reason. */
  readonly damaged: readonly { readonly path: string; readonly why: string }[];
}

/**
 * Brings a vault into the library. Every article is a transaction of its own with its texts, notes and pictures, and one
 * that is here already joins: stopped at any moment, nothing is half there, and restoring again goes on.
 *
 * @param bulk the same library for writes that need not wait for the disk: nothing is told of one article. Those with pictures wait all
 * the same, as the browser may keep a Blob in a file of its own, which no later write brings to the disk.
 */
export async function restoreVault(
  store: Store,
  vault: OpenedVault,
  tell: (done: number, total: number) => void,
  bulk: Store = store,
): Promise<RestoredVault> {
  const listIds = await restoreLists(store, vault.lists);
  const damaged: { path: string; why: string }[] = [];
  let added = 0;
  let joined = 0;
  let done = 0;
  for await (const entry of vault.articles()) {
    if (entry.status === 'damaged') {
      damaged.push({ path: entry.path, why: entry.why });
    } else {
      const status = await restoreArticle({ store, bulk }, vault, entry.path, entry.record, listIds, damaged);
      if (status === 'added') added++;
      else joined++;
    }
    tell(++done, vault.articleCount);
  }
  if (bulk !== store) await reachDisk(store);
  return { added, joined, damaged };
}

async function restoreArticle(
  { store, bulk }: { readonly store: Store; readonly bulk: Store },
  vault: OpenedVault,
  path: string,
  record: ArticleRecord,
  listIds: ListIds,
  damaged: { path: string; why: string }[],
) {
  const files: PictureFile[] = [];
  for (const picture of record.pictures) {
    if (picture.state !== 'kept' || picture.fileHash === undefined) continue;
    const at = vault.picturePath(picture.fileHash);
    const read = at === undefined ? ({ status: 'absent' } as const) : await vault.read(at);
    if (read.status === 'damaged' && at !== undefined) damaged.push({ path: at, why: read.why });
    // Not in this vault: in the one before it, or lost. The row says it is kept, and the reader shows its description.
    if (read.status !== 'read') continue;
    const type = sniffPictureType(read.bytes);
    const size = type && readPictureSize(read.bytes, type);
    if (!type || !size || isTooLargeToDecode(size)) continue;
    files.push({ hash: picture.fileHash, blob: new Blob([read.bytes], { type }), type, ...size });
  }
  const thumbnailPath = path.replace(/article\.json$/, 'thumbnail');
  const thumbnail = record.thumbnail && (await vault.read(thumbnailPath));
  if (thumbnail?.status === 'damaged') damaged.push({ path: thumbnailPath, why: thumbnail.why });
  const blob =
    thumbnail?.status === 'read' ? new Blob([thumbnail.bytes], { type: record.thumbnail?.type ?? '' }) : undefined;
  const hasBlobs = files.length > 0 || blob !== undefined;
  return restoreRecord(hasBlobs ? store : bulk, record, files, blob, listIds);
}
