import { deflateSync } from 'fflate';
import { crc32 } from '../safety/crc32.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** Where a zip goes, piece by piece. */
export type Sink = (bytes: Bytes) => Promise<void>;

export interface ZipWriter {
  /** `isPacked` is for text; pictures are packed already. */
  readonly add: (path: string, bytes: Bytes, isPacked: boolean) => Promise<void>;
  readonly finish: () => Promise<void>;
}

/** Names are UTF-8 (APPNOTE, 4.4.4, bit 11). */
const UTF8 = 0x800;
/** 1 January 1980, the first day zips know: the same content gives the same bytes. */
const DATE = 0x21;
const MOST_32 = 0xffffffff;
const MOST_16 = 0xffff;

/** Pieces are handed on in lots of so many bytes: each takes a way through another process, whatever its size. */
const LOT = 1024 * 1024;

/** Writes a zip as a stream; what it holds in memory is one lot and the directory. Zip64 where the old form ends. */
export function createZipWriter(sink: Sink): ZipWriter {
  const directory: Bytes[] = [];
  const latest: Bytes[] = [];
  let count = 0;
  let offset = 0;
  let lot: Bytes[] = [];
  let waiting = 0;
  const put = async (bytes: Bytes) => {
    lot.push(bytes);
    waiting += bytes.length;
    offset += bytes.length;
    if (waiting >= LOT) await flush();
  };
  const flush = async () => {
    const bytes = join(lot);
    lot = [];
    waiting = 0;
    await sink(bytes);
  };
  return {
    add: async (path, bytes, isPacked) => {
      const name = new TextEncoder().encode(path);
      const packed = isPacked ? (deflateSync(bytes, { level: 6 }) as Bytes) : bytes;
      const entry = {
        name,
        method: isPacked ? 8 : 0,
        crc: crc32(bytes),
        packedSize: packed.length,
        size: bytes.length,
      };
      latest.push(directoryEntry(entry, offset));
      // Joined: hundreds of thousands of small arrays take several times the room of what they hold.
      if (latest.length === 1000) directory.push(join(latest.splice(0)));
      count++;
      await put(localHeader(entry));
      await put(packed);
    },
    finish: async () => {
      const start = offset;
      for (const entries of [...directory, ...latest]) await put(entries);
      await put(endRecords(count, start, offset - start));
      await flush();
    },
  };
}

interface Entry {
  readonly name: Bytes;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
}

function localHeader({ name, method, crc, packedSize, size }: Entry): Bytes {
  const view = new DataView(new ArrayBuffer(30));
  view.setUint32(0, 0x04034b50, true);
  view.setUint16(4, 20, true);
  view.setUint16(6, UTF8, true);
  view.setUint16(8, method, true);
  view.setUint16(12, DATE, true);
  view.setUint32(14, crc, true);
  view.setUint32(18, packedSize, true);
  view.setUint32(22, size, true);
  view.setUint16(26, name.length, true);
  return join([new Uint8Array(view.buffer), name]);
}

function directoryEntry({ name, method, crc, packedSize, size }: Entry, offset: number): Bytes {
  const isFar = offset >= MOST_32;
  const view = new DataView(new ArrayBuffer(46));
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, isFar ? 45 : 20, true);
  view.setUint16(6, isFar ? 45 : 20, true);
  view.setUint16(8, UTF8, true);
  view.setUint16(10, method, true);
  view.setUint16(14, DATE, true);
  view.setUint32(16, crc, true);
  view.setUint32(20, packedSize, true);
  view.setUint32(24, size, true);
  view.setUint16(28, name.length, true);
  view.setUint16(30, isFar ? 12 : 0, true);
  view.setUint32(42, isFar ? MOST_32 : offset, true);
  if (!isFar) return join([new Uint8Array(view.buffer), name]);
  const extra = new DataView(new ArrayBuffer(12));
  extra.setUint16(0, 1, true);
  extra.setUint16(2, 8, true);
  extra.setBigUint64(4, BigInt(offset), true);
  return join([new Uint8Array(view.buffer), name, new Uint8Array(extra.buffer)]);
}

function endRecords(count: number, start: number, length: number): Bytes {
  const isLarge = count >= MOST_16 || start >= MOST_32 || length >= MOST_32;
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, Math.min(count, MOST_16), true);
  end.setUint16(10, Math.min(count, MOST_16), true);
  end.setUint32(12, Math.min(length, MOST_32), true);
  end.setUint32(16, Math.min(start, MOST_32), true);
  if (!isLarge) return new Uint8Array(end.buffer);
  const large = new DataView(new ArrayBuffer(56 + 20));
  large.setUint32(0, 0x06064b50, true);
  large.setBigUint64(4, 44n, true);
  large.setUint16(12, 45, true);
  large.setUint16(14, 45, true);
  large.setBigUint64(24, BigInt(count), true);
  large.setBigUint64(32, BigInt(count), true);
  large.setBigUint64(40, BigInt(length), true);
  large.setBigUint64(48, BigInt(start), true);
  large.setUint32(56, 0x07064b50, true);
  large.setBigUint64(64, BigInt(start + length), true);
  large.setUint32(72, 1, true);
  return join([new Uint8Array(large.buffer), new Uint8Array(end.buffer)]);
}

export function join(parts: readonly Bytes[]): Bytes {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
