import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readImport } from './read-import.ts';
import { SAMPLES } from './samples/samples.ts';

/** `npm run check:import-fuzz` plays many times as many, and cuts at every place. */
const TIMES = Number(process.env['FUZZ_TIMES'] ?? 1);
const seed = process.env['FUZZ_SEED'] === undefined ? {} : { seed: Number(process.env['FUZZ_SEED']) };

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
      { numRuns: 40 * TIMES, ...seed },
    );
  });
});

const sets = SAMPLES.filter(({ files }) => Object.keys(files).length > 1);
type Files = Readonly<Record<string, BlobPart>>;
const drop = (files: Files) =>
  readImport(Object.entries(files).map(([path, part]) => ({ path, blob: new Blob([part]) })));

describe.each(sets.map((sample) => [sample.format, sample.files] as const))('%s of several files', (_, files) => {
  const names = Object.keys(files);

  it('tells of a part that is cut off, and loses nothing of the others', async () => {
    for (const name of names) {
      const { [name]: text = '', ...others } = files;
      const without = (await drop(others)).items.map(({ url }) => url);
      for (let length = 1; length < text.length; length += TIMES > 1 ? 1 : 11) {
        const result = await drop({ ...files, [name]: text.slice(0, length) });
        expect(result.items.map(({ url }) => url)).toEqual(expect.arrayContaining(without));
      }
    }
  });

  it('gives the same in every encoding and with every end of line', async () => {
    const plain = itemsOf(await drop(files)).toSorted();
    const variants: readonly ((text: string) => BlobPart)[] = [
      (text) => `\ufeff${text}`,
      (text) => utf16(text, true),
      (text) => text.replaceAll('\n', '\r\n'),
      (text) => text.replaceAll('\n', '\r'),
    ];
    for (const variant of variants) {
      const changed = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, variant(text)]));
      expect(itemsOf(await drop(changed)).toSorted()).toEqual(plain);
    }
  });

  it('survives bytes changed at random in any part, and a zip of them cut off anywhere', async () => {
    const zip = zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, utf8(text)])));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.nat(), fc.nat(255), fc.nat(), async (name, at, value, cut) => {
        const bytes = utf8(files[name] ?? '');
        bytes[at % bytes.length] = value;
        for (const { url } of (await drop({ ...files, [name]: bytes })).items)
          expect(new URL(url).protocol).toMatch(/^https?:$/);
        const part = zip.slice(0, 1 + (cut % (zip.length - 1))) as Uint8Array<ArrayBuffer>;
        expect((await read('export.zip', part)).rejected.length).toBeGreaterThan(0);
      }),
      { numRuns: 15 * TIMES, ...seed },
    );
  });
});

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

describe('Latin-1', () => {
  const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const title = 'Café naïve ß';
  it.each([
    ['x.csv', `title,url,time_added,tags,status\n${title},https://lamp.example/a,1600000000,,unread\n`],
    ['x.json', JSON.stringify([{ url: 'https://lamp.example/a', title, addedAt: 1, starred: false }])],
    ['x.html', `<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p><DT><A HREF="https://lamp.example/a">${title}</A></DL>`],
    ['x.txt', `https://lamp.example/a | ${title}\n`],
    ['x.md', `---\ntitle: "${title}"\nsource: https://lamp.example/a\n---\nText`],
  ])('is read as what it is: %s', async (path, text) => {
    expect((await read(path, latin1(text))).items).toMatchObject([{ title }]);
  });

  it('is not taken for what says it is something else', async () => {
    const bytes = latin1(
      '<META charset="windows-1251"><DL><DT><A HREF="https://lamp.example/a">\u00cb\u00e0\u00ec\u00ef\u00e0</A>',
    );
    expect((await read('x.html', bytes)).items).toMatchObject([{ title: 'Лампа' }]);
  });
});

