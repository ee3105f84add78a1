import { unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { ArticleRecord } from '../../article/vault.ts';
import type { Bytes } from '../zip-writer.ts';
import { type VaultArticle, writeVault } from './write-vault.ts';

const anArticle = (n: number, title: string, parts: Partial<VaultArticle> = {}): VaultArticle => ({
  record: {
    article: {
      id: `0000000${n}-0000`,
      url: `https://lamp.example/${n}`,
      title,
      siteName: 'Lamp',
      excerpt: '',
      savedAt: 1e12 + n,
    },
    reading: {},
    note: { text: ' Mine ' },
  } as unknown as ArticleRecord,
  changedAt: 1e12,
  html: '<p>Words.</p>',
  markdown: 'Words.',
  pictures: [],
  lists: [],
  tags: [],
  marks: [],
  ...parts,
});

async function write(articles: readonly VaultArticle[]) {
  const pieces: Bytes[] = [];
  async function* each() {
    yield* articles;
  }
  await writeVault(
    { schema: 5, lists: [], articles: each() },
    async (piece) => void pieces.push(piece),
    () => undefined,
  );
  const files = unzipSync(new Uint8Array(await new Blob(pieces).arrayBuffer()));
  return { paths: Object.keys(files), page: new TextDecoder().decode(files['index.html']) };
}

/** What the page shows once its script ran, as a browser shows it from disk. */
const linksOf = (page: string): readonly string[] => {
  const { document } = new JSDOM(page, { runScripts: 'dangerously' }).window;
  return [...document.querySelectorAll('a')].map((link) => decodeURIComponent(link.getAttribute('href') ?? ''));
};

describe('the page of a vault', () => {
  it('leads to each article, also where a long title is cut within a character of two units', async () => {
    const titles = ['Plain', `${'x'.repeat(59)}😀 and more`, `${'x'.repeat(59)}é`, '😀'.repeat(40)];
    const { paths, page } = await write(titles.map((title, n) => anArticle(n, title)));
    const links = linksOf(page);
    expect(links).toHaveLength(titles.length);
    for (const link of links) expect(paths).toContain(link);
    expect(paths.join()).not.toContain('\ufffd');
  });

  it('of no article has no date of a change', async () => {
    const { page } = await write([]);
    expect(page).not.toContain('last change');
    expect(linksOf(page)).toEqual([]);
  });
});

describe('a picture that two articles have', () => {
  it('is in the vault once', async () => {
    let reads = 0;
    const bytes = async () => {
      reads++;
      return new Uint8Array(3);
    };
    const pictures = [{ name: 'a.png', bytes }];
    const { paths } = await write([anArticle(1, 'One', { pictures }), anArticle(2, 'Two', { pictures })]);
    expect(paths.filter((path) => path.startsWith('pictures/'))).toEqual(['pictures/a.png']);
    expect(reads).toBe(1);
  });
});
