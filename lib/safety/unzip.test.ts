import { deflateSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32 } from './crc32.ts';
import { IMPORT_ZIP_LIMITS, openZip } from './unzip.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const bytesOf = (text: string): Bytes => new TextEncoder().encode(text);
const zip = (files: Readonly<Record<string, Uint8Array>>): Bytes => zipSync(files) as Bytes;
const open = (bytes: Bytes, limits = IMPORT_ZIP_LIMITS) => openZip(new Blob([bytes]), limits);

interface Made {
  readonly name: string;
  readonly data: Bytes;
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
  readonly attributes?: number;
  readonly sharesFirst?: boolean;
  /** Writes sizes and offset as Zip64 does. */
  readonly isLarge?: boolean;
}

const NO_32 = 0xffffffff;

/** Writes zips as no tool does. */
function make(entries: readonly Made[]): Bytes {
  const parts: Bytes[] = [];
  const directory: Bytes[] = [];
  let at = 0;
  for (const made of entries) {
    const { name, data, size = data.length, crc = crc32(data), flags = 0, attributes = 0, sharesFirst, isLarge } = made;
    const packed = deflateSync(data) as Bytes;
    const head = new DataView(new ArrayBuffer(30));
    head.setUint32(0, 0x04034b50, true);
    head.setUint16(26, name.length, true);
    const entry = new DataView(new ArrayBuffer(46));
    entry.setUint32(0, 0x02014b50, true);
    entry.setUint16(4, 0x031e, true);
    entry.setUint16(8, flags, true);
    entry.setUint16(10, 8, true);
    entry.setUint32(16, crc, true);
    entry.setUint32(20, packed.length, true);
    entry.setUint32(24, size, true);
    entry.setUint16(28, name.length, true);
    entry.setUint32(38, attributes, true);
    entry.setUint32(42, sharesFirst ? 0 : at, true);
    directory.push(new Uint8Array(entry.buffer), bytesOf(name));
    if (isLarge) directory.push(largeField(entry));
    if (sharesFirst) continue;
    parts.push(new Uint8Array(head.buffer), bytesOf(name), packed);
    at += 30 + name.length + packed.length;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, length, true);
  end.setUint32(16, at, true);
  return new Uint8Array([...parts, ...directory, new Uint8Array(end.buffer)].flatMap((part) => [...part]));
}

/** Moves sizes and offset into the extra field, behind a field that is none of ours (APPNOTE 4.5.3). */
function largeField(entry: DataView): Bytes {
  const field = new DataView(new ArrayBuffer(6 + 28));
  field.setUint16(0, 0x5455, true);
  field.setUint16(2, 2, true);
  field.setUint16(6, 1, true);
  field.setUint16(8, 24, true);
  for (const [index, place] of [24, 20, 42].entries()) {
    field.setBigUint64(10 + index * 8, BigInt(entry.getUint32(place, true)), true);
    entry.setUint32(place, NO_32, true);
  }
  entry.setUint16(30, field.byteLength, true);
  return new Uint8Array(field.buffer);
}

/** Puts the end record of Zip64 and its locator before the end of a zip (APPNOTE 4.3.14 and 4.3.15). */
function withLargeEnd(zipped: Bytes, spoil?: (end: DataView, locator: DataView) => void): Bytes {
  const rest = zipped.slice(0, -22);
  const end = new DataView(zipped.slice(-22).buffer);
  const large = new DataView(new ArrayBuffer(56));
  large.setUint32(0, 0x06064b50, true);
  large.setBigUint64(32, BigInt(end.getUint16(10, true)), true);
  large.setBigUint64(40, BigInt(end.getUint32(12, true)), true);
  large.setBigUint64(48, BigInt(end.getUint32(16, true)), true);
  end.setUint16(10, 0xffff, true);
  end.setUint32(12, NO_32, true);
  end.setUint32(16, NO_32, true);
  const locator = new DataView(new ArrayBuffer(20));
  locator.setUint32(0, 0x07064b50, true);
  locator.setBigUint64(8, BigInt(rest.length), true);
  spoil?.(large, locator);
  return new Uint8Array([...rest, ...[large, locator, end].flatMap(({ buffer }) => [...new Uint8Array(buffer)])]);
}