/** Where the records of a document stand. */
function recordsIn(json: unknown): unknown[] | undefined {
  if (Array.isArray(json)) return json;
  const lists = Object.values(json as object).filter((value): value is unknown[] => Array.isArray(value));
  return (
    lists.find((list) => list.some((record) => typeof record === 'object' && record !== null && 'content' in record)) ??
    lists[0]
  );
}

describe('nothing is lost without a word', () => {
  const tables = singles.filter(([format]) => /csv$/.test(format));
  it.each(tables)('rows put in anywhere are items or told: %s', async (_, path, text) => {
    const base = countOf(await read(path, text));
    const lines = text.trimEnd().split('\n');
    // Between the header and the first row is a place that is surely between rows.
    const row = fc.string({
      unit: fc.constantFrom('a', ',', '=', ' ', 'é', '1', ':', '/'),
      minLength: 1,
      maxLength: 30,
    });
    const visible = row.filter((one) => one.trim() !== '');
    await fc.assert(
      fc.asyncProperty(fc.array(visible, { maxLength: 5 }), async (rows) => {
        const result = await read(path, [lines[0], ...rows, ...lines.slice(1), ''].join('\n'));
        expect(countOf(result)).toBe(base + rows.length);
      }),
      { numRuns: 25 * TIMES, ...seed },
    );
  });

  it('goes on line by line after many broken quotation marks', async () => {
    const rows = Array.from({ length: 60 }, (_, n) => `"open ${n},https://lamp.example/${n}`);
    const good = Array.from({ length: 60 }, (_, n) => `T${n},https://lamp.example/good${n}`);
    const text = ['title,url', ...rows.flatMap((bad, n) => [bad, good[n]]), ''].join('\n');
    const result = await read('x.csv', text);
    expect(result.items).toHaveLength(60);
    expect(result.rejected).toHaveLength(60);
  });

  const documents = singles.filter(([format, path]) => /json$/.test(path) && !/bookmarks-json|linkwarden/.test(format));
  it.each(documents)('records of any kind put in anywhere are items or told: %s', async (format, path, text) => {
    const base = countOf(await read(path, text));
    const junk = fc.constantFrom<unknown>(null, 5, 'x', [], {}, { url: 5 }, { url: 'javascript:x' }, true);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(junk, fc.nat(9)), { maxLength: 4 }), async (puts) => {
        const json: unknown = JSON.parse(text);
        const records = recordsIn(json);
        for (const [record, at] of puts) records?.splice(at, 0, record);
        const result = await read(path, JSON.stringify(json));
        if (result.format === format) expect(countOf(result)).toBe(base + puts.length);
        else expect(result.rejected.length).toBeGreaterThan(0);
      }),
      { numRuns: 20 * TIMES, ...seed },
    );
  });
});

describe('any bytes', () => {
  it('in a file that is called a zip are said to be none, with what is safe and what to do', async () => {
    const { rejected } = await read(
      'export.zip',
      Uint8Array.from({ length: 300 }, (_, n) => (n * 151 + 7) % 256),
    );
    expect(rejected).toMatchObject([
      { reason: 'unknown-format', detail: expect.stringMatching(/no zip .*library was not changed; download/) },
    ]);
  });

  it.each(['x.csv', 'x.json', 'x.html', 'x.zip', 'x.md', 'x.txt', 'x.rdf'])(
    'are told, never thrown: %s',
    async (path) => {
      const start = fc.constantFrom('', 'PK\u0003\u0004', '{"', '[{', '<', '---\n', 'url,title\n', '<DL><DT><A HREF=');
      await fc.assert(
        fc.asyncProperty(start, fc.uint8Array({ minLength: 1, maxLength: 300 }), async (begin, bytes) => {
          await expect(read(path, new Blob([begin, bytes as Uint8Array<ArrayBuffer>]))).resolves.toBeDefined();
        }),
        { numRuns: 120 * TIMES, ...seed },
      );
    },
  );
});
