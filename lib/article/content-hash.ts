import type { ContentHash } from './ids.ts';

/** SHA-256 of bytes, in lower-case hexadecimal. */
export async function contentHash(bytes: Uint8Array<ArrayBuffer>): Promise<ContentHash> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') as ContentHash;
}
