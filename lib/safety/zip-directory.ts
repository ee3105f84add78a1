/** Where one entry lies in a zip, as its central directory says. Nothing of it is to be trusted. */
export interface DirectoryEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly isLink: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

export type ZipRefusal = 'damaged' | 'too-many-entries' | 'overlapping';

export type ReadDirectory =
  | { readonly status: 'read'; readonly entries: readonly DirectoryEntry[] }
  | { readonly status: 'refused'; readonly why: ZipRefusal };

/** The end record is 22 bytes and a comment of at most 65,535 (APPNOTE 4.3.16). */
const LONGEST_END = 22 + 0xffff;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const HEADER = 0x02014b50;
const FIELD_64 = 1;
const LONGEST_DIRECTORY = 256 * 1024 * 1024;

/** Reads the central directory of a zip, Zip64 too. The sizes in it are claims. */
export async function readZipDirectory(file: Blob, mostEntries: number): Promise<ReadDirectory> {
  const end = await findEnd(file);
  if (!end) return { status: 'refused', why: 'damaged' };
  if (end.count > mostEntries) return { status: 'refused', why: 'too-many-entries' };
  if (end.length > LONGEST_DIRECTORY || end.offset + end.length > file.size) {
    return { status: 'refused', why: 'damaged' };
  }
  const view = await viewOf(file, end.offset, end.offset + end.length);
  const entries: DirectoryEntry[] = [];
  let at = 0;
  while (at + 46 <= view.byteLength && view.getUint32(at, true) === HEADER) {
    if (entries.length >= mostEntries) return { status: 'refused', why: 'too-many-entries' };
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > view.byteLength) break;
    entries.push(readEntry(view, at, nameLength, extraLength));
    at = next;
  }
  if (entries.length < end.count) return { status: 'refused', why: 'damaged' };
  return hasOverlap(entries) ? { status: 'refused', why: 'overlapping' } : { status: 'read', entries };
}

async function findEnd(file: Blob): Promise<{ count: number; length: number; offset: number } | undefined> {
  const start = Math.max(0, file.size - LONGEST_END);
  const view = await viewOf(file, start, file.size);
  for (let at = view.byteLength - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== END) continue;
    // The comment must reach to the end: the same four bytes may stand inside a comment.
    if (at + 22 + view.getUint16(at + 20, true) !== view.byteLength) continue;
    const count = view.getUint16(at + 10, true);
    const length = view.getUint32(at + 12, true);
    const offset = view.getUint32(at + 16, true);
    const isLarge = count === 0xffff || length === 0xffffffff || offset === 0xffffffff;
    if (isLarge && at >= 20 && view.getUint32(at - 20, true) === LOCATOR_64) {
      return readEnd64(file, Number(view.getBigUint64(at - 12, true)));
    }
    return { count, length, offset };
  }
  return undefined;
}

async function readEnd64(
  file: Blob,
  at: number,
): Promise<{ count: number; length: number; offset: number } | undefined> {
  if (at + 56 > file.size) return undefined;
  const view = await viewOf(file, at, at + 56);
  if (view.getUint32(0, true) !== END_64) return undefined;
  return {
    count: Number(view.getBigUint64(32, true)),
    length: Number(view.getBigUint64(40, true)),
    offset: Number(view.getBigUint64(48, true)),
  };
}

function readEntry(view: DataView, at: number, nameLength: number, extraLength: number): DirectoryEntry {
  const flags = view.getUint16(at + 8, true);
  const nameBytes = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength);
  let size = view.getUint32(at + 24, true);
  let packedSize = view.getUint32(at + 20, true);
  let offset = view.getUint32(at + 42, true);
  let field = at + 46 + nameLength;
  const fieldsEnd = field + extraLength;
  while (field + 4 <= fieldsEnd) {
    const length = view.getUint16(field + 2, true);
    if (view.getUint16(field, true) === FIELD_64) {
      let value = field + 4;
      const take = (short: number): number => {
        if (short !== 0xffffffff || value + 8 > Math.min(field + 4 + length, fieldsEnd)) return short;
        value += 8;
        return Number(view.getBigUint64(value - 8, true));
      };
      size = take(size);
      packedSize = take(packedSize);
      offset = take(offset);
    }
    field += 4 + length;
  }
  return {
    name: new TextDecoder().decode(nameBytes),
    isEncrypted: (flags & 1) !== 0,
    // Made on Unix, and the file type in the upper half of its attributes is that of a symbolic link.
    isLink: view.getUint8(at + 5) === 3 && view.getUint32(at + 38, true) >>> 28 === 0xa,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize,
    size,
    offset,
  };
}

/** Entries that share their bytes multiply a small file (D. Fifield, "A better zip bomb", 2019). */
function hasOverlap(entries: readonly DirectoryEntry[]): boolean {
  const byOffset = entries.toSorted((one, other) => one.offset - other.offset);
  return byOffset.some(({ offset, packedSize }, index) => {
    const next = byOffset[index + 1];
    return next !== undefined && offset + 30 + packedSize > next.offset;
  });
}

const viewOf = async (file: Blob, start: number, end: number): Promise<DataView> =>
  new DataView(await file.slice(start, end).arrayBuffer());
