import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readImport } from './read-import.ts';
import { SAMPLES } from './samples/samples.ts';

const singles = SAMPLES.filter(({ files }) => Object.keys(files).length === 1).map(({ format, files }) => {
  const [path = '', text = ''] = Object.entries(files)[0] ?? [];
  return [format, path, text] as const;
});

const read = (path: string, bytes: BlobPart) => readImport([{ path, blob: new Blob([bytes]) }]);
const countOf = ({ items, rejected }: Awaited<ReturnType<typeof readImport>>) =>
  items.reduce((sum, { copies }) => sum + copies, 0) + rejected.length;
const itemsOf = ({ items }: Awaited<ReturnType<typeof readImport>>) =>
  items.map(({ text: _, ...item }) => JSON.stringify(item).replaceAll('\\r', ''));

const utf16 = (text: string, isLittle: boolean): Uint8Array<ArrayBuffer> => {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2));
  view.setUint16(0, 0xfeff, isLittle);
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2 + 2, text.charCodeAt(index), isLittle);
  return new Uint8Array(view.buffer);
};

/** Formats that go on record by record: what stands whole before a cut must come out. */
const BY_RECORD = /csv$|^url-list$|^onetab$|jsonl$|^wacz$|^netscape|^pocket-html$/;

describe.each(singles)('%s', (format, path, text) => {
  it('tells of every file cut off at any place, and loses no whole record before the cut', async () => {
    let whole: readonly string[] = [];
    for (let length = 1; length <= text.length; length++) {
      const part = text.slice(0, length);
      const result = await read(path, part);
      if (BY_RECORD.test(format) && result.format === format) {
        const urls = result.items.map(({ url }) => url);
        expect(urls, part).toEqual(expect.arrayContaining([...whole]));
        if (part.endsWith('\n')) whole = urls;
      } else if (part.trimEnd().includes('\n')) {
        // More than a header: something is told, be it that the file is not understood.
        expect(countOf(result), part).toBeGreaterThan(0);
      }
    }
  });

  it('gives the same for every encoding and end of line', async () => {
    const plain = itemsOf(await read(path, text));
    const variants: BlobPart[] = [
      `\ufeff${text}`,
      utf16(text, true),
      utf16(text, false),
      text.replaceAll('\n', '\r\n'),
      text.replaceAll('\n', '\r'),
    ];
    for (const variant of variants) expect(itemsOf(await read(path, variant))).toEqual(plain);
  });

  it('survives bytes changed at random', async () => {
    const source = new TextEncoder().encode(text);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(source.length - 1), fc.nat(255)), { maxLength: 8 }),
        async (changes) => {
          const bytes = source.slice();
          for (const [at, value] of changes) bytes[at] = value;
          const result = await read(path, bytes);
          for (const { url } of result.items) expect(new URL(url).protocol).toMatch(/^https?:$/);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('any bytes', () => {
  it.each(['x.csv', 'x.json', 'x.html', 'x.zip', 'x.md', 'x.txt', 'x.rdf'])(
    'are told, never thrown: %s',
    async (path) => {
      const start = fc.constantFrom('', 'PK\u0003\u0004', '{"', '[{', '<', '---\n', 'url,title\n', '<DL><DT><A HREF=');
      await fc.assert(
        fc.asyncProperty(start, fc.uint8Array({ minLength: 1, maxLength: 300 }), async (begin, bytes) => {
          await expect(read(path, new Blob([begin, bytes as Uint8Array<ArrayBuffer>]))).resolves.toBeDefined();
        }),
        { numRuns: 120 },
      );
    },
  );
});
