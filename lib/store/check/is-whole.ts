import type { Body } from '../../article/article.ts';
import { contentHash } from '../../article/content-hash.ts';
import type { Picture, PictureFile } from '../../article/picture.ts';

/** Whether a text is to the byte what its hash was made of. */
export async function isWholeBody({ hash, html, byteLength }: Body): Promise<boolean> {
  // Whatever its type says, a damaged row may hold anything.
  if (typeof html !== 'string') return false;
  const bytes = new TextEncoder().encode(html);
  return bytes.length === byteLength && (await contentHash(bytes)) === hash;
}

/** The same of a picture. A Blob lies in a file of its own in Chromium: the row may be there, and its bytes not. */
export async function isWholeFile({ hash, blob }: PictureFile): Promise<boolean> {
  try {
    return (await contentHash(new Uint8Array(await blob.arrayBuffer()))) === hash;
  } catch {
    return false;
  }
}

/** Whether a picture says one thing: it is in the queue, or has a file, or neither. */
export const isPictureWhole = ({ state, queuedFor, fileHash }: Picture): boolean =>
  (state === 'waiting') === (queuedFor !== undefined) && (state === 'kept') === (fileHash !== undefined);
