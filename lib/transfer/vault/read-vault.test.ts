import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../article/content-hash.ts';
import { readImport } from '../import/read-import.ts';
import { openVault } from './read-vault.ts';

const HEAD = { format: 'lectern-vault', version: 1, schema: 5, articles: 1, lists: 1, changedAt: 1 };
const encode = (value: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)) as Uint8Array<ArrayBuffer>;

/** What a reader may have with an article, and rows that are none. */
const RECORD = {
  article: {
    id: 'a1',
    url: 'https://lamp.example/1',
    urlKey: 'https://lamp.example/1',
    title: 'One',
    versionId: 'v1',
    savedAt: 1e12,
  },
  reading: { articleId: 'a1', archivedAt: 5, favouriteAt: 6, progress: 0.5 },
  versions: [{ id: 'v0', bodyHash: 'b0' }, { id: 'v1', bodyHash: 'b1' }, 'noise'],
  bodies: [{ hash: 'b0', html: '<p>Old.</p>' }, { hash: 'b1', html: '<p>New.</p>' }, 7],
  entries: [{ listId: 'l1' }, { listId: 'l2' }, { listId: 'l1', removedAt: 5 }, null],
  taggings: [{ label: 'Sea' }, { label: 7 }, { label: 'gone', removedAt: 5 }],
  note: { text: 'Mine' },
  pictures: [],
  more: {
    highlights: [
      { quote: { exact: 'New', prefix: '', suffix: '.' }, note: 'why', colour: 'rose', createdAt: 1e12 },
      { quote: { exact: 'bare' } },
      { quote: { exact: 'deleted' }, deletedAt: 5 },
      { quote: 'none' },
      'noise',
    ],
  },
};
const LISTS = {
  lists: [{ id: 'l1', name: 'Winter' }, { id: 'l2', name: 'Gone', deletedAt: 5 }, { id: 'l3' }, 'noise'],
};
const PATH = 'articles/One a1/article.json';

async function vaultOf(changes: Readonly<Record<string, unknown>> = {}, spoil: Readonly<Record<string, unknown>> = {}) {
  const content: Record<string, unknown> = { 'vault.json': HEAD, 'lists.json': LISTS, [PATH]: RECORD, ...changes };
  const files = Object.fromEntries(
    Object.entries(content).flatMap(([path, value]) => (value === undefined ? [] : [[path, encode(value)] as const])),
  );
  const sums = await Promise.all(
    Object.entries(files).map(async ([path, bytes]) => `${await contentHash(bytes)}  ${path}\n`),
  );
  const spoiled = Object.fromEntries(
    Object.entries({ 'checksums.sha256': sums.join(''), ...spoil }).flatMap(([path, value]) =>
      value === undefined ? [] : [[path, encode(value)] as const],
    ),
  );
  return new Blob([zipSync({ ...files, ...spoiled }) as Uint8Array<ArrayBuffer>]);
}

async function readAll(blob: Blob) {
  const vault = await openVault(blob, 5);
  if (vault.status !== 'opened') throw new Error(vault.status);
  const entries: unknown[] = [];
  for await (const entry of vault.articles()) entries.push(entry);
  return { vault, entries };
}

