import { describe, expect, it } from 'vitest';
import { previewOf } from './preview.ts';
import { readImport } from './read-import.ts';
import { readText } from './read-text.ts';
import { timeOfText } from './values.ts';

const drop = (files: Readonly<Record<string, BlobPart>>) =>
  readImport(Object.entries(files).map(([path, content]) => ({ path, blob: new Blob([content]) })));

/** One in the other, so many times. */
const nest = (times: number, wrap: (inner: unknown) => unknown, innermost: unknown): unknown => {
  let value = innermost;
  for (let n = 0; n < times; n++) value = wrap(value);
  return value;
};

describe('folders that nest without end', () => {
  it('are told, and what stands beside them comes in', async () => {
    const beside = { type: 'url', url: 'https://deep.example/beside', name: 'Beside' };
    const chrome = nest(300, (inner) => ({ type: 'folder', name: 'f', children: [inner] }), {
      ...beside,
      url: 'https://deep.example/lost',
    });
    const CONTAINER = 'text/x-moz-place-container';
    const fox = nest(300, (inner) => ({ type: CONTAINER, title: 'f', children: [inner] }), {
      uri: 'https://deep.example/lost',
    });
    for (const document of [
      { roots: { bookmark_bar: { children: [chrome, beside] }, other: {} } },
      { type: CONTAINER, children: [fox, { uri: beside.url }] },
    ]) {
      const { items, rejected } = await drop({ 'bookmarks.json': JSON.stringify(document) });
      expect(items.map(({ url }) => url)).toEqual([beside.url]);
      expect(rejected).toMatchObject([{ reason: 'malformed-record', detail: 'Its folders nest too deep.' }]);
    }
  });
});

describe('highlights in a table of their own', () => {
  it('join each the first row of their document, by address or title, and stand for it where there is none', async () => {
    const { items, rejected } = await drop({
      'documents.csv':
        'Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\nOne,https://rw.example/1,x,[],2024-05-06,0,archive,True\nOne,https://rw.example/1,y,[],2024-05-07,0,new,True\n,javascript:0,z,[],,0,new,True\n',
      'highlights.csv':
        'Highlight,Title,Author,URL,Note,Color,Tags,Highlighted at\nby address,?,Ann Oak,https://rw.example/1,why,blue,"a, b",2024-05-06\nby title,One,,,,,,\nalone,Two,,https://rw.example/2,,,,\nof nobody,Three,,,,,,\n',
    });
    expect(items).toMatchObject([
      {
        url: 'https://rw.example/1',
        // One of the copies says that it is not.
        isArchived: false,
        copies: 2,
        highlights: [{ quote: 'by address', note: 'why', colour: 'blue', tags: ['a', 'b'] }, { quote: 'by title' }],
      },
      { url: 'https://rw.example/2', highlights: [{ quote: 'alone' }] },
    ]);
    expect(rejected.map(({ reason }) => reason)).toEqual(['unsupported-scheme', 'missing-url']);
  });
});

describe('an imported text', () => {
  it('gives its first heading, its words without scripts, and pictures of the web alone', () => {
    const html =
      '<h1>The <em>old</em>\n harbour</h1><p>Words.</p><script>not()</script><style>p{}</style><h1>Second</h1><img src="/relative.png"><img src="data:image/png;base64,x"><img><img src="https://a.example/1.png" alt="A"><img src="https://a.example/1.png">';
    const read = readText(html, 'https://a.example/page');
    expect(read).toMatchObject({ title: 'The old harbour', pictures: [{ url: 'https://a.example/1.png' }] });
    expect(read.text).not.toMatch(/not\(\)|p\{/);
    expect(readText('<p>Words</p>', 'https://a.example/')).not.toHaveProperty('title');
  });
});

describe('Omnivore', () => {
  it('keeps what it says of a page beside the text, and tells of what is no record', async () => {
    const { items, rejected } = await drop({
      'metadata.json': JSON.stringify([
        {
          slug: 'a',
          url: 'https://omni.example/1',
          savedAt: '2024-05-06',
          state: 'Active',
          publishedAt: '2024-05-05',
          description: 'About &amp; so',
          readingProgress: 200,
        },
        'noise',
      ]),
      'metadata_10_to_20.json': JSON.stringify([
        { slug: 'c', url: 'https://omni.example/3', savedAt: '2024-05-06', state: 'Active' },
      ]),
      'metadata_2_to_9.json': JSON.stringify([
        { slug: 'b', url: 'https://omni.example/2', savedAt: '2024-05-06', state: 'Active' },
      ]),
      'highlights/a.md': '> One\n> \n> two\n\nfirst\n\nsecond\n\n> Three',
    });
    expect(items).toMatchObject([
      {
        publishedAt: '2024-05-05',
        excerpt: 'About & so',
        notes: [],
        highlights: [{ quote: expect.stringContaining('One'), note: 'first\n\nsecond' }, { quote: 'Three' }],
      },
      // In the order of their numbers, not of their names.
      { url: 'https://omni.example/2' },
      { url: 'https://omni.example/3' },
    ]);
    expect(items[0]).not.toHaveProperty('progress');
    expect(rejected).toMatchObject([{ reason: 'malformed-record', index: 1 }]);
  });
});

describe('what is too large to read', () => {
  it('is told, and nothing of it is read', async () => {
    const small = new Blob(['words of a file']);
    const large = Object.create(small, {
      size: { value: 200 * 1024 * 1024 },
      slice: { value: () => small },
      arrayBuffer: { value: () => Promise.reject(new Error('It was read.')) },
    }) as Blob;
    const { rejected } = await readImport([{ path: 'large.txt', blob: large }]);
    expect(rejected).toMatchObject([
      { reason: 'unreadable-file', file: 'large.txt', detail: 'The file is larger than 128 MB.' },
    ]);
    const page = await drop({ 'page.html': `<!doctype html><title>L</title>${'x'.repeat(17 * 1024 * 1024)}` });
    expect(page.rejected).toMatchObject([{ reason: 'unreadable-file', detail: 'The page is larger than 16 MB.' }]);
  });
});

describe('dates and lists in other hands', () => {
  it('are read with their zones', () => {
    expect(timeOfText('2024-05-06T00:00:00-02:30')).toBe(Date.UTC(2024, 4, 6, 2, 30));
    expect(timeOfText('2024-05-06 00:00:00 +0230')).toBe(Date.UTC(2024, 4, 5, 21, 30));
    expect(timeOfText('1969-05-06')).toBeUndefined();
    expect(timeOfText('2300-01-01')).toBeUndefined();
  });

  it('are lists of addresses, but not where a note has properties', async () => {
    expect(
      (await drop({ 'list.txt': '- https://list.example/1\n2. https://list.example/2 two\n' })).items,
    ).toHaveLength(2);
    const note = await drop({ 'note.md': 'https://list.example/1\n---\nhttps://list.example/2\n' });
    expect(note.format).toBe('markdown-frontmatter');
    expect(previewOf(note).rejected).toMatchObject([{ reason: 'missing-url' }]);
  });
});
