import { describe, expect, it } from 'vitest';
import { openZip } from '../safety/unzip.ts';
import { type Bytes, createZipWriter } from './zip-writer.ts';

async function zipOf(write: (zip: ReturnType<typeof createZipWriter>) => Promise<void>) {
  const pieces: Bytes[] = [];
  const zip = createZipWriter(async (bytes) => void pieces.push(bytes));
  await write(zip);
  await zip.finish();
  return { pieces, blob: new Blob(pieces) };
}

describe('a zip that is written as a stream', () => {
  it('is handed on in lots, and is whole', async () => {
    const large = new Uint8Array(600_000).map((_, i) => (i * i) % 251);
    const { pieces, blob } = await zipOf(async (zip) => {
      for (const name of ['a', 'b', 'c']) await zip.add(name, large, false);
      await zip.add('ü.txt', new TextEncoder().encode('words '.repeat(1000)), true);
    });
    expect(pieces).toHaveLength(2);
    const opened = await openZip(blob);
    if (opened.status === 'refused') throw new Error(opened.why);
    expect(opened.entries.map(({ path }) => path)).toEqual(['a', 'b', 'c', 'ü.txt']);
    const [first] = opened.entries;
    expect(await first?.read()).toEqual({ status: 'read', bytes: large });
  });

  it('says in the newer form how many it holds, where the old one ends', async () => {
    const count = 65_536;
    const { blob } = await zipOf(async (zip) => {
      for (let n = 0; n < count; n++) await zip.add(String(n), new Uint8Array(0), false);
    });
    const end = new DataView(await blob.slice(-98).arrayBuffer());
    expect(end.getUint32(0, true)).toBe(0x06064b50);
    expect(end.getBigUint64(32, true)).toBe(BigInt(count));
    expect(end.getUint16(76 + 10, true)).toBe(0xffff);
    const limits = { entries: 100_000, entryBytes: 1, totalBytes: 1, ratio: 1 };
    expect(await openZip(blob, limits)).toMatchObject({ status: 'opened', entries: { length: count }, refused: [] });
  });
});
