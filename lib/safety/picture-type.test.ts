import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PictureType } from '../article/picture.ts';
import { isTooLargeToDecode, readPictureSize, sniffPictureType } from './picture-type.ts';

/** Joins text (one byte a character) and numbers into bytes. */
function bytesOf(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((character) => character.charCodeAt(0)) : part)),
  );
}
const big16 = (value: number) => [value >> 8, value & 255];
const big32 = (value: number) => [...big16(value >>> 16), ...big16(value & 0xffff)];
const little16 = (value: number) => big16(value).toReversed();
const little24 = (value: number) => [...little16(value & 0xffff), value >> 16];
const little32 = (value: number) => big32(value).toReversed();
const zeros = (count: number) => Array<number>(count).fill(0);

const png = (width: number, height: number) =>
  bytesOf([0x89], 'PNG\r\n\x1a\n', big32(13), 'IHDR', big32(width), big32(height), [8, 6, 0, 0, 0]);
const gif = (width: number, height: number) => bytesOf('GIF89a', little16(width), little16(height), [0, 0, 0]);
const jpeg = (width: number, height: number, frameMarker = 0xc0) =>
  bytesOf(
    [0xff, 0xd8],
    [0xff, 0xe1, ...big16(10)],
    'Exif\0\0\xff\xc0',
    [0xff, 0xff, 0xdb, ...big16(4), 1, 2],
    [0xff, 0xc4, ...big16(3), 9],
    [0xff, frameMarker, ...big16(17), 8, ...big16(height), ...big16(width), 3],
  );
const webp = (chunk: string, ...payload: readonly (readonly number[])[]) =>
  bytesOf('RIFF', little32(40), 'WEBP', chunk, little32(22), payload.flat(), zeros(8));
const lossy = (width: number, height: number) =>
  webp('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a], little16(width | 0x4000), little16(height));
const lossless = (width: number, height: number) =>
  webp('VP8L', [0x2f], little32(width - 1 + (height - 1) * 0x4000 + 0x10000000));
const extended = (width: number, height: number) => webp('VP8X', zeros(4), little24(width - 1), little24(height - 1));
const sized = (width: number, height: number) => bytesOf(big32(20), 'ispe', zeros(4), big32(width), big32(height));
const avif = (width: number, height: number) =>
  bytesOf(
    big32(24),
    'ftyp',
    'mif1',
    zeros(4),
    'mif1avif',
    big32(99),
    'meta',
    [...sized(64, 64)],
    [...sized(width, height)],
  );

const MAKERS: readonly (readonly [string, PictureType, (width: number, height: number) => Uint8Array, number])[] = [
  ['PNG', 'image/png', png, 100_000],
  ['GIF', 'image/gif', gif, 65_535],
  ['JPEG', 'image/jpeg', jpeg, 65_535],
  ['progressive JPEG', 'image/jpeg', (width, height) => jpeg(width, height, 0xc2), 65_535],
  ['lossy WebP', 'image/webp', lossy, 16_383],
  ['lossless WebP', 'image/webp', lossless, 16_384],
  ['extended WebP', 'image/webp', extended, 100_000],
];

describe.each(MAKERS)('%s', (_name, type, make, largest) => {
  it('is told by its bytes and gives any size it can hold', () => {
    const side = fc.integer({ min: 1, max: largest });
    fc.assert(
      fc.property(side, side, (width, height) => {
        expect(sniffPictureType(make(width, height))).toBe(type);
        expect(readPictureSize(make(width, height), type)).toEqual({ width, height });
      }),
    );
  });

  it('gives no size when cut off, and never reads beyond its end', () => {
    const whole = make(640, 480);
    for (let length = 0; length < whole.length; length++) {
      const surroundings = new Uint8Array(whole.length + 100).fill(0xff);
      surroundings.set(whole.subarray(0, length), 50);
      const size = readPictureSize(surroundings.subarray(50, 50 + length), type);
      expect([undefined, 640]).toContain(size?.width);
    }
    expect(readPictureSize(whole.subarray(0, 9), type)).toBeUndefined();
  });

  it('gives no size of nothing', () => {
    expect(readPictureSize(new Uint8Array(64), type)).toBeUndefined();
  });
});

describe('a size', () => {
  it('is too large from a hundred million pixels on', () => {
    expect(isTooLargeToDecode({ width: 10_000, height: 10_000 })).toBe(false);
    expect(isTooLargeToDecode({ width: 10_000, height: 10_001 })).toBe(true);
    expect(isTooLargeToDecode({ width: 1, height: 4_000_000_000 })).toBe(true);
  });
});

describe('JPEG', () => {
  it('has no size where its frame is cut off, its scan comes first, or a segment has no length', () => {
    const start = [0xff, 0xd8];
    const cut = bytesOf(start, [0xff, 0xc0, ...big16(17), 8, ...big16(480)]);
    const scan = bytesOf(start, [0xff, 0xda, ...big16(8)], zeros(8));
    const empty = bytesOf(start, [0xff, 0xe1, ...big16(0)], zeros(20));
    const noMarker = bytesOf(start, zeros(20));
    for (const bytes of [cut, scan, empty, noMarker]) expect(readPictureSize(bytes, 'image/jpeg')).toBeUndefined();
  });

  it('passes markers that stand alone', () => {
    const bytes = bytesOf(
      [0xff, 0xd8, 0xff, 0x01, 0xff, 0xd0],
      [0xff, 0xc0, ...big16(17), 8, ...big16(4), ...big16(3), 3],
    );
    expect(readPictureSize(bytes, 'image/jpeg')).toEqual({ width: 3, height: 4 });
  });
});

describe('AVIF', () => {
  it('is told by a compatible brand and gives the size of its largest item', () => {
    expect(sniffPictureType(avif(1600, 900))).toBe('image/avif');
    expect(readPictureSize(avif(1600, 900), 'image/avif')).toEqual({ width: 1600, height: 900 });
  });

  it('gives the largest size, also where a smaller one comes after it', () => {
    const bytes = bytesOf([...avif(1600, 900)], [...sized(32, 32)], zeros(16));
    expect(readPictureSize(bytes, 'image/avif')).toEqual({ width: 1600, height: 900 });
  });

  it('is told by a major brand', () => {
    expect(sniffPictureType(bytesOf(big32(16), 'ftypavis', zeros(4)))).toBe('image/avif');
  });
});

describe('sniffPictureType', () => {
  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"></svg>'],
    ['a page', '<!doctype html><title>Not found</title>'],
    ['a page that begins like a GIF', 'GIF88a<script>'],
    ['a sound file', 'RIFF\0\0\0\0WAVEfmt '],
    ['a film', '\0\0\0\x18ftypisom\0\0\0\0isommp42'],
    ['a HEIC photograph', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
    ['a brand behind the end of its box', '\0\0\0\x10ftypheic\0\0\0\0avif'],
    ['a bitmap', 'BM\0\0\0\0'],
    ['nothing', ''],
  ])('knows no picture in %s', (_what, text) => {
    expect(sniffPictureType(bytesOf(text))).toBeUndefined();
  });

  it('takes any bytes without failing', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 80 }),
        fc.constantFrom(...MAKERS.map(([, type]) => type)),
        (bytes, type) => {
          sniffPictureType(bytes);
          const size = readPictureSize(bytes, type);
          if (size) expect(Math.min(size.width, size.height)).toBeGreaterThan(0);
        },
      ),
    );
  });
});
