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
}

/** Writes zips as no tool does. */
function make(entries: readonly Made[]): Bytes {
  const parts: Bytes[] = [];
  const directory: Bytes[] = [];
  let at = 0;
  for (const { name, data, size = data.length, crc = crc32(data), flags = 0, attributes = 0, sharesFirst } of entries) {
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

  it('refuses what is cut off', async () => {
    const whole = make([{ name: 'a', data: bytesOf('text') }]);
    for (let length = 0; length < whole.length; length++) {
      const read = await readAll(whole.slice(0, length));
      expect(read).toBe('damaged');
    }
  });
});
