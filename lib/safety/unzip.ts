import { Inflate } from 'fflate';
import { crc32 } from './crc32.ts';
import { type DirectoryEntry, readZipDirectory, type ZipRefusal } from './zip-directory.ts';

export interface ZipLimits {
  readonly entries: number;
  /** Unpacked bytes of one entry. */
  readonly entryBytes: number;
  /** Unpacked bytes of all that is read. */
  readonly totalBytes: number;
  /** Unpacked bytes for each packed one, once an entry is past `RATIO_FREE_BYTES`. */
  readonly ratio: number;
}

/**
 * For files from elsewhere. Text packs 3 to 20 times smaller; only bombs and blank files reach 200 (measured on
 * exports of reading services, November 2026).
 */
export const IMPORT_ZIP_LIMITS: ZipLimits = {
  entries: 60_000,
  entryBytes: 96 * 1024 * 1024,
  totalBytes: 2 * 1024 ** 3,
  ratio: 200,
};

const RATIO_FREE_BYTES = 1024 * 1024;
/** Small, so that what is unpacked at once stays small too: deflate reaches about 1,030 to 1. */
const PACKED_CHUNK = 8 * 1024;
const LONGEST_NAME = 1024;

export type EntryRefusal =
  | 'unsafe-name'
  | 'encrypted'
  | 'link'
  | 'unknown-method'
  | 'too-large'
  | 'suspicious-ratio'
  | 'damaged';

export type EntryRead =
  | { readonly status: 'read'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly status: 'refused'; readonly why: EntryRefusal };

/** One file in a zip. Its path is a name to compare, never a place to write to. */
export interface ZipEntry {
  readonly path: string;
  /** As the zip claims. */
  readonly size: number;
  readonly read: () => Promise<EntryRead>;
}

export type OpenedZip =
  | {
      readonly status: 'opened';
      /** In the order of the directory; a name may occur more than once. */
      readonly entries: readonly ZipEntry[];
      readonly refused: readonly { readonly path: string; readonly why: EntryRefusal }[];
    }
  | { readonly status: 'refused'; readonly why: ZipRefusal };

/** Opens a zip without unpacking anything. Entries are unpacked one by one, within `limits`, when they are read. */
export async function openZip(file: Blob, limits: ZipLimits = IMPORT_ZIP_LIMITS): Promise<OpenedZip> {
  const directory = await readZipDirectory(file, limits.entries);
  if (directory.status === 'refused') return directory;
  const budget = { left: limits.totalBytes };
  const entries: ZipEntry[] = [];
  const refused: { path: string; why: EntryRefusal }[] = [];
  for (const entry of directory.entries) {
    if (isFolderOrDebris(entry.name)) continue;
    const why = whyRefused(entry);
    if (why) refused.push({ path: entry.name.slice(0, 200), why });
    else entries.push({ path: entry.name, size: entry.size, read: () => readEntry(file, entry, limits, budget) });
  }
  return { status: 'opened', entries, refused };
}

const isFolderOrDebris = (name: string): boolean =>
  name.endsWith('/') || name.startsWith('__MACOSX/') || /(?:^|\/)\.DS_Store$/.test(name);

function whyRefused({ name, isEncrypted, isLink, method }: DirectoryEntry): EntryRefusal | undefined {
  if (isLink) return 'link';
  if (isEncrypted) return 'encrypted';
  if (method !== 0 && method !== 8) return 'unknown-method';
  const isUnsafe =
    name.length > LONGEST_NAME ||
    name.includes('\0') ||
    /^(?:[\\/]|[a-z]:)/i.test(name) ||
    name.split(/[\\/]/).includes('..') ||
    // Marks that turn the reading direction make "gnp.exe" look like "exe.png".
    /[\u202a-\u202e\u2066-\u2069]/.test(name);
  return isUnsafe ? 'unsafe-name' : undefined;
}

async function readEntry(
  file: Blob,
  entry: DirectoryEntry,
  limits: ZipLimits,
  budget: { left: number },
): Promise<EntryRead> {
  const start = await findData(file, entry);
  if (start === undefined || start + entry.packedSize > file.size) return { status: 'refused', why: 'damaged' };
  const most = Math.min(limits.entryBytes, budget.left);
  if (entry.packedSize > most) return { status: 'refused', why: 'too-large' };
  const packed = new Uint8Array(await file.slice(start, start + entry.packedSize).arrayBuffer());
  const unpacked: EntryRead =
    entry.method === 0 ? { status: 'read', bytes: packed } : inflate(packed, most, limits.ratio);
  if (unpacked.status === 'refused') return unpacked;
  // Entries may be read side by side, so the budget may be spent by now.
  if (unpacked.bytes.length > budget.left) return { status: 'refused', why: 'too-large' };
  budget.left -= unpacked.bytes.length;
  return crc32(unpacked.bytes) === entry.crc ? unpacked : { status: 'refused', why: 'damaged' };
}

async function findData(file: Blob, { offset }: DirectoryEntry): Promise<number | undefined> {
  const header = new DataView(await file.slice(offset, offset + 30).arrayBuffer());
  if (header.byteLength < 30 || header.getUint32(0, true) !== 0x04034b50) return undefined;
  return offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
}

/** Counts what really comes out: a header may say anything. */
function inflate(packed: Uint8Array, most: number, ratio: number): EntryRead {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const inflater = new Inflate((piece) => {
    pieces.push(piece);
    length += piece.length;
  });
  try {
    for (let at = 0; at < packed.length || at === 0; at += PACKED_CHUNK) {
      const isLast = at + PACKED_CHUNK >= packed.length;
      inflater.push(packed.subarray(at, at + PACKED_CHUNK), isLast);
      if (length > most) return { status: 'refused', why: 'too-large' };
      if (length > RATIO_FREE_BYTES && length > packed.length * ratio) {
        return { status: 'refused', why: 'suspicious-ratio' };
      }
    }
  } catch {
    // fflate throws on bytes that are not deflate data.
    return { status: 'refused', why: 'damaged' };
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { status: 'read', bytes };
}