describe('a vault', () => {
  it('is opened, and gives what its checksums say', async () => {
    const hash = 'a'.repeat(64);
    const { vault, entries } = await readAll(await vaultOf({ [`pictures/${hash}.png`]: 'bytes' }));
    expect(entries).toEqual([{ status: 'read', path: PATH, record: RECORD }]);
    expect(vault).toMatchObject({ head: HEAD, articleCount: 1, lists: LISTS.lists });
    expect(vault.picturePath(hash as never)).toBe(`pictures/${hash}.png`);
    expect(vault.picturePath('b' as never)).toBeUndefined();
    expect(await vault.read('articles/none.json')).toEqual({ status: 'absent' });
  });

  it.each([
    ['no zip', async () => new Blob(['words']), 'no-vault', undefined],
    ['any zip', () => vaultOf({ 'vault.json': undefined }), 'no-vault', undefined],
    ['a zip of something else', () => vaultOf({ 'vault.json': { format: 'other', schema: 1 } }), 'no-vault', undefined],
    ['a head without its version', () => vaultOf({ 'vault.json': 'words' }), 'no-vault', undefined],
    ['one of a newer form', () => vaultOf({ 'vault.json': { ...HEAD, version: 2 } }), 'refused', /newer Lectern/],
    ['one of newer tables', () => vaultOf({ 'vault.json': { ...HEAD, schema: 6 } }), 'refused', /newer Lectern/],
    ['one without checksums', () => vaultOf({}, { 'checksums.sha256': undefined }), 'refused', /checksums/],
  ] as const)('is told from %s', async (_, make, status, why) => {
    const opened = await openVault(await make(), 5);
    expect(opened.status).toBe(status);
    if (why) expect(opened).toMatchObject({ why: expect.stringMatching(why) });
  });

  it.each([
    ['altered after it was made', {}, { [PATH]: { ...RECORD, note: { text: 'Theirs' } } }, 'Its checksum differs.'],
    ['no JSON', { [PATH]: '{"article":' }, {}, 'It is not a record.'],
    ['of another shape', { [PATH]: [RECORD] }, {}, 'It is not a record.'],
    ['without its state', { [PATH]: { ...RECORD, reading: undefined } }, {}, 'It is not a record.'],
    ['with the state of another', { [PATH]: { ...RECORD, reading: { articleId: 'a2' } } }, {}, 'It is not a record.'],
    ['without its texts', { [PATH]: { ...RECORD, bodies: 'none' } }, {}, 'It is not a record.'],
    [
      'of an address that is a script',
      { [PATH]: { ...RECORD, article: { ...RECORD.article, url: 'javascript:1' } } },
      {},
      'It is not a record.',
    ],
  ])('tells of a record that is %s, and gives the others', async (_, changes, spoil, why) => {
    const other = 'articles/Two a2/article.json';
    const record = { ...RECORD, article: { ...RECORD.article, id: 'a2' }, reading: { articleId: 'a2' } };
    const { entries } = await readAll(await vaultOf({ ...changes, [other]: record }, spoil));
    expect(entries).toEqual([
      { status: 'damaged', path: PATH, why },
      { status: 'read', path: other, record: JSON.parse(JSON.stringify(record)) },
    ]);
  });

  it('has no lists where the list of them is damaged', async () => {
    expect((await readAll(await vaultOf({ 'lists.json': '[' }))).vault.lists).toEqual([]);
  });
});

describe('a vault that was unpacked, and is dropped as its files', () => {
  const drop = (files: Readonly<Record<string, unknown>>) =>
    readImport(Object.entries(files).map(([path, value]) => ({ path, blob: new Blob([encode(value)]) })));

  it('comes in as any other export', async () => {
    const { format, items, rejected } = await drop({ 'v/lists.json': LISTS, [`v/${PATH}`]: RECORD });
    expect(format).toBe('lectern-vault');
    expect(rejected).toEqual([]);
    expect(items).toMatchObject([
      {
        url: 'https://lamp.example/1',
        title: 'One',
        addedAt: 1e12,
        isArchived: true,
        isFavourite: true,
        progress: 0.5,
        tags: ['Sea'],
        lists: [['Winter']],
        notes: ['Mine'],
        text: { kind: 'article', html: '<p>New.</p>' },
        highlights: [{ quote: 'New', note: 'why', colour: 'rose', createdAt: 1e12 }, { quote: 'bare' }],
      },
    ]);
  });

  it('comes in without what is not there', async () => {
    const bare = {
      article: { url: 'https://lamp.example/2', title: 'Two' },
      reading: {},
      bodies: [],
      note: 7,
      more: 'x',
    };
    const { items } = await drop({ [`v/${PATH}`]: bare });
    expect(items).toMatchObject([
      { url: 'https://lamp.example/2', isArchived: false, notes: [], highlights: [], lists: [] },
    ]);
    for (const name of ['text', 'progress', 'addedAt']) expect(items[0]).not.toHaveProperty(name);
  });
});
