import { contentHash } from '../../article/content-hash.ts';
import type { List } from '../../article/list.ts';
import type { ArticleRecord, VaultHead } from '../../article/vault.ts';
import { stableJson } from '../export/escape.ts';
import { fileNameOf } from '../file-name.ts';
import { type Bytes, createZipWriter, type Sink } from '../zip-writer.ts';
import { README, VAULT_SCHEMA } from './about-vault.ts';
import { createIndexPage } from './index-page.ts';

/** One article, ready for the vault. */
export interface VaultArticle {
  readonly record: ArticleRecord;
  readonly changedAt: number;
  /** A page of its own that loads nothing from elsewhere, and the same as Markdown. Absent for a link without text. */
  readonly html: string;
  readonly markdown: string;
  readonly pictures: readonly { readonly name: string; readonly bytes: () => Promise<Bytes> }[];
  readonly thumbnail?: Bytes;
  readonly lists: readonly string[];
  readonly tags: readonly string[];
  /** Marked words, and notes on them. */
  readonly marks: readonly string[];
}

export interface VaultSource {
  readonly schema: number;
  readonly lists: readonly List[];
  readonly articles: AsyncIterable<VaultArticle>;
}

/** Of each file of an earlier vault, by its path: what is the same there is left out of an incremental one. */
export type Checksums = ReadonlyMap<string, string>;

export interface WrittenVault {
  readonly articles: number;
  readonly files: number;
  readonly bytes: number;
  /** Of every file that this vault or the one before it has: the `base` of a next one. */
  readonly checksums: string;
}

const encode = (text: string): Bytes => new TextEncoder().encode(text);

/**
 * Writes a library as a vault: complete, and readable without Lectern. It streams: in memory are one article, and of
 * all others a line for the index. The same library gives the same bytes.
 *
 * @param base checksums of the vault before, for one that holds only what changed since
 */
export async function writeVault(
  source: VaultSource,
  sink: Sink,
  tell: (articles: number) => void,
  base: Checksums = new Map(),
): Promise<WrittenVault> {
  let bytes = 0;
  const zip = createZipWriter(async (piece) => {
    bytes += piece.length;
    await sink(piece);
  });
  const sums: string[] = [];
  const written = new Set<string>();
  const put = async (path: string, content: Bytes, isPacked = true) => {
    written.add(path);
    const sum = await contentHash(content);
    sums.push(`${sum}  ${path}`);
    if (base.get(path) !== sum) await zip.add(path, content, isPacked);
  };
  const index = createIndexPage();
  let articles = 0;
  let changedAt = Math.max(0, ...source.lists.map(({ updatedAt }) => updatedAt));
  for await (const article of source.articles) {
    const { record } = article;
    // Cut within a character of two units, half of it would stay, and no link can hold that.
    const short = fileNameOf(record.article.title)
      .slice(0, 60)
      .replace(/[\ud800-\udbff]$/, '')
      .trimEnd();
    const folder = `articles/${short} ${record.article.id.slice(0, 8)}`;
    // Two ids may begin alike; the whole one never is.
    const path = written.has(`${folder}/article.json`) ? `${folder}-${record.article.id}` : folder;
    await put(`${path}/article.json`, encode(`${stableJson(record, 1)}\n`));
    await put(`${path}/article.html`, encode(article.html));
    await put(`${path}/article.md`, encode(article.markdown));
    if (article.thumbnail) await put(`${path}/thumbnail`, article.thumbnail, false);
    for (const { name, bytes: read } of article.pictures) {
      const at = `pictures/${name}`;
      if (!written.has(at)) await put(at, await read(), false);
    }
    index.add(article, path);
    changedAt = Math.max(changedAt, article.changedAt);
    tell(++articles);
  }
  const head: VaultHead = {
    format: 'lectern-vault',
    version: 1,
    schema: source.schema,
    articles,
    lists: source.lists.length,
    changedAt,
  };
  await put('lists.json', encode(`${stableJson({ lists: source.lists }, 1)}\n`));
  await put('index.html', encode(await index.write(changedAt)));
  await put('schema.json', encode(`${stableJson(VAULT_SCHEMA, 1)}\n`));
  await put('README.txt', encode(README));
  await put('vault.json', encode(`${stableJson(head, 1)}\n`));
  const checksums = `${sums.join('\n')}\n`;
  await zip.add('checksums.sha256', encode(checksums), true);
  await zip.finish();
  return { articles, files: written.size + 1, bytes, checksums };
}
