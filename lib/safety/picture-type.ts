import type { PictureType } from '../article/picture.ts';

export interface PictureSize {
  /** CSS pixels before any rotation the file asks for; at least 1. */
  readonly width: number;
  readonly height: number;
}

/**
 * Pixels of one picture: 400 MB once decoded, at four bytes each. Cameras stay below, and a file of a few hundred kilobytes can
 * ask for a thousand times as many.
 */
const MOST_PIXELS = 100_000_000;

/** Whether showing the picture would take more memory than any picture of an article needs. */
export const isTooLargeToDecode = ({ width, height }: PictureSize): boolean => width * height > MOST_PIXELS;

/** Brands of ISO base media files (AV1 Image File Format, 6) that browsers show: still pictures and sequences. */
const AVIF_BRANDS: ReadonlySet<string> = new Set(['avif', 'avis']);

/** The raster type the bytes begin like, whatever a server called them; absent for all else, SVG and HTML included. */
export function sniffPictureType(bytes: Uint8Array): PictureType | undefined {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (/^GIF8[79]a$/.test(textAt(bytes, 0, 6))) return 'image/gif';
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return 'image/webp';
  if (textAt(bytes, 4, 4) === 'ftyp' && brandsOf(bytes).some((brand) => AVIF_BRANDS.has(brand))) return 'image/avif';
  return undefined;
}

/** Reads the size from the header without decoding; absent if the header is cut off or says nothing usable. */
export function readPictureSize(bytes: Uint8Array, type: PictureType): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = SIZE_READERS[type](view, bytes);
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}

type ReadSize = (view: DataView, bytes: Uint8Array) => PictureSize | undefined;

const SIZE_READERS: { readonly [type in PictureType]: ReadSize } = {
  'image/png': (view, bytes) =>
    has(view, 24) && textAt(bytes, 12, 4) === 'IHDR'
      ? { width: view.getUint32(16), height: view.getUint32(20) }
      : undefined,
  'image/gif': (view) =>
    has(view, 10) ? { width: view.getUint16(6, true), height: view.getUint16(8, true) } : undefined,
  'image/jpeg': (view) => readJpegSize(view),
  'image/webp': (view, bytes) => readWebpSize(view, bytes),
  'image/avif': (view, bytes) => readAvifSize(view, bytes),
};

/** Walks the segments to the first frame header, SOF0 to SOF15 (ITU T.81, B.1.1.3) without DHT, JPG and DAC. */
function readJpegSize(view: DataView): PictureSize | undefined {
  let offset = 2;
  while (has(view, offset + 4)) {
    if (view.getUint8(offset) !== 0xff) return undefined;
    const marker = view.getUint8(offset + 1);
    const isFill = marker === 0xff;
    const standsAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
    if (isFill || standsAlone) {
      offset += isFill ? 1 : 2;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) {
      return has(view, offset + 9)
        ? { width: view.getUint16(offset + 7), height: view.getUint16(offset + 5) }
        : undefined;
    }
    const isScanOrEnd = marker === 0xda || marker === 0xd9;
    const length = view.getUint16(offset + 2);
    if (isScanOrEnd || length < 2) return undefined;
    offset += 2 + length;
  }
  return undefined;
}

/** The three first chunks of RFC 9649: extended, lossless, lossy. */
function readWebpSize(view: DataView, bytes: Uint8Array): PictureSize | undefined {
  if (!has(view, 30)) return undefined;
  switch (textAt(bytes, 12, 4)) {
    case 'VP8X':
      return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    default:
      return undefined;
  }
}

/** How far into a file its `meta` box is looked for; it stands before the picture data. */
const AVIF_HEADER_BYTES = 64 * 1024;

/**
 * The largest `ispe` property: a file holds one for each item, thumbnails and tiles included. Finding it by its name
 * instead of walking the boxes costs exactness only in files made to mislead, which mislead about layout and no more.
 */
function readAvifSize(view: DataView, bytes: Uint8Array): PictureSize | undefined {
  const end = Math.min(bytes.length, AVIF_HEADER_BYTES) - 16;
  let largest: PictureSize | undefined;
  for (let offset = bytes.indexOf(0x69); offset >= 0 && offset <= end; offset = bytes.indexOf(0x69, offset + 1)) {
    if (textAt(bytes, offset, 4) !== 'ispe') continue;
    const size = { width: view.getUint32(offset + 8), height: view.getUint32(offset + 12) };
    if (largest === undefined || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}

function brandsOf(bytes: Uint8Array): readonly string[] {
  const boxSize = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
  const end = Math.min(boxSize, bytes.length, 256);
  const brands = [textAt(bytes, 8, 4)];
  // The four bytes after the major brand are its version.
  for (let offset = 16; offset + 4 <= end; offset += 4) brands.push(textAt(bytes, offset, 4));
  return brands;
}

function has(view: DataView, byteCount: number): boolean {
  return view.byteLength >= byteCount;
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function textAt(bytes: Uint8Array, offset: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + length));
}

function uint24(view: DataView, offset: number): number {
  return view.getUint16(offset, true) + view.getUint8(offset + 2) * 0x10000;
}