async function readAll(bytes: Bytes, limits = IMPORT_ZIP_LIMITS) {
  const opened = await open(bytes, limits);
  if (opened.status === 'refused') return opened.why;
  const read = await Promise.all(
    opened.entries.map(async (entry) => {
      const result = await entry.read();
      return result.status === 'read' ? new TextDecoder().decode(result.bytes) : result.why;
    }),
  );
  return [...read, ...opened.refused.map(({ why }) => why)];
}

describe('openZip', () => {
  it('reads what a zip holds, and passes over folders and what macOS adds', async () => {
    const files = {
      'a/b.txt': bytesOf('one'),
      'c.txt': bytesOf('two'),
      'd/': bytesOf(''),
      '__MACOSX/._c': bytesOf('x'),
    };
    expect(await readAll(zip(files))).toEqual(['one', 'two']);
  });

  it('keeps both of two entries with one name', async () => {
    const entries = ['first', 'second'].map((text) => ({ name: 'a.html', data: bytesOf(text) }));
    expect(await readAll(make(entries))).toEqual(['first', 'second']);
  });

  it('counts what really comes out, whatever the header says', async () => {
    const data = new Uint8Array(8 * 1024 * 1024);
    expect(await readAll(make([{ name: 'a.json', data, size: 10 }]))).toEqual(['suspicious-ratio']);
    const noise = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) & 255);
    expect(await readAll(make([{ name: 'a', data: noise }]), { ...IMPORT_ZIP_LIMITS, entryBytes: 4999 })).toEqual([
      'too-large',
    ]);
  });

  it('takes small files however well they pack, and large ones that pack as texts do', async () => {
    const blank = new Uint8Array(900 * 1024);
    const digits = Uint8Array.from({ length: 1_500_000 }, (_, index) => 48 + (Math.imul(index, 2654435761) >>> 29));
    const zipped = make([
      { name: 'blank', data: blank },
      { name: 'digits', data: digits },
    ]);
    const texts = [blank, digits].map((data) => new TextDecoder().decode(data));
    // As one sentence: of a difference in a megabyte nobody would see the end.
    expect((await readAll(zipped)).toString() === texts.toString()).toBe(true);
  });

  it('takes what is as large as a limit allows, to the byte', async () => {
    const entries = ['a', 'b'].map((name) => ({ name, data: bytesOf('123456') }));
    const limits = { entries: 2, entryBytes: 8, totalBytes: 14, ratio: 200 };
    expect(await readAll(make(entries), limits)).toEqual(['123456', '123456']);
    expect(await readAll(make([{ name: 'x'.repeat(1024), data: bytesOf('a') }]))).toEqual(['a']);
    expect(await readAll(make([{ name: 'x'.repeat(1025), data: bytesOf('a') }]))).toEqual(['unsafe-name']);
  });

  it('passes over what macOS adds in each folder, and nothing that is only called alike', async () => {
    const files = { '.DS_Store': 'x', 'a/.DS_Store': 'x', 'a.DS_Store': 'one', '.DS_Store.txt': 'two' };
    expect(await readAll(make(Object.entries(files).map(([name, text]) => ({ name, data: bytesOf(text) }))))).toEqual([
      'one',
      'two',
    ]);
  });

  it('stops at the budget for the whole zip', async () => {
    const entries = ['a', 'b', 'c'].map((name) => ({ name, data: bytesOf('123456') }));
    expect(await readAll(make(entries), { ...IMPORT_ZIP_LIMITS, totalBytes: 13 })).toContain('too-large');
  });

  it('refuses entries that share their bytes', async () => {
    const entries = [0, 1, 2].map((index) => ({ name: `f${index}`, data: bytesOf('text'), sharesFirst: index > 0 }));
    expect(await readAll(make(entries))).toBe('overlapping');
  });

  it('refuses more entries than the limit', async () => {
    const entries = ['a', 'b'].map((name) => ({ name, data: bytesOf('x') }));
    expect(await readAll(make(entries), { ...IMPORT_ZIP_LIMITS, entries: 1 })).toBe('too-many-entries');
  });

  it.each(['../x', '..\\x', '/abs', 'C:\\x', 'a/../../b', 'ok/../x', 'nul\0.html', '\\share', 'x'.repeat(1025)])(
    'refuses the name %j',
    async (name) => {
      expect(await readAll(make([{ name, data: bytesOf('x') }]))).toEqual(['unsafe-name']);
    },
  );

  it('names links, passwords and damage, and reads the rest', async () => {
    const data = bytesOf('x');
    const entries = [
      { name: 'link', data, attributes: 0xa1ff0000 },
      { name: 'locked', data, flags: 1 },
      { name: 'damaged', data, crc: 1 },
      { name: 'good', data },
    ];
    expect(await readAll(make(entries))).toEqual(['damaged', 'x', 'link', 'encrypted']);
  });

  it('reads Zip64', async () => {
    const entries = ['one', 'two'].map((text) => ({ name: text, data: bytesOf(text), isLarge: true }));
    expect(await readAll(make(entries))).toEqual(['one', 'two']);
    expect(await readAll(withLargeEnd(make(entries)))).toEqual(['one', 'two']);
    expect(await readAll(withLargeEnd(make([{ name: 'a', data: bytesOf('a') }])))).toEqual(['a']);
  });

  it('refuses Zip64 that leads nowhere', async () => {
    const whole = make([{ name: 'a', data: bytesOf('a') }]);
    const nowhere = (_end: DataView, locator: DataView) => locator.setBigUint64(8, 1n << 40n, true);
    expect(await readAll(withLargeEnd(whole, nowhere))).toBe('damaged');
    expect(await readAll(withLargeEnd(whole, (end) => end.setUint32(0, 7, true)))).toBe('damaged');
    expect(await readAll(withLargeEnd(whole, (end) => end.setBigUint64(40, 1n << 40n, true)))).toBe('damaged');
    expect(await readAll(withLargeEnd(whole, (_end, locator) => locator.setUint32(0, 7, true)))).toBe(
      'too-many-entries',
    );
    expect(await readAll(withLargeEnd(whole, (end) => end.setBigUint64(32, 2n, true)))).toBe('damaged');
  });

  it('takes a field that is too short for what it should say as nothing', async () => {
    const zipped = make([{ name: 'a', data: bytesOf('a'), isLarge: true }]);
    const view = new DataView(zipped.buffer);
    const at = zipped.length - 22 - 24 - 4;
    expect(view.getUint16(at, true)).toBe(1);
    view.setUint16(at + 2, 4, true);
    expect(await readAll(zipped)).toEqual(['damaged']);
  });

  it('counts entries even where the end says that there are fewer', async () => {
    const zipped = make(['a', 'b'].map((name) => ({ name, data: bytesOf(name) })));
    new DataView(zipped.buffer).setUint16(zipped.length - 12, 1, true);
    expect(await readAll(zipped, { ...IMPORT_ZIP_LIMITS, entries: 1 })).toBe('too-many-entries');
  });

  it('stops at a name that reaches past the directory', async () => {
    const zipped = make([{ name: 'a', data: bytesOf('a') }]);
    new DataView(zipped.buffer).setUint16(zipped.length - 22 - 47 + 28, 99, true);
    expect(await readAll(zipped)).toBe('damaged');
  });

  it('is not led astray by the four bytes of an end within its comment', async () => {
    const zipped = make([{ name: 'a', data: bytesOf('a') }]);
    const comment = [0x50, 0x4b, 5, 6, ...Array<number>(30).fill(1)];
    new DataView(zipped.buffer).setUint16(zipped.length - 2, comment.length, true);
    expect(await readAll(new Uint8Array([...zipped, ...comment]))).toEqual(['a']);
  });

  it('reads what is stored as it is, and nothing that is packed in another way', async () => {
    const stored = zipSync({ a: [bytesOf('plain'), { level: 0 }] }) as Bytes;
    expect(await readAll(stored)).toEqual(['plain']);
    const view = new DataView(stored.buffer);
    view.setUint16(stored.length - 22 - 47 + 10, 12, true);
    expect(await readAll(stored)).toEqual(['unknown-method']);
  });

  it('names data that is not packed at all', async () => {
    const zipped = make([{ name: 'a', data: bytesOf('some words to pack') }]);
    zipped.fill(0xff, 31, 40);
    expect(await readAll(zipped)).toEqual(['damaged']);
  });

  it('refuses an entry that is larger than the limit even when packed', async () => {
    const entries = [{ name: 'a', data: bytesOf('text') }];
    expect(await readAll(make(entries), { ...IMPORT_ZIP_LIMITS, entryBytes: 1 })).toEqual(['too-large']);
  });

  it('refuses what is cut off', async () => {
    const whole = make([{ name: 'a', data: bytesOf('text') }]);
    for (let length = 0; length < whole.length; length++) {
      const read = await readAll(whole.slice(0, length));
      expect(read).toBe('damaged');
    }
  });
});
